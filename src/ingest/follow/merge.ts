import type { ParsedBlock, ParsedItem } from '../../article/parsed-item.ts';

/** Why the entry stands alone: a note of the article. */
export interface NotFollowed {
  readonly code: string;
  readonly detail: string;
}

/** Letters in a row that make a word worth comparing. */
const WORD = /[\p{L}\p{N}]{4,40}/gu;
/** So many of the headline's words are in the story it is about. */
const LEAST_SHARED = 0.5;

/**
 * One item of an entry and its page. The publisher's feed says what the story is (identity, headline, times, byline, status); the page has its
 * text and pictures, and what the feed leaves open. A page that is about something else (a home page, a wall before the story) or has less text
 * than the entry is not used. Pure.
 */
export function mergeFollowed(entry: ParsedItem, page: ParsedItem | NotFollowed): ParsedItem {
  if ('code' in page) return alone(entry, page);
  if (!isAbout(page, entry))
    return alone(entry, { code: 'page.other-story', detail: `the page is about ${page.headline?.text.slice(0, 100) ?? 'nothing'}` });
  const [said, shown] = [charsOf(entry.body), charsOf(page.body)];
  if (shown <= said) return alone(entry, { code: 'page.shorter', detail: `${shown} characters on the page, ${said} in the feed` });
  const { truncated: _, ...known } = entry;
  const { index: _place, guid: _guid, isOfFeed: _isOfFeed, truncated, ...found } = page;
  const media = distinct([...(page.media ?? []), ...(entry.media ?? [])]);
  return {
    ...found,
    ...known,
    ...{ index: 0, body: page.body, rest: [...(entry.rest ?? []), ...(page.rest ?? [])], times: { ...page.times, ...entry.times } },
    ...(page.leftOut === undefined ? {} : { leftOut: page.leftOut }),
    ...(page.weighed === undefined ? {} : { weighed: page.weighed }),
    ...(media.length === 0 ? {} : { media }),
    ...(truncated === undefined ? {} : { truncated }),
  };
}

function alone(entry: ParsedItem, { code, detail }: NotFollowed): ParsedItem {
  return { ...entry, index: 0, notes: [...(entry.notes ?? []), { code, path: 'body', detail }] };
}

function isAbout(page: ParsedItem, { headline }: ParsedItem): boolean {
  const wanted = new Set(wordsOf(headline?.text ?? ''));
  if (wanted.size === 0) return true;
  const there = new Set(wordsOf([page.headline?.text ?? '', ...page.body.map(textOf)].join('\n')));
  return [...wanted].filter((word) => there.has(word)).length >= wanted.size * LEAST_SHARED;
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

function charsOf(body: readonly ParsedBlock[]): number {
  return body.reduce((sum, block) => sum + textOf(block).length, 0);
}

function textOf({ text, items, blocks }: ParsedBlock): string {
  return [text ?? '', ...(items ?? []).map((item) => item.text), ...(blocks ?? []).map(textOf)].join('\n').trim();
}

function distinct<Item extends { readonly key: string }>(items: readonly Item[]): Item[] {
  return items.filter(({ key }, place) => items.findIndex((other) => other.key === key) === place);
}
