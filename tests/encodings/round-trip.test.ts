import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import type { Concept } from '../../src/article/concept.ts';
import { readDocument } from '../../src/pipeline/read-document.ts';
import { articles, encoded } from './articles.ts';

const fold = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const sorted = (list: readonly (string | undefined)[]): string[] => list.flatMap((text) => (text === undefined ? [] : [fold(text)])).sort();
/** A name, else the code without its vocabulary, which is an alias in one format and an address in another, and without zeros that systems drop. */
const nameOf = ({ code, name }: Concept): string => name ?? (code ?? '').replace(/^.*[/:]/s, '').replace(/^0+/, '');
const isPicture = ({ type }: { type: string }): boolean => type === 'picture' || type === 'graphic';
const pictures = ({ media }: Article) => (media ?? []).filter(isPicture);

/** What is compared; null or empty where the article does not say, which a reader may then conclude for itself. */
const FIELDS = {
  correction: ({ status }: Article) => (status.kind === 'correction' ? 'correction' : undefined),
  headline: ({ headline }: Article) => headline.text,
  'body text': ({ body }: Article) => fold(body.text),
  authors: ({ byline }: Article) => byline.authors.map(({ name }) => name),
  dateline: ({ dateline }: Article) => dateline?.text,
  captions: (article: Article) => sorted(pictures(article).map(({ caption }) => caption)),
  credits: (article: Article) => sorted(pictures(article).map(({ credit }) => credit?.text)),
  'version created': ({ times }: Article) => seconds(times.versionCreated?.utc),
  'first created': ({ times }: Article) => seconds(times.firstCreated?.utc),
  published: ({ times }: Article) => seconds(times.published?.utc),
  'content created': ({ times }: Article) => seconds(times.contentCreated?.utc),
  updated: ({ times }: Article) => seconds(times.updated?.utc),
  embargo: ({ status }: Article) => status.embargo?.until.utc,
  expires: ({ status }: Article) => status.expires?.utc,
  publishable: ({ status }: Article) => status.publishable,
  language: ({ language }: Article) => language,
  subjects: ({ subjects }: Article) => sorted((subjects ?? []).map(nameOf)),
  people: ({ people }: Article) => sorted((people ?? []).map(({ name }) => name)),
  organisations: ({ organisations }: Article) => sorted((organisations ?? []).map(({ name }) => name)),
  keywords: ({ keywords }: Article) => sorted(keywords ?? []),
  slugline: ({ slugline }: Article) => slugline,
  abstract: ({ abstract }: Article) => (abstract === undefined ? undefined : fold(abstract.text)),
  urgency: ({ urgency }: Article) => urgency?.value,
  'copyright holder': ({ rights }: Article) => rights?.holder,
} as const;
type Field = keyof typeof FIELDS;

/** NITF knows no fractions of a second. */
function seconds(utc: string | null | undefined): string | undefined {
  return utc?.replace(/\.\d+/, '');
}

/** Fields that a format has no place for; NewsML-G2 has for the caption and credit of a picture in a text only the words below it. */
const LACKS: Readonly<Record<string, readonly Field[]>> = {
  ninjs: ['published', 'updated', 'keywords', 'dateline', 'correction'],
  'newsml-g2': ['published'],
  nitf: ['updated', 'content created'],
};

/** What a picture or film, or a story without a word of text, has no place for. */
const ONLY_OF_TEXTS: Readonly<Record<string, readonly Field[]>> = { ninjs: ['body text', 'abstract', 'authors'], nitf: ['authors'] };

/** Lists that a reader may divide in another way: each entry must stand in one of the reader's. */
const WITHIN: Readonly<Partial<Record<Field, (article: Article) => readonly string[]>>> = {
  authors: (article) => [...FIELDS.authors(article), article.byline.raw ?? ''],
  captions: (article) => FIELDS.captions(article),
  credits: (article) => [...FIELDS.credits(article), ...FIELDS.captions(article)],
  subjects: FIELDS.subjects,
  people: FIELDS.people,
};

function isText({ type, body }: Article): boolean {
  return type === 'text' && body.text !== '';
}

function lost(field: Field, article: Article, back: Article): boolean {
  const [written, read] = [FIELDS[field](article), FIELDS[field](back)];
  if (written === undefined || written === null || written === '' || (Array.isArray(written) && written.length === 0)) return false;
  const within = WITHIN[field]?.(back);
  if (within === undefined || !Array.isArray(written)) return JSON.stringify(written) !== JSON.stringify(read);
  return !written.every((each) => within.some((text) => text.includes(each)));
}

describe.each(['ninjs', 'newsml-g2', 'nitf'])('%s: what is written, our own reader reads back', (name) => {
  const read = articles.map(([fixture, article]) => {
    const receivedAt = article.times.received.utc ?? article.times.received.raw;
    const until = article.status.embargo?.until.utc;
    const now = until != null && !article.status.publishable ? new Date(Date.parse(until) - 1_000).toISOString() : receivedAt;
    const { items } = readDocument(new TextEncoder().encode(encoded(name, article)), { receivedAt, now });
    return { fixture, article, back: items[0]?.ok === true ? items[0].article : undefined };
  });

  test('every document is read', () => {
    expect(read.filter(({ back }) => back === undefined).map(({ fixture }) => fixture)).toEqual([]);
  });

  test.each((Object.keys(FIELDS) as Field[]).filter((field) => LACKS[name]?.includes(field) !== true))('%s', (field) => {
    const differing = read.flatMap(({ fixture, article, back }) =>
      back !== undefined && (isText(article) || ONLY_OF_TEXTS[name]?.includes(field) !== true) && lost(field, article, back)
        ? [`${fixture}: ${JSON.stringify(FIELDS[field](article))} became ${JSON.stringify(FIELDS[field](back))}`]
        : [],
    );
    expect(differing).toEqual([]);
  });

  test('nothing that may not be published becomes publishable', () => {
    expect(
      read.filter(({ article, back }) => !article.status.publishable && back?.status.publishable === true).map(({ fixture }) => fixture),
    ).toEqual([]);
  });
});
