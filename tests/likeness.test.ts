import { describe, expect, test } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { likeliest, likenessKey, likenessOf, slugKey } from '../src/article/likeness.ts';
import { linkLikely } from '../src/pipeline/link-likely.ts';
import type { Journal } from '../src/store/journal.ts';
import { gate } from '../src/publish/gate.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { normalizeBatch } from '../src/pipeline/normalize.ts';
import { story } from './contract/journal.ts';

const STRIKE = [
  'Pilots of the Nordlinie ferries walked out on Monday night, leaving some 4,000 travellers on both shores of the Velmar strait.',
  'Their union said the bonus for night crossings had not been paid since November and that talks had failed at noon.',
  'The operator called the walkout unlawful and said a third of the crossings would run on Tuesday.',
];
const FOG = [
  'Thick fog closed the Velmar strait on Monday for the third time this month, the harbour master said.',
  'Two freighters anchored off the northern light wait for a pilot, and the small airport opened four hours late.',
];

interface Given {
  readonly key: string;
  readonly headline: string | null;
  readonly paragraphs: readonly string[];
  readonly at?: string;
  readonly kind?: Article['status']['kind'];
  readonly city?: string;
  readonly more?: Partial<Article>;
}

function wired({ key, headline, paragraphs, at = '2026-03-09T08:00:00Z', kind = 'story', city = 'Velmar', more = {} }: Given): Article {
  const base = story(key, '1', `${headline ?? ''}${paragraphs.join()}`, {
    kind,
    ...(kind === 'kill' ? { effective: 'canceled', publishable: false } : {}),
  });
  const blocks = paragraphs.map((text) => ({ type: 'paragraph' as const, text }));
  return {
    ...base,
    slugline: 'Velmar-ferry-strike',
    headline: { text: headline },
    dateline: { raw: null, cities: [{ name: city }], day: 9, month: 3 },
    times: { received: { utc: at, raw: at, basis: 'explicit-utc' } },
    body: { ...base.body, blocks },
    provenance: { ...base.provenance, rules: 'afp@2026-11-24' },
    ...more,
  };
}

const first = wired({ key: 'one', headline: 'Ferry pilots walk out over night crossings', paragraphs: STRIKE });
const correction = wired({
  ...{ key: 'two', headline: 'Ferry pilots walk out over night crossings', at: '2026-03-09T10:00:00Z', kind: 'correction' },
  paragraphs: STRIKE.map((text) => text.replace('4,000', '400')),
});
const update = wired({
  ...{ key: 'three', headline: 'Ferry operator takes striking pilots to court', at: '2026-03-09T12:00:00Z', kind: 'update' },
  paragraphs: ['Nordlinie went to court on Monday to end the walkout of its pilots.', ...STRIKE],
});
const other = wired({
  key: 'fog',
  headline: 'Fog closes Velmar strait again',
  paragraphs: FOG,
  at: '2026-03-09T11:00:00Z',
  kind: 'update',
});

describe('likeness', () => {
  test('slugs compare without case, accents and signs', () => {
    expect(slugKey('Procès-santé / SECOURS')).toBe('proces-sante-secours');
    expect(likenessKey(first)).toEqual({ provider: 'tst', slug: 'velmar-ferry-strike', at: '2026-03-09T08:00:00.000Z' });
    expect(likenessKey({ ...first, slugline: ' - ' })).toBeUndefined();
  });

  test('a correction is nearly sure, an update that was recast and grew is likely', () => {
    expect(likenessOf(correction, first)).toEqual({ confidence: 0.99, text: 0.98, city: 'same', day: 'same', marked: true });
    expect(likeliest(update, [first, other])?.article.id).toBe('TST:one');
    expect(likenessOf(update, first).confidence).toBeLessThan(likenessOf(correction, first).confidence);
  });

  test('another story of the same slug, place and day is not linked, marked or not', () => {
    expect(likeliest(other, [first, correction])).toBeUndefined();
    expect(likeliest({ ...update, status: { ...update.status, kind: 'story' } }, [other])).toBeUndefined();
  });

  test('of equals the newer one is revised; later items, other languages and other types are none', () => {
    const resent = { ...first, id: 'TST:again', times: { received: { ...first.times.received, utc: '2026-03-09T09:00:00Z' } } };
    expect(likeliest(correction, [first, resent])?.article.id).toBe('TST:again');
    expect(likeliest(correction, [resent, first])?.article.id).toBe('TST:again');
    expect(likeliest(first, [correction])).toBeUndefined();
    expect(likeliest({ ...correction, language: 'fr' }, [{ ...first, language: 'en-GB' }])).toBeUndefined();
    expect(likeliest(correction, [{ ...first, type: 'picture' }])).toBeUndefined();
  });

  test('scripts without spaces are compared too; alerts without a headline by their sentence', () => {
    const paragraphs = ['韦尔马海峡的渡轮引航员周一晚间罢工，两岸约四千名旅客滞留。'];
    const [before, after] = [
      wired({ key: 'zh1', headline: null, paragraphs }),
      wired({ key: 'zh2', headline: null, paragraphs, kind: 'correction' }),
    ];
    expect(likenessOf(after, before).text).toBe(1);
    expect(likenessOf(wired({ key: 'x', headline: null, paragraphs: ['周二天气晴朗，港口恢复正常运营。'] }), before).text).toBeLessThan(
      0.25,
    );
  });
});

