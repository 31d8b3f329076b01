import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { FAULTS } from './faults.mjs';
import { createFleet } from './fleet.mjs';
import { createLedger, missing } from './ledger.mjs';
import { planOf } from './plan.mjs';
import { percentile } from './report.mjs';
import { recoveriesOf } from './recoveries.mjs';
import { scheduleOf } from './schedule.mjs';
import { seeded } from './seeded.mjs';
import { startSubscriber } from './subscriber.mjs';
import { startUpstream } from './upstream.mjs';

/** After the last fault nothing may be stuck for longer. */
const SETTLE_MS = 60_000;
const SECRET = `whsec_${Buffer.from('chaos of a test, no secret of anybody').toString('base64')}`;

/** Two of each, so that one can take over from the other. */
export const CREW = ['fetch', 'normalize', 'deliver'].flatMap((roles) => [1, 2].map((number) => ({ name: `${roles}-${number}`, roles })));

/**
 * One run: source, subscribers, Redis, journal and a fleet of real processes; faults after the schedule; then quiet until all has arrived or a
 * minute is over. Resolves to the counts of the report.
 */
export async function run({ seed, size, redis, journal, folder, crew = CREW, environment = {}, tell = () => undefined }) {
  const began = Date.now();
  const names = Array.from({ length: size.subscribers }, (_, number) => `sub-${number}`);
  const ledger = createLedger(names);
  const subscribers = await Promise.all(names.map((name) => startSubscriber({ name, ledger })));
  const plan = planOf({ seed, revisions: size.revisions, feeds: size.feeds });
  const upstream = await startUpstream({ plan, forMs: size.forMs, ledger });
  const config = configIn(folder, { upstream, subscribers, redis, journal, feeds: size.feeds });
  const fleet = createFleet({ config, members: crew, folder, environment: { ...environment, CHAOS_SECRET: SECRET } });
  const world = { fleet, redis, journal, upstream, subscribers, pauseMs: size.pauseMs ?? [500, 4_000] };
  try {
    fleet.start();
    const done = await harm(world, { seed, mix: size.mix, forMs: size.forMs, tell });
    while (!upstream.isDone()) await sleep(50);
    const settled = await settle({ ledger, journal, subscribers: names });
    return resultOf({ seed, began, ledger, fleet, journal, done, settled });
  } finally {
    await fleet.stop();
    await upstream.stop();
    await Promise.all(subscribers.map((one) => one.stop()));
  }
}

function configIn(folder, { upstream, subscribers, redis, journal, feeds }) {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'wirecopy.yaml');
  const text = {
    ...{ data: join(folder, 'data'), api: false, redis: redis.socket, ...journal.settings },
    network: { allow: ['127.0.0.1'], per_host: { at_once: 4, per_second: 1_000 } },
    feeds: Array.from({ length: feeds }, (_, feed) => ({
      ...{ id: `feed-${feed}`, url: `http://127.0.0.1:${upstream.port}/feed-${feed}`, every: '500ms', provider: 'Velmar' },
      options: { next: { member: 'next' }, items: 'items' },
    })),
    sinks: subscribers.map(({ name, port }) => ({
      name,
      kind: 'webhook',
      url: `http://127.0.0.1:${port}/in`,
      secret: '${env:CHAOS_SECRET}',
    })),
  };
  writeFileSync(file, JSON.stringify(text, null, 2));
  return file;
}

/** Does what the schedule says and resolves when the last fault is undone; tells what was done and when. */
async function harm(world, { seed, mix, forMs, tell }) {
  const began = Date.now();
  const done = [];
  const running = [];
  for (const { at, fault: name, seed: own } of scheduleOf({ seed, mix, forMs })) {
    await sleep(Math.max(0, began + at - Date.now()));
    const fault = FAULTS[name];
    const random = seeded(own);
    const target = fault.target(random, world);
    done.push({ at: Date.now(), name, target, store: fault.store === true });
    tell(`${String(at).padStart(6)} ms  ${name}: ${target}`);
    // Only one thing at a time is done to a store: it cannot be killed while it is down.
    const work = () => fault.run(world, random, target);
    if (fault.store === true) await work();
    else running.push(work());
  }
  await Promise.all(running);
  return done;
}

