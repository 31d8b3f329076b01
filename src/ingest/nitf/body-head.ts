import { isTag, type ChildNode, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedBlock, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { inlineOf, nameOf, textOf } from '../inline-markup.ts';
import { all, at, children, filled, localName, pathOf } from '../tree.ts';
import { NO_NOTES, noteOf, type Notes } from './notes.ts';

/** The fields that `body.head` gives. */
export type HeadFields = Pick<ParsedItem, 'headline' | 'headlines' | 'bylines' | 'dateline' | 'abstract'>;

/** A moment as a machine writes it: EFE prints it into `story.date`, where it is no dateline. */
const MACHINE_TIME = /^\d{8}T?[\d:+\-Z]*$/;

/** Agencies that write the line below the headline into `byline`. Source: ANSA NITF of 2022, which says so in a comment; read 2026-11-25. */
const SUBTITLE_AS_BYLINE = /^ansa$/i;

/** Headlines, bylines, dateline and abstract. */
export function headFields(head: Element | undefined): HeadFields {
  const [main, ...more] = all(head, 'hedline/hl1').flatMap(foldedText);
  const sub = all(head, 'hedline/hl2').flatMap(foldedText);
  const bylines = children(head, 'byline').flatMap(bylineOf);
  const isTitle = SUBTITLE_AS_BYLINE.test(distributorOf(head)?.text ?? '');
  const subtitles = isTitle ? bylines.map(({ text }) => ({ role: 'subtitle', text })) : [];
  return defined({
    headline: main,
    headlines: orNothing([
      ...[...more, ...sub].map(({ text, element }) => ({ role: element.attribs['class']?.trim() ?? 'subtitle', text })),
      ...subtitles,
    ]),
    bylines: isTitle ? undefined : orNothing(bylines),
    dateline: children(head, 'dateline').flatMap(datelineOf)[0],
    abstract: children(head, 'abstract').flatMap(abstractOf)[0],
  });
}

/** Notes of `body.head`. */
export function headNotes(head: Element | undefined): Notes {
  const notes = children(head, 'note').map(noteOf);
  return notes.reduce(
    (one, other) => ({ ednotes: [...one.ednotes, ...other.ednotes], copyright: one.copyright ?? other.copyright }),
    NO_NOTES,
  );
}

/** Who distributes: the organisation inside, else the whole text. */
export function distributorOf(head: Element | undefined): Found | undefined {
  return filled(at(head, 'distributor/org')) ?? filled(at(head, 'distributor'));
}

/** Where the story was filed from, with its own moment. */
export function storyDate(head: Element | undefined): Found | undefined {
  return filled(at(head, 'dateline/story.date/@norm'));
}

type Texted = Found & { readonly element: Element };

function foldedText(found: Texted): Texted[] {
  const text = foldSpace(textOf(found.element));
  return text === '' ? [] : [{ ...found, text }];
}

/** A `byttl` is a word of its own, however the file breaks its lines. */
function bylineOf(byline: Element): NonNullable<ParsedItem['bylines']> {
  const text = foldSpace(
    byline.children.map((node) => (isTag(node) && nameOf(node) === 'byttl' ? ` ${textOf(node)}` : textOf(node))).join(''),
  );
  const titles = children(byline, 'byttl').map((title) => foldSpace(textOf(title)));
  const [title] = titles;
  if (text === '') return [];
  return [{ text, path: pathOf(byline), ...(title === undefined || title === '' || titles.length > 1 ? {} : { title }) }];
}

/** The printed line, without a `story.date` that only a machine reads; place and date that nothing parts are parted by a comma. */
function datelineOf(dateline: Element): Found[] {
  const printed = dateline.children.filter((node) => !isMachineTime(node));
  const words = printed.map((node) => (isTag(node) && nameOf(node) === 'story.date' ? `\0${textOf(node)}` : textOf(node))).join('');
  const text = foldSpace(words.replace(/([^\s,\-–—(])\s*\0/g, '$1, ').replaceAll('\0', '')).replace(/^[\s,]+|(?<![\s,])[\s,]+$/g, '');
  return text === '' ? [] : [{ text, path: pathOf(dateline) }];
}

function isMachineTime(node: ChildNode): boolean {
  return isTag(node) && nameOf(node) === 'story.date' && MACHINE_TIME.test(foldSpace(textOf(node)));
}

/** Its paragraphs; a sub-head above them is not part of the text. */
function abstractOf(abstract: Element): NonNullable<ParsedItem['abstract']>[] {
  const paragraphs = all(abstract, '//p').map(({ element }) => inlineOf(element.children));
  const parts = paragraphs.length === 0 ? [inlineOf(abstract.children)] : paragraphs;
  const text = parts
    .map((part) => part.text)
    .join(' ')
    .trim();
  const html = parts.some((part) => part.html !== undefined) && parts.length === 1 ? parts[0]?.html : undefined;
  return text === '' ? [] : [{ text, path: pathOf(abstract), ...(html === undefined ? {} : { html }) }];
}

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}/;
/** A number to ring: at least seven digits behind a word for it or a plus. */
const PHONE = /(?:\+|\b(?:tel|phone|tlf|telefon|mobile?|mob)\b[.:\s]*)\(?\d[\d\s()/.-]{6,}/i;

/** What `body.end` holds: lines for readers, and addresses and notes that are not for them. */
export interface BodyEnd {
  readonly blocks: readonly ParsedBlock[];
  readonly contacts: NonNullable<ParsedItem['contacts']>;
  readonly ednotes: readonly Found[];
  /** Elements whose words are contacts: they stand nowhere else. */
  readonly contactLines: readonly Element[];
}

/** The tagline closes the story as its last line, unless it names mail addresses or phones, or says that it is not to be published. */
export function bodyEnd(end: Element | undefined): BodyEnd {
  const lines = children(end, 'tagline').flatMap((element) => {
    const text = foldSpace(textOf(element));
    return text === '' ? [] : [{ text, path: pathOf(element), element }];
  });
  const isContact = ({ text }: Found): boolean => ADDRESS.test(text) || PHONE.test(text);
  const isPrivate = ({ element }: { element: Element }): boolean => /^npa$/i.test(element.attribs['type'] ?? '');
  const shown = lines.filter((line) => !isContact(line) && !isPrivate(line));
  return {
    blocks: shown.map(({ text, path, element }) => {
      const { html } = inlineOf(element.children);
      return { type: 'paragraph', text, path, ...(html === undefined ? {} : { html }) };
    }),
    contacts: lines.filter(isContact).map(({ text }) => ({ value: text })),
    contactLines: lines.filter(isContact).map(({ element }) => element),
    ednotes: lines.filter((line) => isPrivate(line) && !isContact(line)).map(({ text, path }) => ({ text, path })),
  };
}

/** The first paragraph that the source itself marks as the lede. */
export function ledeOf(content: Element | undefined): ParsedItem['abstract'] {
  const lede = all(content, '//p').find(({ element }) => element.attribs['lede'] === 'true' && localName(element) === 'p');
  return lede === undefined ? undefined : { text: foldSpace(textOf(lede.element)), path: lede.path };
}
