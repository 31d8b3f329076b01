import { EMBARGO_PHRASES, LIFTED, PAPERS, RELEASE_PHRASES, UNTIL_WORDS } from '../lexicon/embargo-words.ts';
import { halfOf } from '../times/date-words.ts';
import { isFiller } from '../times/filler-words.ts';
import { printedMonth } from '../times/month-names.ts';
import { isWeekday } from '../times/weekdays.ts';

/** An embargo as printed in a line, and the line without it. */
export interface EmbargoNote {
  readonly note: string;
  readonly rest: string;
}

const LONGEST = 400;
/** Words that may stand between the phrase and its moment. */
const MOST_WORDS = 6;
const CJK = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
const END = `(?=$|[^\\p{L}]|[${CJK}])`;
const NAMED = EMBARGO_PHRASES.join('|');
const ANY = `${NAMED}|${RELEASE_PHRASES.join('|')}`;
const PHRASE = new RegExp(`(?<![\\p{L}\\d])(?:${ANY})${END}`, 'iu');
const NAMED_ANYWHERE = new RegExp(`(?<![\\p{L}\\d])(?:${NAMED})${END}`, 'iu');
const LED = new RegExp(`^[^\\p{L}\\d]{0,6}(?:${ANY})${END}`, 'iu');
const LED_NAMED = new RegExp(`^[^\\p{L}\\d]{0,6}(?:${NAMED})${END}`, 'iu');
/** The bare word is also news: `oil embargo`. */
const BARE = /^[^\p{L}]*(?:embargo|эмбарго|ембарго|ambargo)[^\p{L}]*$/iu;
const TOPIC = /^[^\p{L}]*(?:(?:under|sous|unter|bajo|sob|sotto|onder)\s)?(?:embargo|эмбарго|ембарго|ambargo)[^\p{L}]*$/iu;
/** What makes the bare word a note all the same: how it is meant, or that nothing stands before it. */
const NOTED =
  /(?:^|[.;:!?(\n–—*/-]\s{0,20}|\b(?:strict|strictly|under|media|press|news|the|the following|sous|unter|bajo|sob|sotto|onder)\s{1,20})$/iu;
/** Words that call readers of a note before it says what it is. */
const CALL =
  /^\W{0,6}(?:(?:achtung|attention|att|note|please note|nb|n\.b\.|hinweis|wichtig|important|nota|obs|huom)\b[^:!.–—-]{0,30}[:!.–—-]+\s*)/iu;
const LIFTED_PATTERN = new RegExp(LIFTED.join('|'), 'iu');
const PAPERS_PATTERN = new RegExp(PAPERS.join('|'), 'iu');
const RELEASED = /^\W{0,3}(?:for|released? for|pour|para|per|voor|till|til|für|frei)\b/iu;
const SEPARATOR = /\s?[:：](?![\d])\s*|\s[-–—/|]\s|(?<=\p{L})\s?[–—|/]\s?(?=\p{L})/gu;

/** The text without the words that name the embargo. */
export function withoutPhrase(text: string): string {
  return text.replace(PHRASE, ' ');
}

/** True where the text releases copy for the papers of a day, which is no instant. */
export function isForPapers(text: string): boolean {
  return PAPERS_PATTERN.test(text);
}

/** True where the text says that an embargo is over. */
export function isLifted(text: string): boolean {
  return LIFTED_PATTERN.test(text.slice(0, LONGEST));
}

/** True where a line is nothing but the note that an embargo is over. */
export function isLiftedNote(text: string): boolean {
  const line = text.trim();
  return (
    line.length <= 60 &&
    isLifted(line) &&
    /^\W{0,6}(?:the |das |die |l['’]|el |o )?(?:embargo|sperrfrist|levée|fin|fim|эмбарго|رفع)/iu.test(line)
  );
}

/** True where a note to editors sets an embargo; "Embargo lifted" and an embargo as news are none. */
export function isEmbargo(text: string): boolean {
  const note = text.slice(0, LONGEST);
  if (isLifted(note)) return false;
  if (RELEASED.test(note) && isForPapers(note)) return true;
  const match = PHRASE.exec(note);
  if (match === null) return false;
  const [phrase] = match;
  const behind = note.slice(match.index + phrase.length);
  if (namesMoment(behind)) return true;
  if (!BARE.test(phrase)) return LED_NAMED.test(phrase) || LED.test(note);
  return phrase === phrase.toUpperCase() || NOTED.test(note.slice(0, match.index));
}

/** The embargo in a headline: in brackets, before a colon or dash, or behind one. An embargo as news is none. */
export function embargoOfHeadline(line: string): EmbargoNote | undefined {
  if (isLifted(line)) return undefined;
  return bracketed(line) ?? led(line, true) ?? trailing(line);
}

/** The embargo in a slug: one of its parts (`Hafen/Sperrfrist`), or all of it. Lower-case keywords such as `oil-embargo` are none. */
export function embargoOfSlug(line: string): EmbargoNote | undefined {
  if (isLifted(line)) return undefined;
  const inBracket = bracketed(line);
  if (inBracket !== undefined) return inBracket;
  const parts = line.split(/[/;,|_]+|\s[-–—]\s|[-–—](?=[^-–—]*$)/u).map((part) => part.trim());
  const found = parts.find((part) => isSlugPart(part, line));
  if (found !== undefined) {
    const at = line.indexOf(found);
    const rest = `${line.slice(0, at)}${line.slice(at + found.length)}`.replace(/^[\s/;,|_–—-]+|(?<![\s/;,|_–—-])[\s/;,|_–—-]+$/gu, '');
    return { note: found, rest };
  }
  const match = PHRASE.exec(line);
  const named = match !== null && !BARE.test(match[0]);
  return named || (RELEASED.test(line) && isForPapers(line)) ? { note: line, rest: '' } : undefined;
}

/** The embargo that a paragraph above the story is or begins with. */
export function embargoOfLine(line: string): EmbargoNote | undefined {
  const called = CALL.exec(line)?.[0] ?? '';
  const note = line.slice(called.length);
  if (isLifted(note)) return undefined;
  if (RELEASED.test(note) && isForPapers(note) && note.length <= 120) return { note: line, rest: '' };
  const found = led(note, false);
  if (found !== undefined) return { note: `${called}${found.note}`, rest: found.rest };
  const named = NAMED_ANYWHERE.exec(note);
  const said = named !== null && !TOPIC.test(named[0]) && note.length <= 200;
  return said ? { note: line, rest: '' } : undefined;
}

function bracketed(line: string): EmbargoNote | undefined {
  const back = /^((?:.*\S)?)\s*[([]([^()[\]]{4,160})[)\]]\s*$/u.exec(line);
  if (back?.[2] !== undefined && back[1] !== '' && isEmbargo(back[2]) && (LED.test(back[2]) || isForPapers(back[2])))
    return { note: back[2], rest: back[1] ?? '' };
  const front = /^\s*[([]([^()[\]]{4,160})[)\]]\s*(?:[-–—:.]\s*)?(\S.*)$/u.exec(line);
  return front?.[1] !== undefined && LED_NAMED.test(front[1]) && isEmbargo(front[1]) ? { note: front[1], rest: front[2] ?? '' } : undefined;
}

/** `EMBARGO HASTA LAS 20:00 HORAS: …`, `Sperrfrist 18 Uhr - …`, `Embargo: …`; in a headline only words that name an embargo count. */
function led(line: string, headline: boolean): EmbargoNote | undefined {
  const phrase = (headline ? LED_NAMED : LED).exec(line)?.[0];
  if (phrase === undefined) return undefined;
  const behind = line.slice(phrase.length);
  // `Embargo` alone above a paragraph is a crosshead.
  if (!/[\p{L}\d]/u.test(behind))
    return !headline && TOPIC.test(phrase) && phrase !== phrase.toUpperCase() ? undefined : { note: line, rest: '' };
  if (namesMoment(behind)) return splitBehind(line, momentStart(line, phrase.length), headline);
  const mark = /^\s*(?:[:：!*.]+|\s[-–—|]|[–—])\s*/u.exec(behind);
  const bare = TOPIC.test(phrase);
  if (mark !== null && !(bare && !/[:：!]/u.test(mark[0]) && phrase !== phrase.toUpperCase()))
    return { note: phrase.trim(), rest: behind.slice(mark[0].length) };
  if (bare || !LED_NAMED.test(line)) return undefined;
  return headline ? { note: line, rest: line } : line.length <= 200 ? { note: line, rest: '' } : undefined;
}

/** Cuts behind the moment at the next colon or dash; a headline without either keeps all its words. */
function splitBehind(line: string, from: number, headline: boolean): EmbargoNote {
  const [separator] = line.slice(from).matchAll(SEPARATOR);
  if (separator !== undefined && separator.index <= 90) {
    const [start, rest] = [from + separator.index, line.slice(from + separator.index + separator[0].length)];
    // What follows the dash may still be the moment: `12. März - 18 Uhr`.
    if (rest.trim() !== '' && !/^\W{0,2}\d/u.test(rest)) return { note: line.slice(0, start), rest };
  }
  if (headline) return { note: line, rest: line };
  return { note: line, rest: '' };
}

/** Where the first figure of the moment stands. */
function momentStart(line: string, from: number): number {
  const at = line.slice(from).search(/\d/u);
  return at < 0 ? from : from + at;
}

/** `Hafen offen - Sperrfrist 18 Uhr`. */
function trailing(line: string): EmbargoNote | undefined {
  for (const separator of line.matchAll(SEPARATOR)) {
    const tail = line.slice(separator.index + separator[0].length);
    const phrase = separator.index === 0 ? undefined : LED_NAMED.exec(tail)?.[0];
    if (phrase === undefined) continue;
    const behind = tail.slice(phrase.length);
    const alone = !/[\p{L}\d]/u.test(behind) && (!BARE.test(phrase) || phrase === phrase.toUpperCase());
    if (alone || namesMoment(behind)) return { note: tail, rest: line.slice(0, separator.index) };
  }
  return undefined;
}

function isSlugPart(part: string, whole: string): boolean {
  const phrase = LED_NAMED.exec(part)?.[0];
  if (phrase === undefined) return false;
  const behind = part.slice(phrase.length);
  if (namesMoment(behind)) return true;
  if (/[\p{L}\d]/u.test(behind)) return false;
  if (part === whole) return true;
  return !BARE.test(phrase) || (phrase === phrase.toUpperCase() && (!whole.includes(`-${phrase.trim()}`) || whole !== whole.toUpperCase()));
}

/** A figure, a weekday, a month or a word such as "noon" comes before any other word. */
function namesMoment(behind: string): boolean {
  const words = behind.slice(0, 120).match(/[\p{L}\p{M}\d'’]+/gu) ?? [];
  for (const word of words.slice(0, MOST_WORDS)) {
    const lower = word.toLowerCase();
    if (/^\d/u.test(word) || isWeekday(word) || printedMonth(word) !== undefined || isHalf(lower)) return true;
    if (!isFiller(lower) && !UNTIL_WORDS.has(lower)) return false;
  }
  return false;
}

function isHalf(word: string): boolean {
  const half = halfOf(word);
  return half === 'noon' || half === 'midnight';
}
