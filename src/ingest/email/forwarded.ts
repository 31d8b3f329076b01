import type { Entry } from './entries.ts';
import { ANSWERED, FORWARDED, QUOTED_FIELDS } from './mail-words.ts';

/** The header that a mail program prints above a mail it passes on. */
export interface QuotedHeader {
  readonly subject?: string;
  readonly date?: string;
  readonly from?: string;
  readonly to?: string;
}

/** A mail cut where an older one begins in its text. */
export interface Layers {
  /** The story: of the forwarded mail, or what stands above an answered one. */
  readonly story: readonly Entry[];
  /** What was written above a forwarded mail. */
  readonly cover: readonly Entry[];
  readonly quoted?: QuotedHeader;
  /** An older mail below an answer. */
  readonly history: readonly Entry[];
}

/** What is written above a mail that is passed on is a note, not a story. */
const LONGEST_COVER = 600;
const MOST_FIELDS = 8;
const LONGEST_MARK = 300;
const LABEL = /^[>*\s]{0,10}[\p{L} ]{1,20}\s?:/u;

/** Parts the text of a mail from one that is quoted in it whole. `passedOn` = the subject says `Fwd:`. */
export function layersOf(entries: readonly Entry[], passedOn: boolean): Layers {
  const at = entries.findIndex((entry, index) => begins(entries, entry, index));
  const mark = entries[at];
  if (mark === undefined) return { story: withoutQuotes(entries), cover: [], history: quotesOf(entries) };
  const above = entries.slice(0, at);
  const length = above.reduce((sum, { text }) => sum + text.length, 0);
  const isForward = FORWARDED.test(mark.text) || passedOn || (!ANSWERED.test(mark.text) && length <= LONGEST_COVER);
  if (!isForward) return { story: withoutQuotes(above), cover: [], history: entries.slice(at) };
  const bare = FORWARDED.test(mark.text) || ANSWERED.test(mark.text) ? at + 1 : at;
  const { header, count } = quotedHeader(entries, bare);
  const inner = unquoted(entries.slice(bare + count));
  return { story: inner, cover: above, quoted: header, history: [] };
}

/** Only a short line that is a mark or has a label can begin an older mail. */
function begins(entries: readonly Entry[], { text }: Entry, index: number): boolean {
  if (text.length > LONGEST_MARK) return false;
  if (FORWARDED.test(text) || (text.length > 8 && ANSWERED.test(text))) return true;
  return LABEL.test(text) && quotedHeader(entries, index).count >= 3;
}

/** `From:`, `Sent:`, `To:`, `Subject:` in any order and language, one below the other. */
function quotedHeader(entries: readonly Entry[], from: number): { header: QuotedHeader; count: number } {
  const header: Record<string, string> = {};
  let count = 0;
  for (const entry of entries.slice(from, from + MOST_FIELDS)) {
    const text = entry.text.replace(/^(?:>\s?)+/u, '');
    const found = Object.entries(QUOTED_FIELDS).find(([, pattern]) => pattern.test(text));
    if (found === undefined) break;
    const [name, pattern] = found;
    header[name] ??= pattern.exec(text)?.[1]?.trim() ?? '';
    count += 1;
  }
  const isHeader = header['from'] !== undefined && (header['subject'] !== undefined || header['date'] !== undefined);
  return isHeader ? { header, count } : { header: {}, count: 0 };
}

function isQuote({ line, text }: Entry): boolean {
  return line !== undefined && /^>/u.test(text);
}

function withoutQuotes(entries: readonly Entry[]): Entry[] {
  return isWhollyQuoted(entries) ? unquoted(entries) : entries.filter((entry) => !isQuote(entry));
}

function quotesOf(entries: readonly Entry[]): Entry[] {
  return isWhollyQuoted(entries) ? [] : entries.filter(isQuote);
}

/** Some programs quote the story itself when it is passed on. */
function isWhollyQuoted(entries: readonly Entry[]): boolean {
  return entries.length > 0 && entries.filter(isQuote).length > entries.length * 0.7;
}

/** Lines without their marks; a line of nothing but marks is a blank one. */
function unquoted(entries: readonly Entry[]): Entry[] {
  let gap = false;
  return entries.flatMap((entry): Entry[] => {
    const { line } = entry;
    const raw = line === undefined || !isQuote(entry) ? undefined : line.raw.replace(/^\s*(?:>\s?)+/u, '');
    const bare = line === undefined || raw === undefined ? entry : { ...entry, text: raw.trim(), line: { ...line, raw } };
    const parted = { ...bare, gap: gap || entry.gap };
    gap = bare.text === '';
    return bare.text === '' ? [] : [parted];
  });
}
