import type { Kind } from '../../article/status.ts';
import { EDNOTE_VERBS, PRODUCT_WORDS, STATUS_SENTENCES } from '../lexicon/ednote-words.ts';
import { STATUS_WORDS, type StatusWord } from '../lexicon/status-words.ts';

/** A status mark as printed, with the kind of item that it makes. */
export interface Mark {
  readonly type: string;
  readonly kind: Kind;
  readonly number?: number;
  readonly note?: string;
  readonly raw: string;
  readonly publishable?: boolean;
}

interface Compiled {
  readonly word: StatusWord;
  readonly pattern: RegExp;
}

const compile = (words: readonly StatusWord[]): readonly Compiled[] =>
  words.map((word) => ({ word, pattern: new RegExp(`^(?:${word.pattern})$`, 'iu') }));
const WORDS = compile(STATUS_WORDS);
const VERBS = compile(EDNOTE_VERBS);
const VERB = new RegExp(`(?<![\\p{L}])(?:${EDNOTE_VERBS.map((verb) => verb.pattern).join('|')})(?![\\p{L}])`, 'giu');
const SENTENCES = STATUS_SENTENCES.map(([type, kind, pattern]) => ({ type, kind, pattern: new RegExp(pattern, 'iu') }));
const LONGEST_MARK = 60;

/** The mark that the whole string is: `2nd Ld`, `UPDATE 2`, `KORREKTUR`. `strict` = a word that is also common needs its capitals. */
export function markOf(text: string, strict: boolean): Mark | undefined {
  const raw = text.trim();
  if (raw === '' || raw.length > LONGEST_MARK) return undefined;
  for (const { word, pattern } of WORDS) {
    // JavaScript pairs the Turkish capital with no small letter.
    const match = pattern.exec(raw.replaceAll('İ', 'I'));
    if (match === null) continue;
    if (strict && word.capitals === true && !isShout(raw)) return undefined;
    return { type: word.type, kind: word.kind, raw, ...numberOf(match, raw), ...(word.publishable === true ? { publishable: true } : {}) };
  }
  return undefined;
}

/** `Zusammenfassung 1430` is a clock time, no number: it becomes the note. */
function numberOf(match: RegExpExecArray, raw: string): { number?: number; note?: string } {
  const groups: readonly (string | undefined)[] = match.slice(1);
  const digits = groups.find((group) => group !== undefined);
  const clock = /\s(\d{4})$/u.exec(raw)?.[1];
  const word = ['first', 'second', 'third'].findIndex((name) => raw.toLowerCase().startsWith(`${name} `));
  if (digits !== undefined) return { number: Number(digits) };
  if (word >= 0) return { number: word + 1 };
  return clock === undefined ? {} : { note: clock };
}

/** Capitals, or letters of a script without them; ordinals such as `2nd` do not count. */
export function isShout(text: string): boolean {
  const letters = text.replace(/\d(?:st|nd|rd|th)\b/giu, '');
  return letters === letters.toUpperCase();
}

/** All marks of a compound: `CORRECTED-UPDATE 1`, `2nd Ld-Writethru`, `RPT-ANALYSIS`; undefined where one part is none. */
export function marksOf(text: string, strict: boolean): readonly Mark[] | undefined {
  const whole = markOf(text, strict);
  if (whole !== undefined) return [whole];
  const parts = text.split(/(?:(?<!\s)\s+)?[-–+/,&]\s*/u).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 4) return undefined;
  const marks = parts.map((part) => markOf(part, strict));
  return marks.every((mark) => mark !== undefined) ? marks : undefined;
}

/** `KORREKTUR: …`, `ADDS opposition quotes`, `embargo 2200 BST`: a mark with a note behind it. */
export function notedMarks(text: string): readonly Mark[] | undefined {
  const plain = marksOf(text, false);
  if (plain !== undefined) return plain;
  const colon = /^([^:：]{2,40})\s?[:：]\s*(.*)$/su.exec(text);
  const head = colon === null ? undefined : marksOf(colon[1] ?? '', false);
  if (colon !== null && head !== undefined)
    return head.map((mark, index) => (index === 0 ? { ...mark, note: noteOf(colon[2] ?? '') } : mark));
  const products = text
    .split(/(?:(?<!\s)\s+)?[+,/&]\s*|(?<!\s)\s+(?:and|et|y)\s+/u)
    .map((part) => PRODUCT_WORDS.get(part.trim().toLowerCase()));
  if (products.every((type) => type !== undefined)) return products.map((type) => ({ type, kind: 'story', raw: text }));
  const verbs = verbMarks(text);
  return verbs.length > 0 && startsWithVerb(text) ? verbs : undefined;
}

/** Without the repetition "… rpt …" and the final stop. */
function noteOf(text: string): string {
  return text
    .replace(/:?\s\S{1,40}\srpt\s.*$/su, '')
    .replace(/(?<![\s.])[\s.]+$/u, '')
    .trim();
}

function startsWithVerb(text: string): boolean {
  const first = text.match(VERB)?.[0];
  return first !== undefined && text.startsWith(first) && (isShout(first) || /ing$/u.test(first) || text.includes(' '));
}

/** The verbs of a note in print order: `UPDATES with …; RECASTS. … ADDS: Byline.`; a first verb counts in any case. */
export function verbMarks(text: string): readonly Mark[] {
  const note = text
    .slice(0, 2_000)
    .replace(/^\s*\(?(?:eds?|editors?|ed\.? ?note|note to editors)\b[.:]?\s*/iu, '')
    .replace(/\)\s*$/u, '');
  const hits = [...note.matchAll(VERB)].filter((match) => isShout(match[0]) || match.index === 0);
  const marks = hits.map((match, index): Mark => {
    const next = hits[index + 1]?.index ?? note.length;
    const rest = note.slice(match.index + match[0].length, next);
    const detail = rest
      .replace(/^[\s:,;-]+/u, '')
      .replace(/(?:[.;]\s.*|(?<![.;,\s])[.;,\s]+)$/su, '')
      .replace(/(?<!\s)\s+to$/u, '');
    const word = VERBS.find(({ pattern }) => pattern.test(match[0]))?.word;
    return { type: word?.type ?? 'updates', kind: word?.kind ?? 'update', raw: match[0], ...(detail === '' ? {} : { note: detail }) };
  });
  const corrects = marks.some(({ type }) => type === 'subs') ? /\bto correct\s+([^.;]{2,120})/iu.exec(note) : null;
  return corrects === null ? marks : [...marks, { type: 'corrects', kind: 'correction', raw: 'correct', note: corrects[1] ?? '' }];
}

/** What a sentence says of the item: killed, withdrawn, to be disregarded, not for publication. */
export function sentenceMarks(text: string): readonly Mark[] {
  const note = text.slice(0, 2_000);
  return SENTENCES.flatMap(({ type, kind, pattern }): Mark[] => {
    const match = pattern.exec(note);
    return match === null ? [] : [{ type, kind, raw: match[0] }];
  });
}
