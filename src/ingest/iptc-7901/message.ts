import { isBlank, linesOf, printed, printedAt, type Line } from '../wire/lines.ts';
import { readHeader, type Header } from './header.ts';

/** One message, cut into its parts. */
export interface Message {
  readonly header: Header;
  readonly headerLine: Line;
  /** Between header and start of text: keywords. */
  readonly keywords: readonly Line[];
  /** From start of text to the sign that ends the headline. */
  readonly headline: readonly Line[];
  readonly body: readonly Line[];
  /** `251037 Sep 24` behind end of text. */
  readonly trailer?: Line;
  /** True where neither end of text nor a trailer shows that the message is whole. */
  readonly open: boolean;
}

const SOH = '\x01';
const STX = '\x02';
const ENDS = /[\x03\x04]/;
/** Day, hour, minute, month and year, the zone anywhere. */
const TRAILER = /^\d{6}(?: ?[A-Z]{1,4})? {1,2}[\p{L}]{3}\.? \d{2,4} ?[A-Z]{0,4}$/iu;

/** The lines of each message of a file: from start of heading to end of transmission. A capture box may have eaten either. */
export function messagesOf(text: string): Line[][] {
  const lines = linesOf(text);
  const starts = lines.flatMap((line, index) => (isStart(lines, index, line) ? [index] : []));
  return starts.map((start, index) => lines.slice(start, starts[index + 1]));
}

function isStart(lines: readonly Line[], index: number, line: Line): boolean {
  if (line.raw.includes(SOH)) return true;
  if (readHeader(line) === undefined) return false;
  const before = lines.slice(0, index).findLast((each) => /[^\s\x7f\x00]/u.test(each.raw));
  return before === undefined || ENDS.test(before.raw) || isTrailer(before);
}

export function isTrailer(line: Line): boolean {
  return TRAILER.test(printed(line).trim());
}

/** Cuts a message; undefined where its first line is no header of IPTC 7901. */
export function cutMessage(lines: readonly Line[]): Message | undefined {
  const [headerLine] = lines;
  const header = headerLine === undefined ? undefined : readHeader(headerLine);
  if (headerLine === undefined || header === undefined) return undefined;
  const end = endOf(lines);
  const started = lines.findIndex((line) => line.raw.includes(STX));
  const top = started < 0 ? topOf(lines, end) : started;
  const bottom = headlineEnd(lines, top, end);
  const trailer = lines.slice(end).find(isTrailer);
  return {
    header,
    headerLine,
    keywords: lines.slice(1, top).filter((line) => !isBlank(line)),
    headline: lines.slice(top, bottom).filter((line) => !isBlank(line)),
    body: lines.slice(bottom, end),
    ...(trailer === undefined ? {} : { trailer }),
    open: trailer === undefined && !lines.some((line) => ENDS.test(line.raw)),
  };
}

/** The line of end of text, else the trailer among the last lines. */
function endOf(lines: readonly Line[]): number {
  const marked = lines.findIndex((line) => line.raw.includes('\x03'));
  if (marked >= 0) return marked;
  const trailer = lines.findLastIndex((line, index) => index > lines.length - 12 && isTrailer(line));
  if (trailer >= 0) return trailer;
  const closed = lines.findIndex((line) => line.raw.includes('\x04'));
  return closed < 0 ? lines.length : closed;
}

/** Start of text was eaten: a first line of keywords (they end or part with `/`, or stand alone) comes before the headline. */
function topOf(lines: readonly Line[], end: number): number {
  const first = lines.findIndex((line, index) => index > 0 && index < end && !isBlank(line));
  if (first < 0) return end;
  const next = lines.findIndex((line, index) => index > first && index < end && !isBlank(line));
  const text = printedAt(lines, first).trim();
  const single = next > 0 && text.length <= 60 && (text.endsWith('/') || (text.includes('/') && !text.includes(' ')));
  return single ? next : first;
}

/** The headline ends with `=` (dpa, ATS, APA) or with the last line of `^…<` (AP); without either at the first blank line. */
function headlineEnd(lines: readonly Line[], top: number, end: number): number {
  const block = lines.slice(top, Math.min(end, top + 14));
  const marked = block.findIndex((line) => /[=]$/u.test(printed(line)));
  const framed = block.findIndex((line) => !/^\^.*<$/u.test(printed(line).trim()));
  if (framed > 0) return top + framed;
  const blank = block.findIndex((line, index) => index > 0 && isBlank(line));
  if (marked >= 0) return top + lastMarked(block, marked) + 1;
  return blank < 0 ? Math.min(end, top + 1) : top + blank;
}

/** `FLASH=` and the headline below it both end with the mark. */
function lastMarked(block: readonly Line[], first: number): number {
  const next = block[first + 1];
  return next !== undefined && !isBlank(next) && /[=]$/u.test(printed(next)) ? lastMarked(block, first + 1) : first;
}
