import type { ParsedBlock } from '../../article/parsed-item.ts';
import { foldSpace } from '../../article/fold-space.ts';
import { isBlank, linesOf, pathOf, printed, spanOf, type Line } from '../wire/lines.ts';

/** A result of AAP's racing desk: the fields of the heading, and the text below. */
export interface RacingMessage {
  readonly heading: Line;
  /** As printed: `SHDRACE: PORT ALDER`. */
  readonly title: string;
  readonly venue: string;
  /** `6`, or `1-8` where several races stand in one message. */
  readonly race: string;
  readonly flags: readonly string[];
  /** `NSW` */
  readonly state: string;
  readonly day: string;
  readonly text: readonly Line[];
}

/** Fields parted by the unit separator behind the start of heading: course, race, two flags, state, day. */
const HEADING = /^\x01([^\x00-\x1f]{2,60})\x1f([\d-]{1,7})\x1f([YN])\x1f([YN])\x1f([A-Z]{2,3})\x1f([A-Za-z]{3,12})\s*$/;
const LONGEST_HEADING = 200;
/** Codes of the typesetter at the paper that ordered the results: bold, normal, centred, a raised fraction, sizes and fonts. */
const LINE_CODE = /#(?:qc|ql|qr|bb)/g;
const FRACTION_CODE = /#sfr/g;
const OTHER_CODE = /#[a-z]{2}\d{0,5}[?:]?\.?/g;
const COLUMNS = 4;

export function isRacingMessage(text: string): boolean {
  return HEADING.test(text.slice(0, LONGEST_HEADING).split(/[\r\n]/, 1)[0] ?? '');
}

/** The message of a file. Undefined where its heading is no such. */
export function racingMessageOf(text: string): RacingMessage | undefined {
  const [heading, ...below] = linesOf(text);
  const match = heading === undefined ? null : HEADING.exec(heading.raw);
  if (heading === undefined || match === null) return undefined;
  const [, title = '', race = '', last = '', other = '', state = '', day = ''] = match;
  const venue = (title.split(':').at(-1) ?? title).trim();
  return { heading, title: title.trim(), venue, race, flags: [last, other], state, day, text: below.filter((line) => !isBlank(line)) };
}

/** A paragraph for each line; horses in columns make a table. */
export function racingBlocks(lines: readonly Line[]): ParsedBlock[] {
  return lines.flatMap((line) => blocksOfLine(line));
}

function blocksOfLine(line: Line): ParsedBlock[] {
  const place = { path: pathOf([line]), span: spanOf([line]) };
  const parts = printed(line)
    .replace(LINE_CODE, '\n')
    .replace(FRACTION_CODE, ' ')
    .replace(OTHER_CODE, '')
    .split('\n')
    .map(foldSpace)
    .filter((part) => part !== '');
  return parts.map((part): ParsedBlock =>
    isTable(part) ? { type: 'table', rows: rowsOf(part), ...place } : { type: 'paragraph', text: part, ...place },
  );
}

/** A horse with its rider, and the figures behind it, each between carets. */
function rowsOf(part: string): { text: string }[][] {
  const rows: { text: string }[][] = [];
  for (const cell of part.replace(/\^$/u, '').split('^')) {
    const text = cell.trim();
    if (rows.length === 0 || /\p{L}/u.test(text)) rows.push([{ text }]);
    else rows.at(-1)?.push({ text });
  }
  return rows;
}

function isTable(part: string): boolean {
  return part.split('^').length >= COLUMNS;
}
