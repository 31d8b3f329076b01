import type { Found } from '../../article/parsed-item.ts';
import { plainText } from '../plain-text.ts';
import { at, filled } from '../tree.ts';
import { within, type Story } from './story.ts';

/** What the NewsLines of a story say; NITF's own head stands in for lines that are missing. */
export interface Lines {
  readonly headline: Found | undefined;
  readonly subheadline: Found | undefined;
  readonly slugline: Found | undefined;
  readonly dateline: Found | undefined;
  readonly copyright: Found | undefined;
  readonly terms: Found | undefined;
  readonly credit: Found | undefined;
  readonly bylines: readonly Found[];
  readonly keywords: readonly string[];
  readonly advisories: readonly Found[];
  readonly products: readonly Found[];
}

export function linesOf(story: Story): Lines {
  const several = (path: string): Found[] => within(story, path).flatMap((found) => filled(found) ?? []);
  const first = (...paths: string[]): Found | undefined => paths.flatMap(several)[0];
  const headline = first('NewsLines/HeadLine', 'hedline/hl1');
  const bylines = several('NewsLines/ByLine');
  return {
    headline: headline === undefined ? undefined : unmarked(headline),
    subheadline: first('NewsLines/SubHeadLine', 'NewsLines/SubHeadline', 'hedline/hl2'),
    slugline: first('NewsLines/SlugLine'),
    dateline: first('NewsLines/DateLine', 'body.head/dateline'),
    copyright: first('NewsLines/CopyrightLine'),
    terms: first('NewsLines/RightsLine', 'UsageRights/UsageType'),
    credit: first('NewsLines/CreditLine'),
    bylines: bylines.length > 0 ? bylines : several('body.head/byline'),
    keywords: [
      ...several('NewsLines/KeywordLine'),
      ...several('item_keywords/item_keyword'),
      ...typedLines(story, /^catch ?word$/i),
    ].flatMap(({ text }) => wordsOf(text)),
    advisories: typedLines(story, /advis|ed(?:itor.{0,3})?.?note|^$/i),
    products: typedLines(story, /product/i),
  };
}

/** Several words in one line stand between semicolons or commas. */
export function wordsOf(text: string): string[] {
  return text
    .split(/[;,]/u)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Tags that were escaped into a line are not part of what it says. */
function unmarked(found: Found): Found {
  return /<\/?[a-z][^<>]{0,200}>/i.test(found.text) ? { ...found, text: plainText({ text: found.text, type: 'html' }) } : found;
}

/** Lines of free text by their type; one without a type may be a note to the desk. */
function typedLines(story: Story, type: RegExp): Found[] {
  return within(story, 'NewsLines/NewsLine').flatMap(({ element }) => {
    const stated = at(element, 'NewsLineType/@FormalName')?.text.trim() ?? '';
    const text = filled(at(element, 'NewsLineText'));
    return text !== undefined && type.test(stated) ? [text] : [];
  });
}
