import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { normalize } from '../library.ts';
import { createPipeline, type Pipeline } from '../main.ts';
import type { Log } from '../pipeline/log.ts';
import type { GateView, Tally } from '../store/journal.ts';
import { serveFeed, type FeedServer } from './demo/feed-server.ts';
import { newsmlOf } from './demo/newsml.ts';
import { FIRST_DELIVERY, LATER_DELIVERY } from './demo/stories.ts';
import { EXIT } from './exit-code.ts';
import { explanationLines } from './explanation-lines.ts';
import { untilStopped } from './until-stopped.ts';

export interface DemoFlags {
  /** Keep running until Ctrl-C instead of ending. */
  readonly keep?: boolean;
}

const EVERY_MS = 500;
/** A hang guard, far above the few seconds that the demo takes. */
const LIMIT_MS = 60_000;
const EXPLAIN_LINES = 5;

const first = newsmlOf(FIRST_DELIVERY);
/** Cut off in the middle, as a broken connection leaves it. */
const broken = newsmlOf(LATER_DELIVERY).slice(0, 900);
const DOCUMENTS = [first, broken, newsmlOf(LATER_DELIVERY)];

/** Runs the whole path on an invented feed: article on stdout, progress on stderr. Exit 1 where the sums do not balance. */
export async function demoCommand({ keep = false }: DemoFlags): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-demo-'));
  const feed = await serveFeed(DOCUMENTS);
  note(`feed      ${feed.url} (AFP-style NewsML 1.2, invented stories)`);
  let pipeline: Pipeline | undefined;
  try {
    pipeline = await createPipeline(configOf(folder, feed.url), { log: quiet, environment: process.env, tickEveryMs: 250 });
    note(`data      ${folder} (own Redis on a unix socket, SQLite journal)`);
    await pipeline.start(['fetch', 'normalize', 'deliver']);
    const events = await watch(pipeline, feed);
    await show(pipeline, events);
    const code = summary(await pipeline.totals());
    if (keep) {
      note('kept running; Ctrl-C ends it');
      await untilStopped();
    }
    return code;
  } finally {
    await pipeline?.stop();
    await feed.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function configOf(folder: string, url: string): Config {
  const at = { line: 1, column: 1 };
  return {
    feeds: [{ id: 'demo-afp', transport: 'http', everyMs: EVERY_MS, provider: 'AFP', options: { url }, tests: [], at }],
    sinks: [
      { name: 'out', kind: 'directory', encoding: 'canonical', filter: {}, embargoed: false, options: { path: join(folder, 'out') }, at },
    ],
    dataDir: folder,
    retention: {},
    api: null,
    network: { allow: ['127.0.0.1'] },
    secrets: [],
  };
}

/** Prints each event as it comes, until all documents are taken in and nothing is pending. */
async function watch(pipeline: Pipeline, feed: FeedServer): Promise<GateView[]> {
  const deadline = performance.now() + LIMIT_MS;
  const seen: GateView[] = [];
  for (;;) {
    const fresh = await pipeline.journal.events(seen.at(-1)?.event.cursor ?? '0', 100);
    for (const view of fresh) note(eventLine(view));
    seen.push(...fresh);
    const { received, rawPending } = await pipeline.totals();
    const taken = feed.answered() >= DOCUMENTS.length && received >= FIRST_DELIVERY.length + 1 + LATER_DELIVERY.length;
    if (taken && rawPending === 0 && fresh.length === 0) break;
    if (performance.now() > deadline) throw new Error('the demo did not end within a minute');
    await sleep(50);
  }
  await pipeline.idle(AbortSignal.timeout(LIMIT_MS));
  return seen;
}

function eventLine({ event, article }: GateView): string {
  const text = event.type === 'article.killed' ? 'nothing of it leaves any more' : (article.headline.text ?? '(no headline)');
  return `${event.type.padEnd(18)} ${event.articleId}@${event.revision}  ${text}`;
}

async function show(pipeline: Pipeline, events: readonly GateView[]): Promise<void> {
  const created = events.find(({ event }) => event.type === 'article.created');
  if (created === undefined) throw new Error('the demo stored no article');
  const stored = await pipeline.journal.article(created.event.articleId, created.event.revision);
  print(JSON.stringify(stored?.article, null, 2));
  print('', `why (wirecopy normalize --explain):`);
  const read = normalize(first, { feed: 'demo-afp', provider: 'AFP' });
  const explanations = read.ok ? ['dateline', 'status.kind', 'times', 'byline', 'language'].flatMap((field) => read.explain(field)) : [];
  print(...explanationLines(explanations).slice(0, EXPLAIN_LINES), '');
  const later = events.filter(({ event }) => event.type === 'article.corrected' || event.type === 'article.killed');
  print('then arrived:', ...later.map((view) => `  ${eventLine(view)}`), '');
}

function summary({ received, stored, duplicate, filtered, quarantined }: Tally): number {
  const balanced = received === stored + duplicate + filtered + quarantined;
  print(
    `received ${received} = stored ${stored} + duplicate ${duplicate} + filtered ${filtered} + quarantined ${quarantined}${balanced ? '' : '  DOES NOT BALANCE'}`,
  );
  return balanced && stored > 0 ? EXIT.ok : EXIT.failed;
}

const nothing = (): void => undefined;
/** The demo tells its story itself. */
const quiet: Log = {
  debug: nothing,
  info: nothing,
  warn: (_fields, message) => {
    note(`          ${message}`);
  },
  error: (_fields, message) => {
    note(`error     ${message}`);
  },
};

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

function print(...lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}
