import { isBlank, linesOf, printed, type Line } from '../wire/lines.ts';

/** What stands before the text: a prefix of one character, or two letters and `#`, and the value behind it. */
export interface Field {
  readonly prefix: string;
  readonly value: string;
  readonly line: Line;
}

/** One message from ZCZC to NNNN. */
export interface Message {
  /** Behind ZCZC on its line: `AAP`, `FMG000`. */
  readonly address: string;
  readonly first: Line;
  /** `YY RFG INTERNET (3RR)`: priority and routes. */
  readonly routing?: Line;
  readonly fields: readonly Field[];
  readonly text: readonly Line[];
  readonly open: boolean;
}

const START = /^\s*V?ZCZC\b\s*(.{0,60})$/iu;
const END = /^\s*NNNN\s*$/iu;
const ROUTING = /^[A-Z]{2} [\p{Lu}\d][\p{L}\d() ]{0,120}$/u;
const PREFIXED = /^([%#$:&*@^=+])(?!\s)(.{0,300})$/u;
const LETTERED = /^([A-Z]{2}#)(.{0,2000})$/u;

/** The lines of each message of a file. */
export function messagesOf(text: string): Line[][] {
  const lines = linesOf(text);
  const starts = lines.flatMap((line, index) => (START.test(printed(line)) ? [index] : []));
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

export function cutMessage(lines: readonly Line[]): Message | undefined {
  const [first, ...rest] = lines;
  const start = first === undefined ? null : START.exec(printed(first));
  if (first === undefined || start === null) return undefined;
  const address = (start[1] ?? '').trim();
  const end = rest.findIndex((line) => END.test(printed(line)));
  const inner = end < 0 ? rest : rest.slice(0, end);
  const routed = /^[A-Z]{2,5}\d{2,5}$/u.test(address) && inner[0] !== undefined && ROUTING.test(printed(inner[0]).trim());
  const { fields, text } = cutFields(routed ? inner.slice(1) : inner);
  return { address, first, ...(routed && inner[0] !== undefined ? { routing: inner[0] } : {}), fields, text, open: end < 0 };
}

/** Fields stand before the text; a blank line among them parts nothing. A field of two letters may fill several lines: it is the text. */
function cutFields(lines: readonly Line[]): { fields: Field[]; text: readonly Line[] } {
  const fields: Field[] = [];
  let at = 0;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (line === undefined || isBlank(line)) continue;
    const field = fieldOf(line);
    if (field === undefined) break;
    at = index + 1;
    if (field.prefix === 'TX#') {
      const text = field.value.trim() === '' ? lines.slice(at) : [{ ...line, raw: field.value }, ...lines.slice(at)];
      return { fields, text };
    }
    fields.push(field);
  }
  return { fields, text: lines.slice(at) };
}

function fieldOf(line: Line): Field | undefined {
  const match = LETTERED.exec(printed(line)) ?? PREFIXED.exec(printed(line)) ?? /^([%#$:&*@^=+])()$/u.exec(printed(line));
  return match === null ? undefined : { prefix: match[1] ?? '', value: (match[2] ?? '').trim(), line };
}
