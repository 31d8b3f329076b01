import { BYLINE_LABELS, type BylineLabel } from '../lexicon/byline-words.ts';
import { languageOf } from '../lexicon/languages.ts';

/** A part of a byline with the role of the persons in it. */
export interface LabelledPart {
  readonly role: string;
  readonly label: string | undefined;
  readonly text: string;
}

const byLength = [...BYLINE_LABELS].sort((a, b) => b.words.length - a.words.length);
/** The same by their first letter: a line is held only against those it can begin with. */
const byLetter = new Map<string, BylineLabel[]>();
for (const label of byLength) byLetter.set(label.words.charAt(0), [...(byLetter.get(label.words.charAt(0)) ?? []), label]);
const colonLabels = byLength.filter((label) => label.colon === true).map(({ words }) => words.replaceAll('.', '\\.'));
const roleLabels = byLength.filter((label) => label.colon !== true && label.role !== 'author').map(({ words }) => words);
const NEXT_LABEL = new RegExp(
  `(?:^|[\\s;,/])(?=(?:${colonLabels.join('|')})\\s?(?::\\s|：))|(?:^|[;,/]\\s?)(?=(?:${roleLabels.join('|')})\\s\\p{Lu})`,
  'giu',
);

/** The role that a label alone stands for: `Fotos` gives photographer. */
export function roleOfLabel(word: string): string | undefined {
  const lower = word.toLowerCase();
  return BYLINE_LABELS.find(({ words, colon }) => colon === true && words === lower)?.role;
}

/** Cuts `Text: Ana Prill; Photos: Jonas Ekdahl` at its labels; a byline of one label, or of none, is one part. */
export function labelledParts(text: string, language: string | undefined): readonly LabelledPart[] {
  const starts = [...text.matchAll(NEXT_LABEL)].map((match) => match.index + match[0].length);
  // `Published By: …`, `Text and photos: …`: a label inside a longer one cuts nothing.
  const cuts = [...new Set([0, ...starts])].filter((start) => start === 0 || !insideLabel(text.toLowerCase(), start));
  return cuts
    .map((start, index) =>
      text
        .slice(start, cuts[index + 1] ?? text.length)
        .replace(/[\s;,/–—-]{1,20}$/u, '')
        .trim(),
    )
    .filter((part) => part !== '')
    .map((part) => readLabel(part, language));
}

function insideLabel(lower: string, start: number): boolean {
  return labelsOf(lower).some(({ words }) => words.length > start && lower.startsWith(words));
}

function labelsOf(lower: string): readonly BylineLabel[] {
  return byLetter.get(lower.charAt(0)) ?? [];
}

function readLabel(part: string, language: string | undefined): LabelledPart {
  const lower = part.toLowerCase();
  const tag = languageOf(language)?.tag;
  const label = labelsOf(lower).find((candidate) => fits(candidate, lower, tag));
  if (label === undefined) return { role: 'author', label: undefined, text: part };
  return { role: label.role, label: label.words, text: part.slice(label.words.length).replace(/^\s?[:：]?\s*/u, '') };
}

function fits(label: BylineLabel, lower: string, language: string | undefined): boolean {
  if (!lower.startsWith(label.words)) return false;
  const behind = lower.slice(label.words.length);
  if (/^\s?[:：]/u.test(behind))
    return label.colon === true || label.language === undefined || language === undefined || label.language === language;
  if (label.colon === true || !/^\s/u.test(behind)) return false;
  return label.language === undefined || label.language === language;
}