/** Waits until nothing is missing and the journal says the same; what is still open after a minute is stuck. */
async function settle({ ledger, journal, subscribers }) {
  const deadline = Date.now() + SETTLE_MS;
  for (;;) {
    await sleep(250);
    const isLate = Date.now() > deadline;
    if (!isLate && missing(ledger, () => true).length > 0) continue;
    const open = await journal.look((opened) => openIn(opened, subscribers)).catch((error) => ({ error: String(error) }));
    if (open.error === undefined && open.pending + open.behind.length === 0) return { ...open, isLate };
    if (isLate) return { ...open, isLate };
  }
}

async function openIn(journal, subscribers) {
  const head = await journal.head();
  const states = new Map((await journal.subscribers()).map((state) => [state.name, state]));
  const { rawPending, quarantineRows } = await journal.totals();
  return { pending: rawPending, quarantined: quarantineRows, behind: subscribers.filter((name) => states.get(name)?.cursor !== head) };
}

async function resultOf({ seed, began, ledger, fleet, journal, done, settled }) {
  const open = missing(ledger, () => true);
  const lost = missing(ledger, await overtakenIn(journal, missing(ledger)));
  const recoveries = recoveriesOf(
    done.filter(({ name }) => name.includes('kill') || name === 'flushall'),
    ledger,
  );
  const worker = recoveries.filter(({ store }) => !store).map(({ ms }) => ms);
  const { counts } = ledger;
  const kills = {};
  for (const { name, target } of done) if (name === 'kill') kills[target] = (kills[target] ?? 0) + 1;
  return {
    ...{ store: journal.name, sent: counts.sent, delivered: counts.raw - counts.dup_raw, lost: lost.length, dup_raw: counts.dup_raw },
    ...{ dup_after_key: counts.dup_after_key, rev_back: counts.rev_back, killed_visible: counts.killed_visible },
    ...{
      embargo_early: counts.embargo_early,
      stuck: settled.isLate ? open.length + (settled.pending ?? 1) + (settled.behind?.length ?? 1) : 0,
    },
    ...{ kills, store_kills: done.filter(({ name }) => /^(?:redis|journal) (?:kill|empty)/.test(name)).length },
    flushes: done.filter(({ name }) => name === 'flushall').length,
    ...{ recover_p50_ms: percentile(worker, 0.5), recover_p99_ms: percentile(worker, 0.99) },
    recover_store_ms: Math.max(0, ...recoveries.filter(({ store }) => store).map(({ ms }) => ms)),
    ...{ peak_rss_mb: Math.round(fleet.peakRssKb / 1024), seed, seconds: Math.round((Date.now() - began) / 1000) },
    ...{ own_exits: fleet.ownExits, quarantined: settled.quarantined ?? null },
    findings: [...ledger.findings, ...lost.slice(0, 20).map((gap) => ({ kind: 'lost', ...gap }))],
  };
}

/** Tells of a version that did not arrive whether the journal has it as one that a newer one had overtaken: kept, but no news to readers. */
async function overtakenIn(journal, gaps) {
  if (gaps.length === 0) return () => false;
  const kept = await journal.look(async (opened) => {
    const found = new Set();
    for (const story of new Set(gaps.map((gap) => gap.story))) {
      const id = `velmar:urn:velmar:${story}`;
      for (let revision = 1; ; revision += 1) {
        const one = await opened.article(id, revision);
        if (one === null) break;
        found.add(`${story} ${one.article.identity.version}`);
      }
    }
    return found;
  });
  return (story, version) => kept.has(`${story} ${version}`);
}
