import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { sha256 } from '../../src/article/hash.ts';
import { takesBack } from '../../src/publish/event.ts';
import { gate } from '../../src/publish/gate.ts';
import type { Journal } from '../../src/store/journal.ts';
import { story, type OpenedJournal } from './journal.ts';

type Status = Partial<Article['status']>;

const USABLE: Status = {};
const KILL: Status = { kind: 'kill', effective: 'canceled', publishable: false, reasons: ['kill'] };
const WITHHELD: Status = { kind: 'withhold', effective: 'withheld', publishable: false, reasons: ['withheld'] };
const UNKNOWN: Status = { effective: 'withheld', publishable: false, reasons: ['pubstatus-unknown'] };
const LIFTED: Status = { markers: [{ type: 'embargo-lifted', raw: 'Embargo lifted' }] };

const START = Date.parse('2026-03-09T09:00:00Z');
const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();

function embargo(seconds: number | null): Status {
  const until = { utc: seconds === null ? null : at(seconds), raw: 'embargo', basis: 'explicit-utc' as const };
  const release = seconds === null ? 'manual' : 'automatic';
  return { effective: 'embargoed', publishable: false, reasons: ['embargo'], embargo: { until, release } };
}

type Ids = Partial<Pick<Article['identity'], 'guid' | 'basis' | 'altIds' | 'kills'>>;

function item(key: string, revision: string, status: Status, ids: Ids = {}): Article {
  const { kind, effective, publishable, reasons, embargo: until } = status;
  const base = story(key, revision, `${key} ${revision} ${kind ?? 'story'}`);
  const given = Object.fromEntries(
    Object.entries({ kind, effective, publishable, reasons, embargo: until }).filter(([, value]) => value !== undefined),
  );
  return { ...base, identity: { ...base.identity, ...ids }, status: { ...base.status, markers: status.markers ?? [], ...given } };
}

/** Every order of a list. */
function orders<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, index) => orders(list.filter((_, other) => other !== index)).map((rest) => [first, ...rest]));
}

