import { isTag, type Element } from 'domhandler';
import type { LeftOut, ParsedItem } from '../../article/parsed-item.ts';
import { publicUrl } from '../web-address.ts';
import type { PhraseKind } from './boilerplate-phrases.ts';
import { phraseBit, phrasesIn } from './said-phrases.ts';
import { bitsOf } from './element-names.ts';
import { nearest } from './element-line.ts';
import type { Role } from './name-words.ts';
import type { PlacedPassage, StoryReading } from './story-reading.ts';
import { pathOf } from './story-blocks.ts';
import { spanOf } from './verdict.ts';

/** What names and phrases say of a passage that is not the story, the surest first. */
const KINDS: readonly (readonly [kind: string, roles: readonly Role[], phrase: PhraseKind | undefined])[] = [
  ['consent', ['consent'], 'consent'],
  ['newsletter', ['newsletter'], 'newsletter'],
  ['comments', ['comments'], 'comments'],
  ['share-widget', ['share'], 'share'],
  ['ad-label', ['advert'], 'advert'],
  ['related-link', ['related'], 'related'],
  ['subscription', ['paywall'], 'subscribe'],
  ['caption', ['caption', 'media'], undefined],
  ['author-note', ['author'], 'author'],
  ['tags', ['tags'], undefined],
  ['copyright', ['legal'], 'rights'],
  ['navigation', ['navigation', 'footer', 'header', 'overlay', 'form', 'tools'], 'technical'],
];

/** The kind of a passage of which nothing says what it is. */
const NO_KIND = 'page-text';

const BITS = KINDS.map(([kind, roles, phrase]) => ({
  kind,
  roles: bitsOf(...roles),
  phrase: phrase === undefined ? 0 : phraseBit(phrase),
}));

/** Which kind of furniture a passage is. */
export function kindOf({ passage, roles }: PlacedPassage): string {
  const all = roles.own | roles.near | roles.far;
  const found = BITS.find((entry) => (all & entry.roles) !== 0 || (entry.phrase !== 0 && (phrasesIn(passage) & entry.phrase) !== 0));
  return found?.kind ?? NO_KIND;
}

/** What became of the passages of a page. */
export interface Sorted {
  readonly kept: ReadonlySet<PlacedPassage>;
  /** In other fields than the body. */
  readonly used: ReadonlySet<PlacedPassage>;
  readonly base: string | undefined;
}

/** What stands in and around the story without belonging to it. */
export function leftOutOf(reading: StoryReading, { kept, used, base }: Sorted): LeftOut[] {
  const first = reading.passages.findIndex((placed) => kept.has(placed));
  const last = reading.passages.findLastIndex((placed) => kept.has(placed));
  return reading.passages.flatMap((placed): LeftOut[] => {
    const { place, text, element } = placed.passage;
    const isNear = placed.inCore || (place > first && place < last);
    if (!isNear || kept.has(placed) || used.has(placed) || placed.words === reading.headline || placed.words === '') return [];
    const span = spanOf(placed);
    const url = addressIn(placed, base);
    return [
      {
        kind: kindOf(placed),
        text,
        path: pathOf(element, placed),
        ...(span === undefined ? {} : { span }),
        ...(url === undefined ? {} : { url }),
      },
    ];
  });
}

const MOST_RELATED = 30;

/** Other stories that the page offers inside this one, once each. */
export function relatedOf(left: readonly LeftOut[]): NonNullable<ParsedItem['related']> {
  const titles = new Map<string, string>();
  for (const { kind, text, url } of left)
    if (kind === 'related-link' && url !== undefined && text.length > 20 && !titles.has(url)) titles.set(url, text);
  return [...titles].slice(0, MOST_RELATED).map(([url, title]) => ({ title, url }));
}

function addressIn({ passage: { nodes, element, linked, length } }: PlacedPassage, base: string | undefined): string | undefined {
  if (linked * 2 < length && linked < 20) return undefined;
  const links = nodes
    .flatMap((node) => (isTag(node) ? [node, ...node.children] : []))
    .filter((node): node is Element => isTag(node) && node.name === 'a');
  return publicUrl((links[0] ?? nearest(element, ({ name }) => name === 'a', new Set()))?.attribs['href'], base);
}
