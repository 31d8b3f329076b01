import type { Found } from '../../article/parsed-item.ts';
import { foundIn, printed, type Line } from '../wire/lines.ts';

/** What the lines between start of text and `=` say. */
export interface HeadlineParts {
  readonly headline?: Found;
  readonly bylines: readonly Found[];
  /** Marks, genres and notes in brackets or capitals: `(Eil)`, `1ST LEAD`, `(Sperrfrist …)`, `(Foto - Archiv)`. */
  readonly notes: readonly Found[];
  /** Short lines above the headline: `Situation`, `France:`. */
  readonly kickers: readonly Found[];
  /** Lines below it: `Friday, 5 September 2014`. */
  readonly sublines: readonly Found[];
}

/** Lines of a headline are at most this long; one that had room for the next word ended on purpose. */
const WIDTH = 69;
const SPARE = 8;
const BYLINE = /^(?:by|von|par|por|di|da|door|av|af|przez|text:|autor:)\s+(?=[\p{Lu}]|dpa\b|afp\b|ap\b|unse)/iu;
const FRAME = /^\^\s*|(?:(?<!\s)\s+)?(?<![<=+])[<=+]+$/gu;

/** Reads marks, headline and byline in the order in which agencies print them: marks, kicker, headline, byline, picture note. */
export function readHeadline(lines: readonly Line[]): HeadlineParts {
  const parts = unwrapped(lines).map((part) => foundIn(part, bare(part)));
  const plain = parts.filter(({ text }) => text !== '');
  const notes = plain.filter(({ text }, index) => isBracket(text) || (isMark(text) && index < plain.length - 1));
  const rest = plain.filter((part) => !notes.includes(part));
  const firstByline = rest.findIndex(({ text }, index) => index > 0 && BYLINE.test(text) && text.length <= 160);
  const bylines = firstByline < 0 ? [] : rest.slice(firstByline);
  const titles = firstByline < 0 ? rest : rest.slice(0, firstByline);
  // AP frames each line and prints the headline first; the others print it last, below marks and kickers.
  const framed = lines.every((line) => printed(line).trim().startsWith('^'));
  const headline = framed ? titles[0] : titles.at(-1);
  const others = titles.filter((title) => title !== headline);
  return {
    ...(headline === undefined ? {} : { headline }),
    bylines,
    notes,
    ...(framed ? { kickers: [], sublines: others } : { kickers: others, sublines: [] }),
  };
}

function bare(part: readonly Line[]): string {
  return part
    .map((line) => printed(line).trim().replace(FRAME, ''))
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function unwrapped(lines: readonly Line[]): Line[][] {
  const parts: Line[][] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const wrapped = before !== undefined && isWrapped(printed(before).trim(), printed(line).trim());
    if (wrapped) parts.at(-1)?.push(line);
    else parts.push([line]);
  });
  return parts;
}

function isWrapped(before: string, after: string): boolean {
  if (/[=<]$/u.test(before) || after.startsWith('^')) return false;
  const open = before.startsWith('(') && before.split('(').length > before.split(')').length;
  if (open) return true;
  if (after.startsWith('(') || (before.startsWith('(') && before.endsWith(')')) || BYLINE.test(after)) return false;
  return before.length + 1 + (after.split(' ')[0] ?? '').length + SPARE > WIDTH;
}

function isBracket(text: string): boolean {
  return /^\(.*\)$/su.test(text);
}

/** `REFILE`, `1ST LEAD`, `KILL KILL KILL`, `Correction`: few words, in capitals or one of the plain words of dpa. */
function isMark(text: string): boolean {
  const capitals = /\p{Lu}{2}/u.test(text) && !/\p{Ll}{2}/u.test(text) && text.split(' ').length <= 5;
  return (
    capitals ||
    /^(?:correction|update|refile|korekta|aktualizacja|powtarzanie|remettre|mettre à jour|berichtigung|wiederholung)$/iu.test(text)
  );
}
