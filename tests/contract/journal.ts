import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { sha256 } from '../../src/article/hash.ts';
import { gate } from '../../src/publish/gate.ts';
import type { NewSubscription } from '../../src/store/subscriptions.ts';
import { deliveryCursor } from '../../src/store/delivery-row.ts';
import type { DeliveryNote, DeliveryQuery, DeliveryRow, GateView, ItemOutcome, Journal, SearchQuery } from '../../src/store/journal.ts';

export interface OpenedJournal {
  readonly journal: Journal;
  /** A second connection to the same journal. */
  readonly reopen: () => Promise<Journal>;
  /** From now on whoever writes a row into the audit log fails there, in the middle of the transaction. */
  readonly breakAudit: () => Promise<void>;
  readonly dispose: () => Promise<void>;
}

type Change = Partial<Pick<Article['status'], 'kind' | 'effective' | 'publishable' | 'reasons' | 'embargo'>> & {
  readonly kills?: readonly string[];
};

/** An invented story; equal `text` gives an equal content hash. */
export function story(key: string, revisionKey: string, text: string, { kills, ...status }: Change = {}): Article {
  const at = { utc: '2026-03-09T08:00:00Z', raw: '20260309T080000Z', basis: 'explicit-utc' as const };
  return {
    schema: 'wire-article/1.0',
    id: `TST:${key}`,
    identity: {
      ...{ guid: key, storyKey: key, basis: 'story-key', version: revisionKey, revision: null, revisionKey, contentHash: sha256(text) },
      ...(kills === undefined ? {} : { kills: kills.map((value) => ({ by: 'storyKey', value })) }),
    },
    type: 'text',
    status: {
      kind: 'story',
      pubStatusRaw: null,
      effective: 'usable',
      publishable: true,
      reasons: [],
      embargo: null,
      markers: [],
      ...status,
    },
    headline: { text },
    byline: { raw: null, authors: [] },
    provider: { code: 'TST', name: 'Test wire' },
    times: { received: at },
    body: { blocks: [], removed: [], words: 0, chars: 0, text: '' } as unknown as Article['body'],
    provenance: {
      ...{ feed: 'ferries', fetchedAt: at.utc, format: 'newsml-1', rawSha256: sha256(text) },
      ...{ parser: { name: 'newsml-1', version: '1' }, rules: 'none@1', repairs: [], warnings: [] },
    },
  };
}

const KILL: Change = { kind: 'kill', effective: 'canceled', publishable: false, reasons: ['kill'] };

const WITHHOLD: Change = { kind: 'withhold', effective: 'withheld', publishable: false, reasons: ['withhold'] };

const HAND = { actor: 'desk', action: 'test.steered', reason: 'a test' };

/** A webhook that is added over HTTP. */
function webhook(name: string): NewSubscription {
  return {
    name,
    url: 'https://partner.example/wire',
    encoding: 'ninjs',
    filter: { language: ['en'] },
    salt: 'salt',
    keyId: 'k1',
    from: '0',
  };
}

function embargoed(until: string | null): Change {
  const release = until === null ? 'manual' : 'automatic';
  const embargo = { until: { utc: until, raw: 'embargo', basis: 'explicit-utc' as const }, release } as const;
  return { effective: 'embargoed', publishable: false, reasons: ['embargo'], embargo };
}