/** What a journal must never do, whatever comes in which order: the same for every store. */
export function safetyContract(name: string, open: (now: () => Date) => Promise<OpenedJournal>): void {
  describe(`journal safety: ${name}`, () => {
    const opened: OpenedJournal[] = [];
    let time = START;
    let documents = 0;

    async function fresh(): Promise<OpenedJournal> {
      time = START;
      const one = await open(() => new Date(time));
      opened.push(one);
      return one;
    }
    async function put(journal: Journal, ...articles: readonly Article[]): Promise<void> {
      for (const article of articles) {
        const bytes = `safety ${(documents += 1)}`;
        const { id } = await journal.keepRaw({ feed: 'f', bytes: Buffer.from(bytes), sha256: sha256(bytes), receivedAt: at(0) });
        await journal.commit([{ rawId: id, items: [{ kind: 'article', index: 0, article }], last: true }]);
      }
    }
    /** Everything that a consumer gets who reads from the start now, and whoever asks for the story itself. */
    async function visible(journal: Journal, key: string): Promise<string[]> {
      await journal.releaseDue(100);
      const views = (await journal.events('0', 1_000)).filter((view) => gate(view).pass && !takesBack(view.event.type));
      const found = await journal.article(`TST:${key}`);
      const event = { cursor: '0', type: 'article.updated' as const, articleId: `TST:${key}`, revision: 0, occurredAt: at(0) };
      const asked = found !== null && gate({ ...found.view, event }).pass ? ['asked'] : [];
      return [
        ...views.filter(({ event: { articleId } }) => articleId === `TST:${key}`).map(({ event: { revision } }) => `revision ${revision}`),
        ...asked,
      ];
    }
    /** What somebody gets of a story who may have copy before its time, and reads from the start now. */
    async function early(journal: Journal, key: string): Promise<string[]> {
      await journal.releaseDue(100);
      const views = (await journal.events('0', 1_000)).filter((view) => gate(view, { embargoed: true }).pass);
      return views
        .filter(({ event }) => event.articleId === `TST:${key}`)
        .map(({ event }) => `${event.type.replace(/^\w+\./, '')} ${event.revision}`);
    }
    async function kills(journal: Journal): Promise<string[]> {
      return (await journal.events('0', 1_000)).filter(({ event }) => event.type === 'article.killed').map(({ event }) => event.articleId);
    }
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.dispose();
    });

    test('a killed story is never seen again: in no order, by no later revision, from no cursor', async () => {
      const { journal } = await fresh();
      const sent = [item('K', '1', USABLE), item('K', '2', KILL), item('K', '3', USABLE)];
      for (const [n, order] of orders(sent).entries()) {
        const own = order.map((article) => ({ ...article, id: `TST:k${n}`, identity: { ...article.identity, guid: `k${n}` } }));
        await put(journal, ...own);
        expect(await visible(journal, `k${n}`), `order ${n}`).toEqual([]);
      }
      expect(await kills(journal)).toHaveLength(6);
    });

    test('a kill sent twice is told once; a late copy of the story stays dead', async () => {
      const { journal } = await fresh();
      await put(journal, item('a', '1', USABLE), item('a', '2', KILL), item('a', '2', KILL), item('a', '1', USABLE));
      expect([await kills(journal), await visible(journal, 'a')]).toEqual([['TST:a'], []]);
    });

    test.each([
      ['by its guid', { guid: 'urn:x:a' }, { kills: [{ by: 'uri', value: 'urn:x:a' }] }],
      ['by another id of the same kind', { altIds: [{ role: 'doc-id', value: 'D 7' }] }, { kills: [{ by: 'doc-id', value: 'D 7' }] }],
      [
        'by an id that both have, where the kill has no key',
        { altIds: [{ role: 'systemId', value: 'S7' }] },
        { basis: 'content', altIds: [{ role: 'systemId', value: 'S7' }] },
      ],
    ])('a kill finds its story %s, before it or after it', async (_how, own, named) => {
      const { journal } = await fresh();
      const [first, kill] = [item('a', '1', USABLE, own), item('kill-of-a', '1', KILL, named)];
      await put(
        journal,
        first,
        item('other', '1', USABLE, { altIds: [{ role: 'desk', value: 'D 7' }] }),
        kill,
        item('a', '2', USABLE, own),
      );
      expect([await visible(journal, 'a'), (await visible(journal, 'other')).length]).toEqual([[], 2]);
      expect(await kills(journal)).toEqual(['TST:kill-of-a', 'TST:a']);
      const { journal: second } = await fresh();
      await put(second, kill, first);
      expect([await visible(second, 'a'), (await second.article('TST:a'))?.view.tombstone === null]).toEqual([[], false]);
    });

    test('a daily number names what was sent lately, once; what stories share names none', async () => {
      const { journal } = await fresh();
      const numbered = {
        altIds: [
          { role: 'service-number', value: 'dpa0417' },
          { role: 'name-label', value: 'Velmar' },
        ],
      };
      await put(journal, item('monday', '1', USABLE, numbered));
      time += 49 * 3_600_000;
      await put(journal, item('wednesday', '1', USABLE, numbered));
      const named = [
        { by: 'service-number', value: 'dpa0417' },
        { by: 'name-label', value: 'Velmar' },
        { by: 'slug', value: 'wednesday' },
      ];
      await put(journal, item('kill', '1', KILL, { kills: named }));
      expect([(await visible(journal, 'monday')).length, await visible(journal, 'wednesday')]).toEqual([2, []]);
      await put(journal, item('thursday', '1', USABLE, numbered));
      expect(await visible(journal, 'thursday')).toHaveLength(2);
    });

    test('an update that names no embargo does not lift one; one that says it is over does; a kill beats both', async () => {
      const { journal } = await fresh();
      await put(journal, item('a', '1', embargo(100)), item('a', '2', USABLE), item('m', '1', embargo(null)), item('m', '2', USABLE));
      await put(journal, item('l', '1', embargo(100)), item('l', '2', LIFTED), item('k', '1', embargo(100)), item('k', '2', KILL));
      const seen = async (): Promise<number[]> => {
        const all = [];
        for (const key of ['a', 'm', 'l', 'k']) all.push((await visible(journal, key)).length);
        return all;
      };
      expect(await seen()).toEqual([0, 0, 2, 0]);
      expect((await journal.article('TST:a'))?.article.provenance.warnings.map(({ code }) => code)).toEqual(['embargo.carried']);
      time = START + 99_999;
      expect(await seen()).toEqual([0, 0, 2, 0]);
      time = START - 40_000;
      expect(await seen()).toEqual([0, 0, 2, 0]);
      time = START + 100_000;
      expect(await seen()).toEqual([2, 0, 2, 0]);
      await put(journal, item('a', '3', USABLE));
      expect((await journal.article('TST:a'))?.article.status.publishable).toBe(true);
    });

    test('an embargo outlives an update that is held for another reason, and one that is embargoed by its own word', async () => {
      const { journal } = await fresh();
      const bare: Status = { effective: 'embargoed', publishable: false, reasons: ['pubstatus-embargoed'] };
      await put(journal, item('u', '1', embargo(100)), item('u', '2', UNKNOWN), item('u', '3', USABLE));
      await put(journal, item('w', '1', embargo(100)), item('w', '2', WITHHELD), item('w', '3', USABLE));
      await put(journal, item('b', '1', embargo(100)), item('b', '2', bare), item('b', '3', USABLE));
      const seen = async (): Promise<string[][]> => [await visible(journal, 'u'), await visible(journal, 'w'), await visible(journal, 'b')];
      time = START + 99_999;
      expect(await seen()).toEqual([[], [], []]);
      time = START + 100_000;
      expect(await seen()).toEqual([['revision 3', 'asked'], ['revision 3', 'asked'], []]);
      expect((await journal.article('TST:b'))?.view.held).toBe(true);
    });

    test('an embargo that moves under the same words counts, also where the version stays', async () => {
      const { journal } = await fresh();
      const same = (revision: string, seconds: number): Article => {
        const one = item('a', revision, embargo(seconds));
        return { ...one, identity: { ...one.identity, contentHash: sha256('same') } };
      };
      await put(journal, same('1', 50), same('2', 100), same('2', 150), same('1', 20));
      time = START + 149_999;
      expect(await visible(journal, 'a')).toEqual([]);
      time = START + 150_000;
      expect(await visible(journal, 'a')).toEqual(['revision 3', 'asked']);
    });

    test('a kill that names an id which only a later revision has reaches whoever has the story', async () => {
      const { journal } = await fresh();
      await put(
        journal,
        item('kill', '1', KILL, { kills: [{ by: 'desk', value: 'D 9' }] }),
        item('a', '1', USABLE),
        item('e', '1', embargo(100)),
      );
      expect(await kills(journal)).toEqual(['TST:kill']);
      const named = { altIds: [{ role: 'desk', value: 'D 9' }] };
      await put(journal, item('a', '2', USABLE, named), item('e', '2', embargo(100), named));
      expect([await kills(journal), await visible(journal, 'a'), await early(journal, 'e')]).toEqual([
        ['TST:kill', 'TST:a', 'TST:e'],
        [],
        ['killed 2'],
      ]);
      expect((await journal.audit({ subject: 'TST:a', limit: 1 }))[0]).toMatchObject({
        actor: 'feed ferries',
        reason: 'named-by-earlier-kill',
      });
    });

    test('copy before its time: for those who may have it, while the embargo alone holds it, and what takes it back reaches them', async () => {
      const { journal } = await fresh();
      const expires = { utc: at(50), raw: 'x', basis: 'explicit-utc' as const };
      const licensed = item('l', '1', embargo(100));
      await put(
        journal,
        item('a', '1', embargo(100)),
        item('k', '1', embargo(100)),
        item('w', '1', embargo(100)),
        item('n', '1', embargo(null)),
      );
      await put(
        journal,
        { ...licensed, status: { ...licensed.status, expires } },
        item('u', '1', embargo(100)),
        item('m', '1', embargo(60)),
      );
      const keys = ['a', 'k', 'w', 'n', 'l', 'u', 'm'];
      const seen = async (): Promise<string[][]> => Promise.all(keys.map((key) => early(journal, key)));
      expect(await seen()).toEqual([
        ['embargoed 1'],
        ['embargoed 1'],
        ['embargoed 1'],
        [],
        ['embargoed 1'],
        ['embargoed 1'],
        ['embargoed 1'],
      ]);
      for (const key of keys) expect(await visible(journal, key), key).toEqual([]);
      await put(journal, item('k', '2', KILL), item('w', '2', WITHHELD), item('u', '2', UNKNOWN), item('m', '2', embargo(200)));
      time = START + 60_000;
      expect(await seen()).toEqual([['embargoed 1'], ['killed 2'], ['withheld 2'], [], [], ['withheld 2'], ['embargoed 2']]);
      const others = (await journal.events('0', 1_000))
        .filter((view) => gate(view).pass)
        .map(({ event }) => `${event.type} ${event.articleId}`);
      expect(others).toEqual(['article.killed TST:k']);
      time = START + 100_000;
      expect([await visible(journal, 'a'), await early(journal, 'a')]).toEqual([['revision 1', 'asked'], ['lifted 1']]);
    });

    test('a withheld story comes back with the revision that may be shown', async () => {
      const { journal } = await fresh();
      await put(journal, item('a', '1', USABLE), item('a', '2', WITHHELD));
      expect(await visible(journal, 'a')).toEqual([]);
      await put(journal, item('a', '3', USABLE));
      expect(await visible(journal, 'a')).toContain('asked');
    });

    test('a licence that has run out hides the story', async () => {
      const { journal } = await fresh();
      const base = item('a', '1', USABLE);
      const expires = { utc: at(50), raw: 'x', basis: 'explicit-utc' as const };
      await put(journal, { ...base, status: { ...base.status, expires } });
      expect(await visible(journal, 'a')).toHaveLength(2);
      time = START + 50_000;
      expect(await visible(journal, 'a')).toEqual([]);
    });

    test('a number that comes twice with other words: both are kept, and it is noted', async () => {
      const { journal } = await fresh();
      const [one, other] = [item('a', '1', USABLE), { ...item('a', '1', USABLE), headline: { text: 'Other words' } }];
      await put(journal, one, { ...other, identity: { ...other.identity, contentHash: sha256('other') } });
      expect((await journal.article('TST:a', 1))?.article.headline.text).toBe('a 1 story');
      expect((await journal.article('TST:a'))?.article.provenance.warnings.map(({ code }) => code)).toEqual(['revision.same-version']);
    });
  });
}
