import { linesOf, printed, type Line } from '../wire/lines.ts';

/** The two heading lines of an ANPA 1312 message, as written. */
export interface Heading {
  /** Service level: `a`, `W`. */
  readonly service: string;
  readonly number: string;
  /** Printed behind the number by Kyodo. */
  readonly agency?: string;
  readonly selector?: string;
  /** f flash, b bulletin, u urgent, r rush, d deferred, s sunday … */
  readonly priority: string;
  readonly category: string;
  /** True where the format byte announces a table. */
  readonly tabular: boolean;
  /** Keyword with the version behind it, without blanks and cut short: `BC-US--GiantLobsterDeath 1stLd-Writethru`. */
  readonly keyword: string;
  readonly date: string;
  readonly words?: string;
}

/** One message: heading, text, and the trailer behind end of text. */
export interface Message {
  readonly heading: Heading;
  readonly first: Line;
  readonly second: Line;
  readonly text: readonly Line[];
  readonly trailer?: Line;
  readonly open: boolean;
}

const FIRST = /^([a-z])(\d{4})([A-Z]{2,12})?[\x1f ]?([\w-]{1,12})?$/iu;
const SECOND = /^([a-z]) ([a-z])[\x11-\x14]{0,2} {1,3}(\S.{0,80}?) {1,12}(\d\d-\d\d)(?: (\d{2,5}))?$/iu;
/** `AP-WF-02-20-16 0337GMT`, `KWS-21:37-09-12-18`. */
const TRAILER = /^\p{L}{2,3}-(?:\p{L}{2}-)?\d\d-\d\d-\d\d \d{4} ?[A-Z]{3,4}$|^\p{L}{3}-\d\d:\d\d-\d\d-\d\d-\d\d$/u;
const ENDS = /[\x03\x04\x0c]/;

/** Both heading lines; undefined where they are no ANPA. */
export function readHeading(first: Line | undefined, second: Line | undefined): Heading | undefined {
  if (first === undefined || second === undefined) return undefined;
  const head = FIRST.exec(first.raw.replace(/[\x00-\x1e\x7f]/g, '').trim());
  const next = SECOND.exec(second.raw.replace(/[\x00-\x10\x15-\x1f\x7f]/g, '').trim());
  if (head === null || next === null) return undefined;
  const [, service = '', number = '', agency, selector] = head;
  const [, priority = '', category = '', keyword = '', date = '', words] = next;
  return {
    service,
    number,
    ...(agency === undefined ? {} : { agency }),
    ...(selector === undefined ? {} : { selector }),
    priority: priority.toLowerCase(),
    category: category.toLowerCase(),
    tabular: second.raw.includes('\x12'),
    keyword,
    date,
    ...(words === undefined ? {} : { words }),
  };
}

/** The lines of each message of a file. */
export function messagesOf(text: string): Line[][] {
  const lines = linesOf(text);
  const starts = lines.flatMap((line, index) =>
    line.raw.includes('\x01') || readHeading(line, lines[index + 1]) !== undefined ? [index] : [],
  );
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

export function trailerOf(line: Line): string | undefined {
  const text = printed(line).trim().replace(/<$/u, '').trim();
  return TRAILER.test(text) ? text : undefined;
}

/** Cuts a message; undefined where it does not begin with the two heading lines. */
export function cutMessage(lines: readonly Line[]): Message | undefined {
  const [first, second] = lines;
  const heading = readHeading(first, second);
  if (first === undefined || second === undefined || heading === undefined) return undefined;
  const end = endOf(lines);
  const trailer = lines.slice(end).find((line) => trailerOf(line) !== undefined);
  return {
    heading,
    first,
    second,
    text: lines.slice(2, end),
    ...(trailer === undefined ? {} : { trailer }),
    open: trailer === undefined && !lines.some((line) => ENDS.test(line.raw)),
  };
}

function endOf(lines: readonly Line[]): number {
  const marked = lines.findIndex((line) => line.raw.includes('\x03'));
  if (marked >= 0) return marked;
  const trailer = lines.findLastIndex((line) => trailerOf(line) !== undefined);
  return trailer < 0 ? lines.length : trailer;
}