/** The conformance suite: what every journal does, whatever it is kept in. */
export function journalContract(name: string, open: (now: () => Date) => Promise<OpenedJournal>): void {
  describe(`journal: ${name}`, () => {
    const opened: OpenedJournal[] = [];
    let time = Date.parse('2026-03-09T09:00:00Z');
    let documents = 0;

    async function fresh(): Promise<OpenedJournal> {
      time = Date.parse('2026-03-09T09:00:00Z');
      const one = await open(() => new Date(time));
      opened.push(one);
      return one;
    }
    async function keep(journal: Journal, bytes = `document ${documents++}`): Promise<number> {
      const raw = { feed: 'ferries', bytes: Buffer.from(bytes), sha256: sha256(bytes), receivedAt: '2026-03-09T09:00:00Z' };
      return (await journal.keepRaw(raw)).id;
    }
    async function put(journal: Journal, ...articles: readonly Article[]) {
      const items = articles.map((article, index): ItemOutcome => ({ kind: 'article', index, article }));
      return journal.commit([{ rawId: await keep(journal), items, last: true }]);
    }
    async function seen(journal: Journal): Promise<string[]> {
      const views = await journal.events('0', 1_000);
      return views.filter((view) => gate(view).pass).map(({ event }) => `${event.type} ${event.articleId}@${event.revision}`);
    }
    afterEach(async () => {
      for (const one of opened.splice(0)) await one.dispose();
    });

    test('revisions get numbers and events; a re-send is no update', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'Ferry late'));
      expect(await put(journal, story('a', '1', 'Ferry late'))).toMatchObject({ received: 1, duplicate: 1, stored: 0 });
      await put(journal, story('a', '2', 'Ferry very late'));
      await put(journal, story('a', '10', 'Ferry gone', { kind: 'correction' }));
      expect(await seen(journal)).toEqual(['article.created TST:a@1', 'article.updated TST:a@2', 'article.corrected TST:a@3']);
      const found = await journal.article('TST:a');
      expect(found?.article.identity).toMatchObject({ revision: 3, supersedes: ['TST:a@2'] });
      expect((await journal.article('TST:a', 1))?.article.headline.text).toBe('Ferry late');
      expect(await journal.article('TST:none')).toBeNull();
    });

    test('an older revision that comes late is kept and says nothing', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '10', 'Tenth'));
      expect(await put(journal, story('a', '9', 'Ninth'))).toMatchObject({ stored: 1 });
      expect(await seen(journal)).toEqual(['article.created TST:a@1']);
      expect((await journal.article('TST:a'))?.article.headline.text).toBe('Tenth');
    });

    test('of a killed story only the kill passes, whatever order things come in', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '5', 'Fifth'));
      await put(journal, story('a', '2', 'Kill', KILL));
      await put(journal, story('a', '6', 'Sixth'));
      expect(await seen(journal)).toEqual(['article.killed TST:a@2']);
      expect((await journal.article('TST:a'))?.view.tombstone).not.toBeNull();
    });

    test('a kill that names another story kills it, also before it has come', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'First'));
      await put(journal, story('k', '1', 'Kill a and b', { ...KILL, kills: ['a', 'b'] }));
      await put(journal, story('b', '1', 'Second'), story('a', '2', 'Third'));
      expect(await seen(journal)).toEqual(['article.killed TST:k@1', 'article.killed TST:a@2']);
      const kills = (await journal.events('0', 10)).filter(({ event }) => event.type === 'article.killed');
      expect(kills.map(({ article }) => article.identity.revision)).toEqual([1, 2]);
    });

    test('stories under one slug are found by provider and time, newest first, as they are now', async () => {
      const { journal } = await fresh();
      const wired = (key: string, slugline: string, utc: string, more: Partial<Article> = {}): Article => ({
        ...story(key, '1', `${key} at ${utc}`),
        ...{ slugline, times: { received: { utc, raw: utc, basis: 'explicit-utc' } } },
        ...more,
      });
      await put(
        journal,
        wired('a', 'Velmar-ferry-strike', '2026-03-09T08:00:00Z'),
        wired('b', 'Vélmar ferry / STRIKE', '2026-03-09T08:30:00Z'),
      );
      await put(journal, wired('c', 'Velmar-ferry', '2026-03-09T08:00:00Z'), wired('d', 'Velmar-ferry-strike', '2026-03-07T08:00:00Z'));
      await put(journal, wired('e', 'Velmar-ferry-strike', '2026-03-09T08:00:00Z', { provider: { code: 'OTHER', name: 'Other wire' } }));
      await put(journal, wired('n', '', '2026-03-09T08:00:00Z'));
      await put(journal, {
        ...wired('a', 'Velmar-ferry-strike', '2026-03-09T08:00:00Z'),
        ...{ headline: { text: 'Newer' }, status: story('a', '1', '', KILL).status },
      });
      const window = { after: '2026-03-08T08:00:00.000Z', before: '2026-03-09T08:30:00.000Z' };
      const found = await journal.lookalikes({ provider: 'tst', slug: 'velmar-ferry-strike', ...window, limit: 10 });
      expect(found.map(({ identity, headline }) => [identity.storyKey, headline.text])).toEqual([
        ['b', 'b at 2026-03-09T08:30:00Z'],
        ['a', 'Newer'],
      ]);
      expect(await journal.lookalikes({ provider: 'tst', slug: 'velmar-ferry-strike', ...window, limit: 1 })).toHaveLength(1);
    });

    test('an embargo lifts on the clock of the journal and not before', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'Later', embargoed('2026-03-09T10:00:00Z')), story('m', '1', 'Some time', embargoed(null)));
      const ahead = embargoed('2026-03-09T10:00:00Z').embargo ?? null;
      await put(journal, story('w', '1', 'A worker ran ahead', { embargo: ahead }));
      expect([await seen(journal), await journal.releaseDue(10)]).toEqual([[], 0]);
      time = Date.parse('2026-03-09T09:59:59.999Z');
      expect(await journal.releaseDue(10)).toBe(0);
      time = Date.parse('2026-03-09T10:00:00Z');
      expect([await journal.releaseDue(10), await journal.releaseDue(10)]).toEqual([2, 0]);
      expect(new Set(await seen(journal))).toEqual(new Set(['embargo.lifted TST:a@1', 'embargo.lifted TST:w@1']));
      expect((await journal.article('TST:a'))?.article.status).toMatchObject({ effective: 'usable', publishable: true, reasons: [] });
      expect((await journal.article('TST:m'))?.view.held).toBe(true);
    });

    test('a kill ends an embargo for good', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'Later', embargoed('2026-03-09T10:00:00Z')));
      await put(journal, story('a', '2', 'Kill', KILL));
      time = Date.parse('2026-03-10T10:00:00Z');
      expect(await journal.releaseDue(10)).toBe(0);
      expect(await seen(journal)).toEqual(['article.killed TST:a@2']);
    });

    test('a withhold takes back what readers have, and its text for good; the next revision that may be shown returns the story', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'First'));
      await put(journal, story('a', '2', 'Hold', WITHHOLD));
      expect(await seen(journal)).toEqual(['article.withheld TST:a@2']);
      await put(journal, story('a', '2', 'Hold', WITHHOLD), story('n', '1', 'Nobody has it', WITHHOLD));
      await put(journal, story('a', '3', 'Third'));
      expect(await seen(journal)).toEqual(['article.withheld TST:a@2', 'article.updated TST:a@3']);
      expect((await journal.article('TST:a', 1))?.view.withdrawn).toBe(true);
      await put(journal, story('a', '4', 'Kill', KILL));
      expect(await seen(journal)).toEqual(['article.killed TST:a@4']);
      expect(
        (await journal.audit({ subject: 'TST:a', limit: 10 })).map(({ actor, action, subject }) => `${actor} ${action} ${subject}`),
      ).toEqual(['feed ferries article.killed TST:a@4', 'feed ferries article.withheld TST:a@2']);
    });

    test('copy under embargo is announced to those who may have it, and passes the gate for nobody else', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'Later', embargoed('2026-03-09T10:00:00Z')));
      expect((await journal.events('0', 10)).map(({ event, held }) => [event.type, held])).toEqual([['article.embargoed', true]]);
      time = Date.parse('2026-03-09T10:00:00Z');
      await journal.releaseDue(10);
      expect(await seen(journal)).toEqual(['embargo.lifted TST:a@1']);
    });

    test('tokens hold by their digest, until they end or are revoked; a name is given once', async () => {
      const { journal, reopen } = await fresh();
      const who = { actor: 'anna', reason: 'for the site' };
      expect(await journal.tokens()).toEqual([]);
      const site = { name: 'site', role: 'viewer', embargoed: true, hash: sha256('one'), validMs: 60_000 } as const;
      expect(await journal.createToken(site, who)).toBe(true);
      expect(await journal.createToken({ ...site, hash: sha256('two') }, who)).toBe(false);
      expect(await journal.createToken({ ...site, name: 'same' }, who)).toBe(false);
      await journal.createToken({ name: 'desk', role: 'chief', embargoed: false, hash: sha256('three') }, who);
      const other = await reopen();
      expect(await other.tokenOf(sha256('one'))).toEqual({
        ...{ name: 'site', role: 'viewer', embargoed: true, createdAt: '2026-03-09T09:00:00.000Z' },
        ...{ expiresAt: '2026-03-09T09:01:00.000Z', revokedAt: null },
      });
      await other.close();
      expect([await journal.tokenOf(sha256('two')), await journal.tokenOf('one')]).toEqual([null, null]);
      time = Date.parse('2026-03-09T09:01:00Z');
      expect(await journal.tokenOf(sha256('one'))).toBeNull();
      expect(await journal.revokeToken('desk', who)).toBe(true);
      expect(await journal.revokeToken('desk', who)).toBe(false);
      expect(await journal.revokeToken('none', who)).toBe(false);
      expect(await journal.tokenOf(sha256('three'))).toBeNull();
      expect((await journal.tokens()).map(({ name, revokedAt }) => [name, revokedAt])).toEqual([
        ['desk', '2026-03-09T09:01:00.000Z'],
        ['site', null],
      ]);
      expect((await journal.audit({ limit: 9 })).map(({ action, subject }) => `${action} ${subject}`)).toEqual([
        'token.revoked desk',
        'token.created desk',
        'token.created site',
      ]);
    });

    test('a request is done once: its answer is kept for a day, under the name that its sender gave it', async () => {
      const { journal } = await fresh();
      const name = { actor: 'token desk', key: 'k1' };
      expect(await journal.claimRequest(name, 'one')).toBe('new');
      expect(await journal.claimRequest(name, 'one')).toBe('running');
      expect(await journal.claimRequest(name, 'two')).toBe('other');
      expect(await journal.claimRequest({ ...name, actor: 'token other' }, 'two')).toBe('new');
      await journal.answerRequest(name, { status: 200, body: '{"id":"a"}' });
      expect(await journal.claimRequest(name, 'one')).toEqual({ status: 200, body: '{"id":"a"}' });
      expect(await journal.claimRequest(name, 'two')).toBe('other');
      time += 86_400_001;
      expect(await journal.claimRequest(name, 'two')).toBe('new');
      await journal.answerRequest(name, null);
      expect(await journal.claimRequest(name, 'three')).toBe('new');
      // Whoever took it has died.
      time += 60_001;
      expect([await journal.claimRequest(name, 'three'), await journal.claimRequest(name, 'three')]).toEqual(['new', 'running']);
    });

    test('what waits is listed: what goes out by itself first, then what a person decides; killed stories do not wait', async () => {
      const { journal } = await fresh();
      await put(journal, story('m', '1', 'Some time', embargoed(null)), story('e', '1', 'Later', embargoed('2026-03-09T11:00:00Z')));
      await put(journal, story('f', '1', 'Soon', embargoed('2026-03-09T10:00:00Z')), story('k', '1', 'Killed', embargoed(null)));
      await put(journal, story('k', '2', 'Kill', KILL), story('k', '3', 'Again'), story('p', '1', 'Out'));
      const { held, total } = await journal.held({ limit: 2, offset: 0 });
      expect(held.map(({ article, until, reason, since }) => [article.id, until, reason, since])).toEqual([
        ['TST:f', '2026-03-09T10:00:00.000Z', 'embargo', '2026-03-09T09:00:00.000Z'],
        ['TST:e', '2026-03-09T11:00:00.000Z', 'embargo', '2026-03-09T09:00:00.000Z'],
      ]);
      expect(total).toBe(3);
      expect((await journal.held({ limit: 2, offset: 2 })).held.map(({ article }) => article.id)).toEqual(['TST:m']);
    });

    test('what is given up of the quarantine is counted as filtered and comes back with no replay of it', async () => {
      const { journal } = await fresh();
      const bad = (index: number | null, code: string): ItemOutcome => ({ kind: 'bad', index, code, message: 'no', bug: false });
      const [first, second] = [await keep(journal), await keep(journal)];
      await journal.commit([{ rawId: first, items: [bad(0, 'a.x'), bad(1, 'b.y'), bad(2, 'a.x')], last: true }]);
      await journal.commit([{ rawId: second, items: [bad(null, 'a.x')], last: true }]);
      const who = { actor: 'anna', reason: 'test copy' };
      const one = (await journal.quarantine(10, { code: 'a.x' })).at(-1);
      expect(await journal.discardQuarantine({ id: one?.id ?? 0 }, who)).toBe(1);
      expect(await journal.discardQuarantine({ id: one?.id ?? 0 }, who)).toBe(0);
      expect((await journal.rawItems(first)).map(({ outcome }) => outcome)).toEqual(['filtered', 'quarantined', 'quarantined']);
      expect(await journal.rawsInQuarantine({ code: 'a.x' })).toEqual([first, second]);
      const other = (await journal.quarantine(10, { code: 'b.y' }))[0]?.id ?? 0;
      expect(await journal.rawsInQuarantine({ id: other })).toEqual([first]);
      expect(await journal.discardQuarantine({ code: 'a.x', feed: 'none' }, who)).toBe(0);
      expect(await journal.discardQuarantine({ code: 'a.x', feed: 'ferries' }, who)).toBe(2);
      expect((await journal.quarantine(10)).map(({ id }) => id)).toEqual([other]);
      expect(await journal.totals()).toMatchObject({ received: 4, filtered: 3, quarantined: 1, quarantineRows: 1 });
      expect((await journal.raws([first]))[0]?.raw.bytes.length).toBeGreaterThan(0);
      expect((await journal.audit({ limit: 9 })).map(({ actor, action, subject, reason }) => [actor, action, subject, reason])).toEqual([
        ['anna', 'quarantine.discarded', 'quarantine a.x, ferries', 'test copy (items: 2)'],
        ['anna', 'quarantine.discarded', `quarantine item ${one?.id ?? 0}`, 'test copy (items: 1)'],
      ]);
    });

    test('a person releases what is held, once, with a reason', async () => {
      const { journal } = await fresh();
      const decision = { actor: 'desk', reason: 'the ministry has confirmed it' };
      const expires = { utc: '2026-03-09T08:59:59Z', raw: 'x', basis: 'explicit-utc' as const };
      const old = story('x', '1', 'Old', { effective: 'withheld', publishable: false, reasons: ['expired'] });
      await put(journal, story('m', '1', 'Some time', embargoed(null)), story('e', '1', 'Later', embargoed('2026-03-09T10:00:00Z')));
      await put(journal, story('w', '1', 'Text'), story('w', '2', 'Hold', WITHHOLD), story('n', '1', 'Hold', WITHHOLD));
      await put(journal, story('u', '1', 'Odd', { effective: 'withheld', publishable: false, reasons: ['pubstatus-unknown'] }));
      await put(journal, { ...old, status: { ...old.status, expires } }, story('k', '1', 'Dead', KILL), story('o', '1', 'Out'));
      const outcomes = [];
      for (const key of ['m', 'm', 'e', 'w', 'n', 'u', 'x', 'k', 'o', 'none']) outcomes.push(await journal.release(`TST:${key}`, decision));
      expect(outcomes).toEqual(['done', 'not-held', 'done', 'done', 'no-text', 'done', 'expired', 'killed', 'not-held', 'unknown']);
      expect(await seen(journal)).toEqual([
        ...['article.withheld TST:w@2', 'article.killed TST:k@1', 'article.created TST:o@1', 'embargo.lifted TST:m@1'],
        ...['embargo.lifted TST:e@1', 'article.updated TST:w@3', 'article.created TST:u@1'],
      ]);
      expect((await journal.article('TST:w'))?.article).toMatchObject({ headline: { text: 'Text' }, status: { publishable: true } });
      expect(await journal.audit({ subject: 'TST:m', limit: 10 })).toMatchObject([
        { ...decision, action: 'article.released', subject: 'TST:m@1', at: '2026-03-09T09:00:00.000Z' },
      ]);
      time = Date.parse('2026-03-09T10:00:00Z');
      expect(await journal.releaseDue(10)).toBe(0);
    });

    test('a person kills a story, once, with a reason; who has confirmed it is seen', async () => {
      const { journal } = await fresh();
      const decision = { actor: 'chief', reason: 'wrong man' };
      await put(journal, story('a', '1', 'First'), story('b', '1', 'Other', embargoed('2026-03-09T10:00:00Z')));
      const [first] = await journal.claimDeliveries('out', 10, 1_000);
      await journal.acknowledge('out', first?.event.cursor ?? '', [{ ...first!.event, outcome: 'delivered' }]);
      await journal.subscriber('slow');
      expect(await journal.receipts('TST:a')).toEqual([]);
      expect([await journal.kill('TST:a', decision), await journal.kill('TST:a', decision)]).toEqual(['done', 'killed']);
      expect([await journal.kill('TST:b', decision), await journal.kill('TST:none', decision)]).toEqual(['done', 'unknown']);
      await put(journal, story('a', '2', 'Second'));
      time = Date.parse('2026-03-09T10:00:00Z');
      expect(await journal.releaseDue(10)).toBe(0);
      expect(await seen(journal)).toEqual(['article.killed TST:a@2', 'article.killed TST:b@2']);
      const waiting = await journal.claimDeliveries('out', 10, 1_000);
      const kill = waiting.find(({ event }) => event.type === 'article.killed');
      await journal.acknowledge('out', kill?.event.cursor ?? '', [{ ...kill!.event, outcome: 'delivered' }]);
      expect(await journal.receipts('TST:a')).toEqual([
        { subscriber: 'out', outcome: 'delivered', at: '2026-03-09T10:00:00.000Z' },
        { subscriber: 'slow', outcome: null, at: null },
      ]);
      expect(await journal.audit({ limit: 1 })).toMatchObject([{ ...decision, action: 'article.killed', subject: 'TST:b@2' }]);
      const [newest] = await journal.audit({ limit: 1 });
      expect(await journal.audit({ before: newest?.id ?? 0, limit: 5 })).toMatchObject([{ ...decision, subject: 'TST:a@2' }]);
      await journal.recordAudit({ actor: 'desk', action: 'feed.paused', subject: 'ferries', reason: 'too many' });
      expect(await journal.audit({ subject: 'ferries', limit: 5 })).toMatchObject([{ action: 'feed.paused', reason: 'too many' }]);
    });

    test('a named consumer reads the same until it acknowledges, never goes back by itself, and goes where it is put', async () => {
      const { journal, reopen } = await fresh();
      await put(journal, story('a', '1', 'One'), story('b', '1', 'Two'), story('c', '1', 'Three'));
      const [one, two, three] = (await journal.events('0', 10)).map(({ event }) => event.cursor);
      expect([await journal.createConsumer('site', '0'), await journal.createConsumer('site', three ?? '')]).toEqual([true, false]);
      expect(await journal.consumer('site')).toEqual({
        ...{ name: 'site', cursor: '0', owner: null, createdAt: '2026-03-09T09:00:00.000Z', movedAt: null },
      });
      time += 1_000;
      expect(await journal.advanceConsumer('site', two ?? '')).toMatchObject({ cursor: two, movedAt: '2026-03-09T09:00:01.000Z' });
      expect(await journal.advanceConsumer('site', one ?? '')).toMatchObject({ cursor: two });
      const other = await reopen();
      expect((await other.events((await other.consumer('site'))?.cursor ?? '', 10)).map(({ event }) => event.articleId)).toEqual(['TST:c']);
      await other.close();
      expect(await journal.rewindConsumer('site', one ?? '')).toMatchObject({ cursor: one });
      await journal.createConsumer('app', three ?? '');
      expect((await journal.consumers()).map(({ name }) => name)).toEqual(['app', 'site']);
      await journal.kill('TST:b', { actor: 'chief', reason: 'wrong' });
      await journal.advanceConsumer('app', await journal.head());
      expect((await journal.receipts('TST:b')).map(({ subscriber, outcome }) => [subscriber, outcome])).toEqual([
        ['app', 'acknowledged'],
        ['site', null],
      ]);
      expect([await journal.removeConsumer('app'), await journal.removeConsumer('app')]).toEqual([true, false]);
      expect([await journal.consumer('app'), await journal.advanceConsumer('app', '0'), await journal.rewindConsumer('app', '0')]).toEqual([
        null,
        null,
        null,
      ]);
    });

    test('a consumer belongs to whoever made it: nobody else moves or forgets it', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'One'));
      const head = await journal.head();
      await journal.createConsumer('hers', '0', 'token anna');
      expect(await journal.consumer('hers')).toMatchObject({ owner: 'token anna', cursor: '0' });
      expect([
        await journal.advanceConsumer('hers', head, 'token bert'),
        await journal.rewindConsumer('hers', head, 'token bert'),
        await journal.removeConsumer('hers', 'token bert'),
      ]).toEqual([null, null, false]);
      expect(await journal.consumer('hers')).toMatchObject({ cursor: '0', movedAt: null });
      expect(await journal.advanceConsumer('hers', head, 'token anna')).toMatchObject({ cursor: head });
      expect(await journal.advanceConsumer('hers', '0', 'token anna')).toMatchObject({ cursor: head });
      expect(await journal.rewindConsumer('hers', '0')).toMatchObject({ cursor: '0' });
      await journal.createConsumer('anybodys', '0');
      expect(await journal.advanceConsumer('anybodys', head, 'token bert')).toMatchObject({ cursor: head, owner: null });
      expect([await journal.removeConsumer('hers', 'token anna'), await journal.removeConsumer('anybodys', 'token bert')]).toEqual([
        true,
        true,
      ]);
    });

    test('what a person does and its row in the audit log are one: a crash between the two leaves neither', async () => {
      const { journal, breakAudit, reopen } = await fresh();
      await put(journal, story('a', '1', 'One', { effective: 'withheld', publishable: false, reasons: ['x'] }), story('b', '1', 'Two'));
      const bad = { kind: 'bad', index: null, code: 'a.x', message: 'm', bug: false } as const;
      await journal.commit([{ rawId: await keep(journal), items: [bad], last: true }]);
      await journal.putFeeds([{ id: 'ferries', intervalMs: 1_000 }]);
      await journal.steerFeed('ferries', { paused: 'rebuilt' }, HAND);
      await journal.steer('out', { paused: 'their server moves' }, HAND);
      await journal.deliveryFailed('out', { error: '410', retryInMs: 60_000, disable: true });
      const guest = { name: 'guest', role: 'viewer', embargoed: false, hash: 'h'.repeat(64) } as const;
      await journal.createToken(guest, HAND);
      await journal.addSubscription(webhook('partner'), HAND);
      const stateOf = async (one: Journal): Promise<unknown> => [
        ...[await one.subscriber('out'), await one.feed('ferries'), await one.held({ limit: 9, offset: 0 }), await one.article('TST:b')],
        ...[await one.quarantine(9), await one.totals(), await one.tokens(), await one.audit({ limit: 99 }), await one.events('0', 99)],
        await one.subscriptions(),
      ];
      const before = await stateOf(journal);
      await breakAudit();
      const acts: Readonly<Record<string, () => Promise<unknown>>> = {
        pause: () => journal.steer('out', { paused: 'again' }, HAND),
        resume: () => journal.steer('out', { paused: null }, HAND),
        enable: () => journal.steer('out', { enable: true }, HAND),
        redeliver: () => journal.steer('out', { rewindTo: '0' }, HAND),
        'pause a new one': () => journal.steer('other', { paused: 'again' }, HAND),
        'pause a feed': () => journal.steerFeed('ferries', { paused: 'again' }, HAND),
        'resume a feed': () => journal.steerFeed('ferries', { paused: null }, HAND),
        'poll a feed': () => journal.steerFeed('ferries', { pollNow: true, backfillSince: '2026-03-01T00:00:00.000Z' }, HAND),
        release: () => journal.release('TST:a', HAND),
        kill: () => journal.kill('TST:b', HAND),
        discard: () => journal.discardQuarantine({ code: 'a.x' }, HAND),
        'create a token': () => journal.createToken({ ...guest, name: 'other', hash: 'i'.repeat(64) }, HAND),
        'revoke a token': () => journal.revokeToken('guest', HAND),
        'add a subscriber': () => journal.addSubscription(webhook('new'), HAND),
        'change a subscriber': () => journal.changeSubscription('partner', { encoding: 'nitf' }, HAND),
        'rotate a secret': () => journal.rotateSubscription('partner', { overlapMs: 1, keyId: 'k1' }, HAND),
        'remove a subscriber': () => journal.removeSubscription('partner', HAND),
      };
      for (const [name, act] of Object.entries(acts)) await expect(act(), name).rejects.toThrow();
      const after = await reopen();
      expect(await stateOf(after)).toEqual(before);
      expect((await after.subscribers()).map(({ name }) => name)).toEqual(['out', 'partner']);
      await after.close();
    });

    test('a subscriber is added from a cursor on, changed, given a new secret and removed; its name is given once', async () => {
      const { journal, reopen } = await fresh();
      await put(journal, story('a', '1', 'One'), story('b', '1', 'Two'));
      const [one] = (await journal.events('0', 10)).map(({ event }) => event.cursor);
      await journal.subscriber('site');
      expect([
        await journal.addSubscription({ ...webhook('partner'), from: one ?? '' }, HAND),
        await journal.addSubscription(webhook('partner'), HAND),
        await journal.addSubscription(webhook('site'), HAND),
      ]).toEqual([true, false, false]);
      await expect(journal.addSubscription({ ...webhook('lost'), from: 'x' }, HAND)).rejects.toMatchObject({ code: 'cursor.unknown' });
      const { from: _from, ...given } = webhook('partner');
      const fresher = { secretNumber: 1, oldSecretUntil: null, version: 1, createdAt: '2026-03-09T09:00:00.000Z' };
      const other = await reopen();
      expect(await other.subscriptions()).toEqual([{ ...given, ...fresher }]);
      await other.close();
      expect((await journal.claimDeliveries('partner', 9, 1)).map(({ event }) => event.articleId)).toEqual(['TST:b']);
      expect(await journal.changeSubscription('partner', { filter: {} }, HAND)).toEqual({ ...given, ...fresher, filter: {}, version: 2 });
      const url = 'https://other.example/';
      expect(await journal.changeSubscription('partner', { url, encoding: 'nitf' }, HAND)).toMatchObject({
        url,
        encoding: 'nitf',
        version: 3,
      });
      const rotate = (overlapMs: number, keyId: string) => journal.rotateSubscription('partner', { overlapMs, keyId }, HAND);
      expect(await rotate(60_000, 'k1')).toMatchObject({ secretNumber: 2, oldSecretUntil: '2026-03-09T09:01:00.000Z', version: 4 });
      expect(await rotate(0, 'k1')).toMatchObject({ secretNumber: 3, oldSecretUntil: null });
      // Of another key the old secret cannot be made again.
      expect(await rotate(60_000, 'k2')).toMatchObject({ secretNumber: 4, oldSecretUntil: null, keyId: 'k2' });
      expect([await journal.removeSubscription('partner', HAND), await journal.removeSubscription('partner', HAND)]).toEqual([true, false]);
      expect([await journal.subscription('partner'), await journal.subscriptions()]).toEqual([null, []]);
      expect([await journal.changeSubscription('partner', { url }, HAND), await rotate(0, 'k2')]).toEqual([null, null]);
      expect(await journal.addSubscription(webhook('partner'), HAND)).toBe(false);
      expect((await journal.audit({ subject: 'partner', limit: 9 })).map(({ action, reason }) => `${action} ${reason}`)).toEqual([
        'subscriber.remove a test',
        ...Array<string>(3).fill('subscriber.rotate a test'),
        'subscriber.update a test (url, encoding)',
        'subscriber.update a test (filter)',
        'subscriber.add a test',
      ]);
    });

    test('who was removed waits for nothing: neither receipts nor retention wait for it', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'One'));
      await journal.addSubscription(webhook('partner'), HAND);
      await journal.steer('partner', { paused: 'their server moves' }, HAND);
      time += 86_400_000 * 3;
      const note = { articleId: 'TST:a', revision: 1, type: 'article.created', outcome: 'delivered' } as const;
      await put(journal, story('b', '1', 'Two'));
      await journal.kill('TST:a', HAND);
      expect((await journal.receipts('TST:a')).map(({ subscriber }) => subscriber)).toEqual(['partner']);
      expect((await journal.forget({ eventsMs: 86_400_000 }, true)).events).toBe(0);
      await journal.removeSubscription('partner', HAND);
      await journal.acknowledge('partner', '0', [note]);
      expect([await journal.receipts('TST:a'), await journal.subscribers()]).toEqual([[], []]);
      expect((await journal.forget({ eventsMs: 86_400_000 }, true)).events).toBe(1);
      // The log still tells what it was sent.
      expect(await journal.deliveries({ limit: 9 })).toMatchObject([{ subscriber: 'partner', articleId: 'TST:a' }]);
    });

    test('a cursor that is none of the journal’s is refused, by readers and for consumers', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'One'));
      const head = await journal.head();
      expect(await journal.events(head, 10)).toEqual([]);
      const ahead = head.replace(/\d+$/, (n) => String(Number(n) + 1));
      for (const cursor of ['', 'x', ahead, '-1', '0-0-0-0']) {
        await expect(journal.events(cursor, 10), cursor).rejects.toMatchObject({ code: 'cursor.unknown' });
        await expect(journal.createConsumer('site', cursor), cursor).rejects.toMatchObject({ code: 'cursor.unknown' });
      }
    });

    test('whoever waits hears of a commit, also of another connection’s, and waits no longer than asked', async () => {
      const { journal, reopen } = await fresh();
      const other = await reopen();
      await journal.changed(10);
      const waiting = journal.changed(30_000).then(() => true);
      for (let n = 0; !(await Promise.race([waiting, pause(100, false)])); n += 1) await put(other, story(`n${n}`, '1', `News ${n}`));
      await other.close();
    });

    test('stories are found by their words as they are now, the latest first, page by page; killed ones never', async () => {
      const { journal } = await fresh();
      const told = (key: string, revisionKey: string, text: string, more: Partial<Article> = {}): Article => {
        const base = story(key, revisionKey, `Headline ${key}`);
        return { ...base, body: { ...base.body, text }, identity: { ...base.identity, contentHash: sha256(`${key} ${text}`) }, ...more };
      };
      const find = async (text: string, more: Partial<SearchQuery> = {}): Promise<string[]> =>
        (await journal.search({ text, limit: 10, ...more })).hits.map(({ article }) => article.identity.storyKey);
      await put(journal, told('a', '1', 'Lotsen in Gdańsk streiken. Straße gesperrt', { language: 'de', slugline: 'Velmar-ferry-strike' }));
      time += 60_000;
      await put(
        journal,
        told('b', '1', 'The ferry leaves for Gdansk at noon', { language: 'en-GB', byline: { raw: 'By Ana Pérez', authors: [] } }),
      );
      time += 60_000;
      await put(journal, told('c', '1', '海峡の船が止まる', { language: 'ja', provider: { code: 'OTHER', name: 'Other wire' } }));
      const later = embargoed('2026-03-09T10:00:00Z');
      await put(journal, { ...told('e', '1', 'A ferry secret'), status: { ...story('e', '1', '', later).status } });
      expect([await find('gdansk'), await find('FERRY', { status: 'usable' }), await find('ferry')]).toEqual([
        ['b', 'a'],
        ['b', 'a'],
        ['e', 'b', 'a'],
      ]);
      expect([
        await find('"leaves for gdansk"'),
        await find('"for leaves"'),
        await find('str*'),
        await find('ferry -noon', { status: 'usable' }),
      ]).toEqual([['b'], [], ['a'], ['a']]);
      expect([await find('perez'), await find('TST:b'), await find('velmar'), await find('海峡'), await find('船が')]).toEqual([
        ['b'],
        ['b'],
        ['a'],
        ['c'],
        ['c'],
      ]);
      expect([await find('', { language: 'en' }), await find('', { provider: 'other' }), await find('', { status: 'embargoed' })]).toEqual([
        ['b'],
        ['c'],
        ['e'],
      ]);
      expect([
        await find('', { since: '2026-03-09T09:01:00.000Z', until: '2026-03-09T09:02:00.000Z' }),
        await find('-ferry'),
        await find(''),
      ]).toEqual([['b'], ['c'], ['e', 'c', 'b', 'a']]);
      expect([
        await find('s*'),
        await find('st*'),
        await find('stre*'),
        await find('streiken*'),
        await find('', { status: 'usable' }),
      ]).toEqual([['e', 'a'], ['a'], ['a'], ['a'], ['c', 'b', 'a']]);
      for (const odd of ['"', '()', 'AND OR NOT', ':*', "a' & b", '-', '--', '-"', 'NEAR(a b)', '\0'])
        expect(await find(odd, { until: '2026-03-08T00:00:00Z' }), odd).toEqual([]);
      const page = await journal.search({ text: '', limit: 3 });
      expect(
        (await journal.search({ text: '', limit: 3, before: page.next ?? '' })).hits.map(({ article }) => article.identity.storyKey),
      ).toEqual(['a']);
      await put(journal, told('a', '2', 'The pilots are back at work'));
      expect([await find('streiken'), await find('pilots')]).toEqual([[], ['a']]);
      await put(journal, story('b', '2', 'Kill', KILL));
      await journal.kill('TST:c', { actor: 'chief', reason: 'wrong' });
      await put(journal, told('b', '3', 'The ferry is back'));
      expect([await find('ferry'), await find('海峡'), await find('TST:b')]).toEqual([['e'], [], []]);
      time = Date.parse('2026-03-09T10:00:00Z');
      expect([await journal.releaseDue(5), await find('ferry', { status: 'usable' }), await find('', { status: 'embargoed' })]).toEqual([
        1,
        ['e'],
        [],
      ]);
    });

    test('retention forgets bytes, superseded revisions and events by age, and never a tombstone, a kill or what is waited for', async () => {
      const { journal } = await fresh();
      const DAY = 86_400_000;
      await put(journal, story('a', '1', 'One'), story('b', '1', 'Two'), story('c', '1', 'Three'));
      await put(journal, story('a', '2', 'One more'), story('b', '2', 'Kill', KILL));
      const old = (await journal.events('0', 1))[0]?.event.cursor ?? '';
      await journal.createConsumer('site', old);
      const waiting = await keep(journal);
      time += 10 * DAY;
      await put(journal, story('d', '1', 'Four'));
      const policy = { rawMs: 5 * DAY, revisionsMs: 5 * DAY, eventsMs: 5 * DAY };
      const before = await journal.totals();
      const all = { raws: 2, revisions: 2, events: 4 };
      expect([await journal.forget(policy, true), await journal.totals()]).toEqual([all, before]);
      await journal.claimDeliveries('slow', 1, 1_000);
      await journal.deliveryFailed('slow', { error: '503', retryInMs: 1_000 });
      expect((await journal.forget({ eventsMs: 5 * DAY })).events).toBe(0);
      await journal.acknowledge('slow', await journal.head(), []);
      expect([await journal.forget({}), await journal.forget(policy), await journal.forget(policy)]).toEqual([
        { raws: 0, revisions: 0, events: 0 },
        all,
        { raws: 0, revisions: 0, events: 0 },
      ]);
      expect(await seen(journal)).toEqual(['article.killed TST:b@2', 'article.created TST:d@1']);
      await expect(journal.events(old, 10)).rejects.toMatchObject({ code: 'cursor.too-old' });
      await expect(journal.advanceConsumer('site', old)).rejects.toMatchObject({ code: 'cursor.too-old' });
      expect(await journal.events(await journal.head(), 10)).toEqual([]);
      expect([(await journal.article('TST:a'))?.article.headline.text, await journal.article('TST:a', 1)]).toEqual(['One more', null]);
      expect([(await journal.raws([1, waiting])).map(({ id }) => id), await keep(journal, 'document 0')]).toEqual([
        [waiting],
        expect.any(Number),
      ]);
      await put(journal, story('b', '3', 'Back'), story('a', '3', 'Third'));
      expect([
        (await journal.article('TST:b'))?.view.tombstone === null,
        (await journal.article('TST:a'))?.article.identity.revision,
      ]).toEqual([false, 3]);
    });

    test('totals balance, and processing a document again changes nothing', async () => {
      const { journal, reopen } = await fresh();
      const rawId = await keep(journal);
      const items: ItemOutcome[] = [
        { kind: 'article', index: 0, article: story('a', '1', 'One') },
        { kind: 'article', index: 1, article: story('a', '1', 'One') },
        { kind: 'filtered', index: 2, reason: 'not wanted' },
        { kind: 'bad', index: 3, code: 'xml.broken', message: 'cut', bug: false },
      ];
      const whole: ItemOutcome = { kind: 'bad', index: null, code: 'format.unknown', message: 'a picture', bug: false };
      const bad = await keep(journal);
      await journal.commit([{ rawId, items: items.slice(0, 2), last: false }]);
      await journal.commit([{ rawId, items, last: true }]);
      await journal.commit([{ rawId: bad, items: [whole], last: true }]);
      const totals = await journal.totals();
      expect(totals).toMatchObject({ received: 5, stored: 1, duplicate: 1, filtered: 1, quarantined: 2, outbox: 1, rawPending: 0 });
      const again = await reopen();
      await again.commit([{ rawId, items, last: true }]);
      expect(await again.totals()).toEqual(totals);
      await again.close();
      expect((await journal.raws([bad]))[0]?.state).toBe('quarantined');
      expect((await journal.quarantine(10)).map(({ item, code }) => [item, code])).toEqual([
        [null, 'format.unknown'],
        [3, 'xml.broken'],
      ]);
    });

    test('raw bytes come back as they were; the same bytes are kept once; idle ones are handed out again', async () => {
      const { journal } = await fresh();
      const id = await keep(journal, 'Ünïcödé \0 bytes');
      expect(await keep(journal, 'Ünïcödé \0 bytes')).toBe(id);
      expect(Buffer.from((await journal.raws([id]))[0]?.raw.bytes ?? []).toString()).toBe('Ünïcödé \0 bytes');
      expect(await journal.claimPendingRaws(5_000, 10)).toEqual([]);
      time += 5_000;
      expect(await journal.claimPendingRaws(5_000, 10)).toEqual([{ id, feed: 'ferries', attempts: 1 }]);
      expect(await journal.claimPendingRaws(5_000, 10)).toEqual([]);
    });

    test('a due feed is claimed once; its cursor and its failures are kept', async () => {
      const { journal, reopen } = await fresh();
      await journal.putFeeds([{ id: 'ferries', intervalMs: 1_000 }]);
      const other = await reopen();
      const claims = await Promise.all([journal.claimDueFeeds(5, 60_000), other.claimDueFeeds(5, 60_000)]);
      expect(claims.flat().map(({ id }) => id)).toEqual(['ferries']);
      await journal.finishPoll({ feed: 'ferries', nextInMs: 1_000, cursor: 'c1', validators: { etag: '"1"' } });
      await journal.finishPoll({ feed: 'ferries', nextInMs: 1_000, error: 'http.503' });
      expect(await other.feed('ferries')).toMatchObject({ cursor: 'c1', validators: { etag: '"1"' }, failures: 1, lastError: 'http.503' });
      time += 1_000;
      await journal.putFeeds([]);
      expect([await journal.claimDueFeeds(5, 1), (await journal.feeds()).length]).toEqual([[], 1]);
      await other.close();
    });

    test('followed entries are known by feed and key, for sixty days', async () => {
      const { journal } = await fresh();
      await journal.noteFollowed('ferries', 'a');
      await journal.noteFollowed('ferries', 'a');
      await journal.noteFollowed('trains', 'b');
      expect([...(await journal.followed('ferries', ['a', 'b', 'c']))]).toEqual(['a']);
      expect((await journal.followed('ferries', [])).size).toBe(0);
      time += 61 * 86_400_000;
      await journal.noteFollowed('ferries', 'c');
      expect([...(await journal.followed('ferries', ['a', 'c']))]).toEqual(['c']);
    });

    test('subscriptions at hubs are claimed once, keep what is not changed, and go with their feed', async () => {
      const { journal, reopen } = await fresh();
      await journal.putHubFeeds(['ferries', 'trains']);
      const other = await reopen();
      const claims = await Promise.all([journal.claimDueHubs(5, 60_000), other.claimDueHubs(5, 60_000)]);
      expect(claims.flat().map(({ feed, state }) => [feed, state])).toEqual([
        ['ferries', 'wanted'],
        ['trains', 'wanted'],
      ]);
      await journal.saveHub('ferries', { state: 'asked', topic: 'https://a.example/', hub: 'https://hub.example/', nextInMs: 1_000 });
      await journal.saveHub('ferries', { error: 'refused', nextInMs: 1_000 });
      await journal.saveHub('ferries', { error: 'refused', nextInMs: 1_000 });
      expect(await other.hubSubscription('ferries')).toEqual({
        ...{ feed: 'ferries', state: 'asked', topic: 'https://a.example/', hub: 'https://hub.example/' },
        ...{ leaseUntil: null, failures: 2, lastError: 'refused' },
      });
      const leaseUntil = new Date(time + 5_000).toISOString();
      await journal.saveHub('ferries', { state: 'active', leaseInMs: 5_000, nextInMs: 4_000 });
      expect(await other.hubSubscription('ferries')).toMatchObject({ state: 'active', leaseUntil, failures: 0, lastError: null });
      time += 4_000;
      expect((await other.claimDueHubs(5, 60_000)).map(({ feed }) => feed)).toEqual(['ferries']);
      await journal.putHubFeeds(['trains']);
      await journal.saveHub('ferries', { state: 'active', nextInMs: 0 });
      expect([await journal.hubSubscription('ferries'), (await journal.hubSubscription('trains'))?.state]).toEqual([null, 'wanted']);
      await other.close();
    });

    test('a paused feed is not due until its time comes, or a person resumes it', async () => {
      const { journal } = await fresh();
      await journal.putFeeds([{ id: 'ferries', intervalMs: 1_000 }]);
      const due = async (): Promise<number> => (await journal.claimDueFeeds(5, 1)).length;
      const until = new Date(time + 3_600_000).toISOString();
      expect(await journal.steerFeed('ferries', { paused: 'rebuilt', resumeAt: until }, HAND)).toMatchObject({
        ...{ paused: true, pausedReason: 'rebuilt', resumeAt: until },
      });
      time += 3_599_999;
      expect(await due()).toBe(0);
      time += 1;
      expect(await due()).toBe(1);
      expect(await journal.feed('ferries')).toMatchObject({ paused: false, pausedReason: null, resumeAt: null });
      await journal.steerFeed('ferries', { paused: 'for good' }, HAND);
      time += 90 * 86_400_000;
      expect(await due()).toBe(0);
      await journal.steerFeed('ferries', { paused: null }, HAND);
      expect(await due()).toBe(1);
      expect(await journal.steerFeed('nobody', { pollNow: true }, HAND)).toBeNull();
    });

    test('poll now, read again from an instant on, put off', async () => {
      const { journal } = await fresh();
      await journal.putFeeds([{ id: 'ferries', intervalMs: 1_000 }]);
      const due = async (): Promise<number> => (await journal.claimDueFeeds(5, 60_000)).length;
      expect(await due()).toBe(1);
      await journal.finishPoll({ feed: 'ferries', nextInMs: 3_600_000, cursor: 'c1', validators: { etag: '"1"' }, learned: '{"v":1}' });
      expect(await due()).toBe(0);
      await journal.steerFeed('ferries', { pollNow: true }, HAND);
      expect(await due()).toBe(1);
      await journal.postponePoll('ferries', 5_000);
      expect(await due()).toBe(0);
      time += 5_000;
      expect(await due()).toBe(1);
      const since = '2026-03-01T00:00:00.000Z';
      await journal.steerFeed('ferries', { backfillSince: since }, HAND);
      expect(await due()).toBe(1);
      expect(await journal.feed('ferries')).toMatchObject({ cursor: null, validators: {}, backfillSince: since, learned: '{"v":1}' });
      await journal.finishPoll({ feed: 'ferries', nextInMs: 1, error: 'http.503', cursor: 'c2' });
      expect(await journal.feed('ferries')).toMatchObject({ backfillSince: since, cursor: 'c2' });
      await journal.finishPoll({ feed: 'ferries', nextInMs: 1 });
      expect(await journal.feed('ferries')).toMatchObject({ backfillSince: null, cursor: 'c2' });
    });

    test('a feed fails for ever and says since when; an outage of our own is not its fault', async () => {
      const { journal } = await fresh();
      await journal.putFeeds([{ id: 'ferries', intervalMs: 1_000 }]);
      const began = new Date(time).toISOString();
      await journal.finishPoll({ feed: 'ferries', nextInMs: 1, error: 'net.failed', excused: true });
      expect(await journal.feed('ferries')).toMatchObject({ failures: 0, failingSince: null, lastError: 'net.failed', addedAt: began });
      await journal.finishPoll({ feed: 'ferries', nextInMs: 1, error: 'http.503' });
      for (let day = 0; day < 3; day += 1) {
        time += 86_400_000;
        await journal.finishPoll({ feed: 'ferries', nextInMs: 1, error: 'http.503', ...(day === 1 ? { excused: true } : {}) });
      }
      expect(await journal.feed('ferries')).toMatchObject({ failures: 3, failingSince: began });
      expect((await journal.claimDueFeeds(5, 1)).length).toBe(0);
      time += 1;
      expect((await journal.claimDueFeeds(5, 1)).length).toBe(1);
    });

    test('health: alarms, numbers by day, one incident at a time for each place', async () => {
      const { journal, reopen } = await fresh();
      const other = await reopen();
      await journal.putFeeds([{ id: 'ferries', intervalMs: 1_000 }]);
      const alarm = { code: 'feed.silent', since: '2026-03-09T08:00:00.000Z', detail: 'nothing new' };
      await journal.setAlarms('ferries', [alarm]);
      expect((await other.feed('ferries'))?.alarms).toEqual([alarm]);
      await Promise.all([journal.countItems('ferries', { items: 3, byline: 2 }), other.countItems('ferries', { items: 1, bad: 1 })]);
      expect(await journal.dayCounts()).toEqual([{ feed: 'ferries', day: '2026-03-09', counts: { items: 4, byline: 2, bad: 1 } }]);
      time += 40 * 86_400_000;
      await journal.countItems('ferries', { items: 1 });
      expect((await journal.dayCounts('ferries')).map(({ day }) => day)).toEqual(['2026-04-18']);
      expect(await journal.dayCounts('trains')).toEqual([]);
      const began = new Date(time).toISOString();
      await journal.beginIncident('harbour-1', '9 of 10 hosts');
      await other.beginIncident('harbour-1', '10 of 10 hosts');
      await journal.beginIncident('harbour-2', '5 of 5 hosts');
      time += 1_000;
      await other.endIncident('harbour-1');
      expect(await journal.incidents(5)).toEqual([
        { place: 'harbour-2', beganAt: began, endedAt: null, detail: '5 of 5 hosts' },
        { place: 'harbour-1', beganAt: began, endedAt: new Date(time).toISOString(), detail: '9 of 10 hosts' },
      ]);
      await other.close();
    });

    test('deliveries: one worker at a time, in order, with backoff and an end', async () => {
      const { journal, reopen } = await fresh();
      const other = await reopen();
      await put(journal, story('a', '1', 'One'), story('b', '1', 'Two'));
      const first = await journal.claimDeliveries('out', 1, 1_000);
      expect(first.map(({ event }) => event.articleId)).toEqual(['TST:a']);
      expect(await other.claimDeliveries('out', 10, 1_000)).toEqual([]);
      time += 1_001;
      expect((await other.claimDeliveries('out', 10, 1_000)).length).toBe(2);
      await other.acknowledge('out', first[0]?.event.cursor ?? '', [{ ...first[0]!.event, outcome: 'delivered' }]);
      expect((await journal.claimDeliveries('out', 10, 1_000)).map(({ event }) => event.articleId)).toEqual(['TST:b']);
      await journal.deliveryFailed('out', { error: '503', retryInMs: 500 });
      expect(await journal.claimDeliveries('out', 10, 1_000)).toEqual([]);
      time += 501;
      expect((await journal.claimDeliveries('out', 10, 1_000)).length).toBe(1);
      await journal.deliveryFailed('out', { error: '410', retryInMs: 0, disable: true });
      time += 60_000;
      expect(await journal.claimDeliveries('out', 10, 1_000)).toEqual([]);
      expect(await journal.subscriber('out')).toMatchObject({ disabled: true, failures: 2, lastError: '410' });
      await other.close();
    });

    test('a subscriber is paused, resumed, enabled and rewound; what is under way ends first', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'One'), story('b', '1', 'Two'), story('c', '1', 'Three'));
      const claimed = async (): Promise<string[]> => (await journal.claimDeliveries('out', 10, 1_000)).map(({ event }) => event.articleId);
      const all = ['TST:a', 'TST:b', 'TST:c'];
      const views = await journal.claimDeliveries('out', 10, 1_000);
      await journal.steer('out', { rewindTo: views[0]!.event.cursor }, HAND);
      await journal.acknowledge('out', views.at(-1)!.event.cursor, []);
      expect(await journal.subscriber('out')).toMatchObject({ rewindTo: views[0]!.event.cursor, cursor: views.at(-1)!.event.cursor });
      expect(await claimed()).toEqual(all.slice(1));
      expect(await journal.steer('out', { paused: 'their server moves' }, HAND)).toMatchObject({
        paused: 'their server moves',
        rewindTo: null,
      });
      time += 1_001;
      expect(await claimed()).toEqual([]);
      await journal.steer('out', { paused: null }, HAND);
      expect(await claimed()).toEqual(all.slice(1));
      await journal.deliveryFailed('out', { error: '410', retryInMs: 60_000, disable: true });
      expect(await claimed()).toEqual([]);
      expect(await journal.steer('out', { enable: true, rewindTo: '0' }, HAND)).toMatchObject({ disabled: false, failures: 0 });
      expect(await claimed()).toEqual(all);
    });

    test('the log of deliveries tells what became of each event at each subscriber', async () => {
      const { journal } = await fresh();
      const of = (articleId: string, revision: number) => ({ articleId, revision, type: 'article.updated' as const });
      await journal.acknowledge('one', '0', [
        { ...of('TST:a', 1), outcome: 'delivered' },
        { ...of('TST:b', 1), outcome: 'withheld: killed' },
      ]);
      time += 1_000;
      await journal.deliveryFailed('one', { error: '503', retryInMs: 0, of: of('TST:a', 2) });
      await journal.acknowledge('two', '0', [{ ...of('TST:a', 1), outcome: 'filtered: language' }]);
      const told = async (query: Partial<DeliveryQuery>): Promise<string[]> =>
        (await journal.deliveries({ limit: 10, ...query })).map(
          ({ subscriber, articleId, revision, outcome }) => `${subscriber} ${articleId}@${revision} ${outcome}`,
        );
      expect(await told({ subscriber: 'one' })).toEqual([
        'one TST:a@2 failed: 503',
        'one TST:b@1 withheld: killed',
        'one TST:a@1 delivered',
      ]);
      expect((await told({ articleId: 'TST:a' })).sort()).toEqual([
        'one TST:a@1 delivered',
        'one TST:a@2 failed: 503',
        'two TST:a@1 filtered: language',
      ]);
      expect(await told({ outcome: 'withheld' })).toEqual(['one TST:b@1 withheld: killed']);
      const [newest] = await journal.deliveries({ limit: 1 });
      expect((await told({ before: deliveryCursor(newest!) })).sort()).toEqual([
        'one TST:a@1 delivered',
        'one TST:a@2 failed: 503',
        'one TST:b@1 withheld: killed',
      ]);
      await journal.acknowledge('one', '0', [{ ...of('TST:a', 2), outcome: 'delivered' }]);
      expect(await told({ subscriber: 'one', limit: 1 })).toEqual(['one TST:a@2 delivered']);
      expect([...(await journal.haveReceived('one', ['TST:a', 'TST:b', 'TST:c']))]).toEqual(['TST:a']);
      expect([...(await journal.haveReceived('two', ['TST:a']))]).toEqual([]);
    });

    test('the log of deliveries is paged without a loss, also through hundreds of rows of one instant', async () => {
      const { journal } = await fresh();
      const notes = Array.from({ length: 500 }, (_, index): DeliveryNote => ({
        ...{ articleId: `TST:${index % 100}`, revision: 1 + Math.floor(index / 200), outcome: 'delivered' },
        type: index % 200 < 100 ? 'article.created' : 'article.updated',
      }));
      for (const name of ['one', 'two']) await journal.acknowledge(name, '0', notes.slice(...(name === 'one' ? [0, 300] : [300])));
      const nameOf = ({ subscriber, articleId, revision, type }: DeliveryRow): string => `${subscriber} ${type} ${articleId}@${revision}`;
      const seen: string[] = [];
      for (let before: string | undefined; ;) {
        const page: readonly DeliveryRow[] = await journal.deliveries({ limit: 37, ...(before === undefined ? {} : { before }) });
        seen.push(...page.map(nameOf));
        // Rows that come while somebody pages are newer: they neither show up nor push anything out.
        time += 1;
        await journal.acknowledge('one', '0', [
          { articleId: `TST:new-${time}`, revision: 1, type: 'article.created', outcome: 'delivered' },
        ]);
        const last = page.at(-1);
        if (last === undefined) break;
        before = deliveryCursor(last);
      }
      const whole = await journal.deliveries({ limit: 1_000 });
      expect([seen.length, new Set(seen).size]).toEqual([500, 500]);
      expect(seen).toEqual(whole.map(nameOf).filter((name) => !name.includes('TST:new-')));
      for (const before of ['', 'x', Buffer.from('["2026-03-09T09:00:00.000Z"]').toString('base64url')])
        await expect(journal.deliveries({ limit: 1, before }), before).rejects.toMatchObject({ code: 'delivery.cursor' });
    });

    test('documents are found to be read again; what they say then replaces only what they said before', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'One'));
      time += 60_000;
      const bad: ItemOutcome = { kind: 'bad', index: null, code: 'xml.truncated', message: 'cut', bug: false };
      const rawId = await keep(journal);
      await journal.commit([{ rawId, items: [bad], last: true }]);
      const [first] = await journal.rawsSince({ feed: 'ferries' });
      expect([first, ...(await journal.rawsInQuarantine({ feed: 'ferries' }))]).toHaveLength(2);
      expect([await journal.rawsSince({ feed: 'none' }), await journal.rawsSince({ since: '2026-03-10T00:00:00.000Z' })]).toEqual([[], []]);
      expect(await journal.rawItems(first!)).toEqual([{ item: 0, outcome: 'stored', articleId: 'TST:a' }]);
      expect(await journal.quarantineGroups()).toMatchObject([
        { code: 'xml.truncated', feed: 'ferries', count: 1, bug: false, sample: 'cut' },
      ]);
      const again = (key: string, text: string, raw: number, onTopOf?: number) => ({
        ...{ rawId: raw, kind: 'article' as const, index: 0, article: story(key, '1', text) },
        ...(onTopOf === undefined ? {} : { onTopOf }),
      });
      expect(await journal.storeAgain([{ ...bad, rawId, code: 'xml.other' }])).toEqual(['quarantined']);
      expect(await journal.quarantine(5, { code: 'xml.other' })).toHaveLength(1);
      const rereads = [again('a', 'Other words', first!, 1), again('a', 'Too late', first!, 1), again('b', 'Read at last', rawId)];
      expect(await journal.storeAgain(rereads)).toEqual(['stored', 'passed', 'stored']);
      expect(await seen(journal)).toEqual(['article.created TST:a@1', 'article.updated TST:a@2', 'article.created TST:b@1']);
      expect([await journal.quarantine(5), (await journal.raws([rawId]))[0]?.state]).toEqual([[], 'done']);
      expect(await journal.totals()).toMatchObject({ received: 2, stored: 2, quarantined: 0 });
    });

    test('the sequence is read backwards too, and from an instant on', async () => {
      const { journal } = await fresh();
      await put(journal, story('a', '1', 'One'));
      time += 60_000;
      await put(journal, story('b', '1', 'Two'), story('c', '1', 'Three'));
      const ids = (views: readonly GateView[]): string[] => views.map(({ event }) => event.articleId);
      const newest = await journal.eventsBefore(undefined, 2);
      expect(ids(newest)).toEqual(['TST:c', 'TST:b']);
      expect(ids(await journal.eventsBefore(newest.at(-1)!.event.cursor, 5))).toEqual(['TST:a']);
      expect(ids(await journal.events(await journal.cursorBefore('2026-03-09T09:00:30Z'), 5))).toEqual(['TST:b', 'TST:c']);
      expect(ids(await journal.events(await journal.cursorBefore('2026-03-09T09:00:00Z'), 5))).toEqual(['TST:a', 'TST:b', 'TST:c']);
      expect(await journal.cursorBefore('2026-03-10T09:00:00Z')).toBe(await journal.head());
    });
  });
}
