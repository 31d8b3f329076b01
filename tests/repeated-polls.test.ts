import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { OpenTransport } from '../src/ingest/transports.ts';
import { pollFeed } from '../src/pipeline/fetch.ts';
import type { Log } from '../src/pipeline/log.ts';
import { normalizeBatch } from '../src/pipeline/normalize.ts';
import { normalizeRaw } from '../src/pipeline/normalize-raw.ts';
import type { Journal } from '../src/store/journal.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';

const quiet = (): void => undefined;
const log: Log = { debug: quiet, info: quiet, warn: quiet, error: quiet };

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Station {
  readonly journal: Journal;
  /** One poll of a source that answers with this document, and the work that follows from it. */
  poll(document: string): Promise<void>;
  /** Stories with their revision of today. */
  stories(): Promise<readonly string[]>;
}

async function station(): Promise<Station> {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-polls-'));
  const journal = openSqliteJournal(join(folder, 'journal.db'));
  closers.push(async () => {
    await journal.close();
    rmSync(folder, { recursive: true, force: true });
  });
  await journal.putFeeds([{ id: 'wire', intervalMs: 60_000 }]);
  let current = '';
  const source: OpenTransport = {
    name: 'http',
    async *poll() {
      yield await Promise.resolve({ bytes: Buffer.from(current), url: 'https://wire.example/feed' });
      return {};
    },
  };
  const nothing = (): Promise<never> => Promise.reject(new Error('no network here'));
  const services = { request: nothing, resolve: nothing };
  const handOut = async (_feed: string, raws: readonly number[]): Promise<void> => {
    await normalizeBatch(raws, { journal, normalizeRaw, readingOf: () => ({ provider: 'AFP' }), wake: () => Promise.resolve(), log });
  };
  return {
    journal,
    poll: async (document) => {
      current = document;
      const deps = {
        ...{ journal, transportOf: () => source, services, handOut, log, clock: () => new Date(), random: () => 0.5 },
        planOf: () => ({}),
        enterHost: () => Promise.resolve({ leave: () => Promise.resolve() }),
        noteHost: () => Promise.resolve(false),
      };
      await pollFeed('wire', deps, new AbortController().signal);
    },
    stories: async () => {
      const ids = new Set((await journal.events('0', 1_000)).map(({ event }) => event.articleId));
      const stories = await Promise.all([...ids].map((id) => journal.article(id)));
      return stories.map((story) => `${story?.article.headline.text ?? ''}@${story?.article.identity.revision ?? 0}`).sort();
    },
  };
}

const item = (guid: string, title: string): string =>
  `<item><guid isPermaLink="false">${guid}</guid><title>${title}</title><pubDate>Tue, 24 Nov 2026 06:00:00 GMT</pubDate>
   <description>The ferry between Ostwick and Lunde runs again, the harbour office of ${title} said.</description></item>`;
const feed = (...items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Wire</title><link>https://wire.example/</link>${items.join('')}</channel></rss>`;
const story = (version: number, more: object = {}): string =>
  JSON.stringify({
    uri: 'urn:newsml:wire.example:20261124:ferry',
    type: 'text',
    version: String(version),
    versioncreated: `2026-11-24T06:0${version}:00Z`,
    pubstatus: 'usable',
    language: 'en',
    headline: `Ferry runs again, version ${version}`,
    body_text: `The ferry between Ostwick and Lunde runs again, the harbour office said in its message number ${version}.`,
    ...more,
  });

describe('the same feed, polled again', () => {
  test('items in another order are the same state', async () => {
    const made = await station();
    const items = ['a', 'b', 'c', 'd'].map((letter) => item(`guid-${letter}`, `Story ${letter}`));
    await made.poll(feed(...items));
    const [stories, before] = [await made.stories(), await made.journal.totals()];
    await made.poll(feed(...[...items].reverse()));
    expect(await made.stories()).toEqual(stories);
    expect(await made.journal.totals()).toMatchObject({ stored: before.stored, outbox: before.outbox, duplicate: 4 });
  });

  test('an older revision that is served later does not come back', async () => {
    const made = await station();
    for (const [turn, version] of [1, 2, 1, 2, 1].entries()) await made.poll(`${story(version)}${' '.repeat(turn)}`);
    const events = await made.journal.events('0', 100);
    expect(events.map(({ event }) => `${event.type} ${event.revision}`)).toEqual(['article.created 1', 'article.updated 2']);
    expect(await made.stories()).toEqual(['Ferry runs again, version 2@2']);
  });

  test('what was killed stays killed when an old copy comes', async () => {
    const made = await station();
    await made.poll(story(1));
    await made.poll(story(2, { pubstatus: 'canceled' }));
    await made.poll(`${story(1)} `);
    await made.poll(story(1, { headline: 'Ferry runs again, from a cache' }));
    const views = await made.journal.events('0', 100);
    expect(views.map(({ event }) => event.type)).toEqual(['article.created', 'article.killed']);
    expect(views.every(({ tombstone }) => tombstone !== null)).toBe(true);
  });
});
