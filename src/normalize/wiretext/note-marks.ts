import { peelHeadline } from './headline-marks.ts';
import { markOf, notedMarks, sentenceMarks, verbMarks, type Mark } from './status-marks.ts';

/** Marks of a note to editors: sentences, verbs, product lines, bracketed corrections. */
export function noteMarks(line: string): readonly Mark[] {
  const inner = /^\(+([^()]*(?:\([^()]*\)[^()]*)*)\)+\.?$/u.exec(line)?.[1] ?? line;
  const sentences = sentenceMarks(inner).filter(({ type }) => type !== 'not-for-publication' || isAboutItem(inner));
  if (sentences.length > 0) return sentences;
  const placed = placedMark(inner);
  if (placed !== undefined) return [placed];
  const verbs = verbMarks(inner);
  const noted = notedMarks(inner.replace(/^\/{2,}|(?<!\/)\/{2,}$/gu, ''));
  if (
    noted !== undefined &&
    noted.some(({ kind }) => kind !== 'story' || verbs.length === 0) &&
    !(verbs.length > 0 && verbs[0]?.kind === 'correction')
  ) {
    return verbs.length > noted.length ? verbs : noted;
  }
  if (verbs.length > 0) return verbs;
  const repeated = /^(\p{L}+)\s(?:des|der|du|de la|de|del|of the|of)\s(\p{L}+)(?:[-\s]\p{L}+)?$/u.exec(inner);
  const pair = [repeated?.[1], repeated?.[2]].map((word) => (word === undefined ? undefined : markOf(word, false)));
  const found = pair.filter((mark) => mark !== undefined);
  if (found.length > 0) return found;
  return peelHeadline(inner, { snaps: false }).marks;
}

/** `Berichtigung im 2. Absatz: …`, `Correction in 3rd graf: …`: a mark, then where it applies. */
function placedMark(note: string): Mark | undefined {
  const match = /^(\p{L}{4,20})\s(?:in|im|in der|zum|zu|to|au|dans|en|nel|al|no|na|i|w)\s[^:]{1,50}:\s*(\S.*)$/su.exec(note);
  const mark = match === null ? undefined : markOf(match[1] ?? '', false);
  return mark === undefined || mark.kind === 'story' ? undefined : { ...mark, note: match?.[2] ?? '' };
}

/** A note that calls itself ("the following contacts") unfit for print says nothing of the item. */
function isAboutItem(note: string): boolean {
  return (
    note.length <= 200 &&
    !/folgende|following|suivant|siguiente|seguenti|seguintes|volgende|följande|følgende|seuraava|\bnote\b|notepad|notiz/iu.test(note)
  );
}