describe('linking', () => {
  const outcome = (article: Article, index = 0) => ({ kind: 'article', index, article }) as const;
  const asked: string[] = [];
  const journalWith = (...found: Article[]): Pick<Journal, 'lookalikes'> => ({
    lookalikes: ({ after, before }) => {
      asked.push(`${after} ${before}`);
      return Promise.resolve(found);
    },
  });
  async function linkOf(article: Article, found: readonly Article[] = [], waiting: readonly Article[] = []) {
    const linked = await linkLikely(
      outcome(article),
      waiting.map((one) => outcome(one)),
      journalWith(...found),
    );
    return linked.kind === 'article' ? { links: linked.article.links, notes: linked.article.provenance.warnings } : undefined;
  }

  test('a link has a confidence and a note, and changes neither identity nor status', async () => {
    const linked = await linkLikely(outcome(correction), [], journalWith(first));
    expect(linked).toMatchObject({ article: { identity: correction.identity, status: correction.status } });
    expect(await linkOf(correction, [first])).toEqual({
      links: [{ rel: 'likely-revision-of', id: 'TST:one', confidence: 0.99 }],
      notes: [
        {
          ...{ code: 'link.likely', path: 'links/0' },
          detail: 'most likely revises TST:one (confidence 0.99: same slug, text 0.98, city same, day same, marker correction)',
        },
      ],
    });
    expect(await linkLikely(outcome(correction), [], journalWith(first))).toEqual(linked);
  });

  test('the window is the profile’s; without one, without a slug or with a pointer of its own nobody is asked', async () => {
    asked.length = 0;
    await linkOf(correction);
    await linkOf({ ...correction, provenance: { ...correction.provenance, rules: 'none@1' } }, [first]);
    await linkOf({ ...correction, slugline: '' }, [first]);
    await linkOf({ ...correction, identity: { ...correction.identity, supersedes: ['one'] } }, [first]);
    expect(asked).toEqual(['2026-03-07T10:00:00.000Z 2026-03-09T10:00:00.000Z']);
  });

  test('what is not committed yet is seen, within the window', async () => {
    expect((await linkOf(correction, [], [first]))?.links).toHaveLength(1);
    const old = { ...first, times: { received: { ...first.times.received, utc: '2026-03-07T09:59:59Z' } } };
    expect((await linkOf(correction, [], [old]))?.links).toBeUndefined();
  });

  test('a kill that names no story shows, whoever sent it, which stories have its slug', async () => {
    const plain = wired({
      key: 'kill',
      headline: 'MANDATORY KILL',
      paragraphs: ['Please kill the story.'],
      kind: 'kill',
      at: '2026-03-09T12:00:00Z',
    });
    const kill = { ...plain, slugline: 'Velmar ferry strike_KILL', provenance: { ...plain.provenance, rules: 'none@1' } };
    const noteOf = async (article: Article, found: readonly Article[]) => (await linkOf(article, found))?.notes;
    asked.length = 0;
    expect(await noteOf(kill, [first, other])).toEqual([
      {
        ...{ code: 'link.unproven-kill', path: 'identity/kills' },
        detail: 'names no story; of its slug: TST:one, TST:fog, none is killed by that',
      },
    ]);
    expect(asked).toEqual(['2026-03-06T12:00:00.000Z 2026-03-09T12:00:00.000Z']);
    expect((await noteOf(kill, []))?.[0]?.detail).toBe('names no story; no story of its slug came in the 72 hours before');
    expect((await noteOf({ ...kill, slugline: '' }, []))?.[0]?.code).toBe('link.unproven-kill');
    expect(await noteOf(kill, [{ ...first, id: kill.id }])).toEqual([]);
    expect(await noteOf({ ...kill, identity: { ...kill.identity, kills: [{ by: 'slug', value: 'x' }] } }, [first])).toEqual([]);
  });

  test('a kill without a pointer never kills what it looks like', async () => {
    const journal = openSqliteJournal(':memory:', { now: () => new Date('2026-03-09T13:00:00Z') });
    const kill = wired({ key: 'kill', headline: first.headline.text, paragraphs: STRIKE, kind: 'kill', at: '2026-03-09T12:00:00Z' });
    const ids: number[] = [];
    for (const key of ['first', 'kill']) {
      const raw = { feed: 'f', bytes: new TextEncoder().encode(key), sha256: key, receivedAt: '2026-03-09T12:00:00Z' };
      ids.push((await journal.keepRaw(raw)).id);
    }
    const log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
    await normalizeBatch(ids, {
      ...{ journal, log, readingOf: () => ({}), wake: () => Promise.resolve() },
      normalizeRaw: ({ sha256 }) => [outcome(sha256 === 'kill' ? kill : first)],
    });
    const views = await journal.events('0', 10);
    expect(views.filter((view) => gate(view).pass).map(({ event }) => `${event.type} ${event.articleId}`)).toEqual([
      'article.created TST:one',
      'article.killed TST:kill',
    ]);
    expect((await journal.article('TST:one'))?.view.tombstone).toBeNull();
    expect((await journal.article('TST:kill'))?.article.provenance.warnings[0]).toMatchObject({
      code: 'link.unproven-kill',
      path: 'links/0',
    });
    await journal.close();
  });
});
