import { isTag, isText, type ChildNode, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import { textOf } from '../inline-markup.ts';
import { bitsOf, rolesOf } from './element-names.ts';
import type { Passage } from './passage.ts';

/** Class and property names of what says who made a picture. */
const CREDIT =
  /credit|copyright|source|photographer|author|rights|agency|byline|quelle|fotograf|attribution|provider|owner|firma|autor|fuente/i;
const CREDIT_TAGS = new Set(['cite', 'small']);
/** Marks a name at the end of a caption as the picture's credit: `… last year. (Tor Evensby)`, `…[Norvik Wire]`. */
const IN_BRACKETS = /(?<=[.!?…。"”»'’])\s{0,3}[(（[]\s?([^()（）[\]]{2,90})\s?[)）\]]$/u;
/** Brackets that say themselves what they are, behind anything: `(Dok. IGI)`, `(AFP / Ana Lima)`, `（山田撮影）`. */
const SAID_IN_BRACKETS =
  /\s{0,3}[(（[]\s?((?:(?:dok|doc|foto|photo|fotografija|image|picture|bild|via)\b|[A-Z]{2,5}\s?\/|©)[^()（）[\]]{1,80}|[^()（）[\]]{1,30}(?:撮影|提供|写真))\s?[)）\]][.。]?$/iu;
/** `… last year. | Tor Evensby/Norvik Wire` */
const BEHIND_BAR = /(?<=[.!?…。"”»'’])\s\|\s([^|]{2,60})$/u;
/** Where a gallery stands: `2 of 12 | `. */
const COUNT = /^\d{1,3}\s?(?:of|\/|von|de|av|di|z|из)\s?\d{1,3}(?:\s?[|:·–-]\s?|\s+(?=\p{Lu}))/u;
/** The label of a credit that stands apart: `Ivy is easy to grow ( Image:`. */
const OPEN_LABEL = /\s?[(（[]?\s?(?:image|photo|picture|foto|bild|credit)\s?:$/iu;
/** A line of its own that says who made the picture. */
const LABELLED = /^(?:fotos?|photos?|bild(?:er)?|images?|picture|credit|crédit|copyright|quelle|fuente|källa|©)\s?[:©]\s?\S.{1,60}$/iu;
/** A line of its own of some names. */
const NAMES = /^(?:\p{Lu}[\p{L}.'’-]*|[&/|,]|and|via)(?:\s?[/|,&]\s?(?:\p{Lu}[\p{L}.'’-]*)|\s(?:\p{Lu}[\p{L}.'’-]*|[&/|,]|and|via)){0,4}$/u;
/** Words for those who do not see the page. */
const LABEL = /^(?:image caption|image copyright|media caption|image source|legende|bildunterschrift|caption|getty images?,?)\s?[:,]\s?/iu;
const HIDDEN = bitsOf('hidden');
const LONGEST_CREDIT = 90;

/** What stands under a picture: what it shows, and who made it, where the page keeps the two apart. */
export interface PictureWords {
  readonly caption: string;
  readonly credit: string;
}

interface Part {
  readonly text: string;
  readonly isCredit: boolean;
}

/** Parts named a credit at either end are the credit; so is a short last element behind a sentence, and a name in brackets there. */
export function pictureWords(passages: readonly Passage[]): PictureWords {
  const named = passages.flatMap((passage, place): Part[] => partsOfPassage(passage, place === 0 ? undefined : passages[place - 1]));
  const isAllCredit = named.every(({ text, isCredit }) => isCredit || text.trim() === '');
  const parts =
    isAllCredit && passages.length === 1 ? named.map(({ text }) => ({ text, isCredit: LABELLED.test(foldSpace(text)) })) : named;
  const worded = parts.filter(({ text }) => text.trim() !== '');
  const first = worded.findIndex(({ isCredit }) => !isCredit);
  const last = worded.findLastIndex(({ isCredit }) => !isCredit);
  if (first === -1) return { caption: '', credit: joined(worded) };
  const start = parts.indexOf(worded[first] ?? { text: '', isCredit: false });
  const end = parts.indexOf(worded[last] ?? { text: '', isCredit: false });
  const ends = [...worded.slice(0, first), ...worded.slice(last + 1)];
  const caption = foldSpace(parts.slice(start, end + 1).map(({ text }) => text).join('')).replace(LABEL, '').replace(COUNT, '').replace(OPEN_LABEL, ''); // prettier-ignore
  if (ends.length > 0) return { caption, credit: joined(ends) };
  return inBrackets(caption) ?? lastElement(caption, passages) ?? { caption, credit: '' };
}

/** A short line of names behind a line of words is the credit, and so is a line that says so. */
function partsOfPassage(passage: Passage, before: Passage | undefined): Part[] {
  const { element, text, nodes } = passage;
  const isApart = LABELLED.test(text) || (before !== undefined && before.length > text.length && NAMES.test(text));
  return namesCredit(element) || isApart
    ? [
        { text, isCredit: true },
        { text: ' ', isCredit: false },
      ]
    : [...nodes.flatMap(partsOf), { text: ' ', isCredit: false }];
}

function joined(parts: readonly Part[]): string {
  return [...new Set(parts.map(({ text }) => foldSpace(text)))].join(' ');
}

function partsOf(node: ChildNode): Part[] {
  if (isText(node)) return [{ text: node.data, isCredit: false }];
  if (!isTag(node) || isHidden(node)) return [];
  if (namesCredit(node)) return [{ text: textOf(node), isCredit: true }];
  return node.children.some((child) => isTag(child)) ? node.children.flatMap(partsOf) : [{ text: textOf(node), isCredit: false }];
}

/** Only what is hidden from all: captions are hidden from readers of the `alt` text that says the same. */
function isHidden(element: Element): boolean {
  return element.attribs['aria-hidden'] === undefined && (rolesOf(element) & HIDDEN) !== 0;
}

function namesCredit({ name, attribs }: Element): boolean {
  return CREDIT_TAGS.has(name) || CREDIT.test(`${attribs['class'] ?? ''} ${attribs['itemprop'] ?? ''}`);
}

function inBrackets(caption: string): PictureWords | undefined {
  const found = IN_BRACKETS.exec(caption) ?? SAID_IN_BRACKETS.exec(caption) ?? BEHIND_BAR.exec(caption);
  const credit = found?.[1]?.trim();
  return found === null || credit === undefined || !/^\p{Lu}|^[^\p{Ll}\s]/u.test(credit)
    ? undefined
    : { caption: caption.slice(0, found.index).trim(), credit };
}

/** `<figcaption><span>What it shows.</span> <span>Who made it</span></figcaption>` */
function lastElement(caption: string, passages: readonly Passage[]): PictureWords | undefined {
  const nodes = (passages.at(-1)?.nodes ?? []).filter((node) => !isText(node) || node.data.trim() !== '');
  const last = nodes.at(-1);
  if (nodes.length < 2 || last === undefined || !isTag(last) || last.name === 'a') return undefined;
  const credit = foldSpace(textOf(last));
  const shown = caption.slice(0, caption.length - credit.length).trim();
  const isApart = credit.length <= LONGEST_CREDIT && caption.endsWith(credit) && /[.!?…。"”»)]$/u.test(shown);
  return isApart && credit !== '' ? { caption: shown, credit } : undefined;
}
