import type { Alarm, DayCounts, FeedState } from '../store/feed-journal.ts';
import type { Journal } from '../store/journal.ts';
import { driftOf } from './drift.ts';
import { readLearned } from './learned.ts';
import type { Log } from './log.ts';
import { startRounds } from './rounds.ts';
import { silenceOf, spanOf } from './silence.ts';
import { CLOCK_LIMIT_MS, clockOffset } from './source-clock.ts';

export interface HealthDeps {
  readonly journal: Pick<Journal, 'now' | 'feeds' | 'dayCounts' | 'setAlarms' | 'incidents'>;
  /** Feeds of the config, with the quiet after which a person wants to know whatever was learned, milliseconds. */
  readonly watched: ReadonlyMap<string, { readonly silentAfterMs?: number }>;
  readonly log: Log;
}

const EVERY_MS = 60_000;

/** What is wrong with a feed that is polled. Pure; `now` is the journal's clock, ISO 8601 UTC. */
export function alarmsOf(
  state: FeedState,
  { now, days, silentAfterMs }: { readonly now: string; readonly days: readonly DayCounts[]; readonly silentAfterMs?: number },
): readonly Alarm[] {
  if (state.paused) return [];
  const { rhythm, offsets } = readLearned(state.learned);
  const found: { code: string; detail: string }[] = [];
  const quietSince = state.lastItemAt ?? state.addedAt;
  const quiet = quietSince === null ? null : silenceOf(rhythm, { from: Date.parse(quietSince), to: Date.parse(now) }, silentAfterMs);
  if (quiet !== null) found.push({ code: 'feed.silent', detail: quiet });
  const offset = clockOffset(offsets);
  if (offset !== null && Math.abs(offset) >= CLOCK_LIMIT_MS)
    found.push({
      code: 'feed.clock',
      detail: `the clock of the source is ${spanOf(Math.abs(offset))} ${offset > 0 ? 'ahead of' : 'behind'} ours`,
    });
  found.push(...driftOf(days, now.slice(0, 10)));
  return [...new Set(found.map(({ code }) => code))].map((code) => ({
    code,
    since: state.alarms.find((alarm) => alarm.code === code)?.since ?? now,
    detail: found.flatMap((one) => (one.code === code ? [one.detail] : [])).join('; '),
  }));
}

/** Judges every feed and writes down what has changed. While our own network is out nothing is judged: every feed would be silent. */
export async function checkHealth({ journal, watched, log }: HealthDeps): Promise<void> {
  if ((await journal.incidents(20)).some(({ endedAt }) => endedAt === null)) return;
  const now = await journal.now();
  const days = new Map<string, DayCounts[]>();
  for (const day of await journal.dayCounts()) days.set(day.feed, [...(days.get(day.feed) ?? []), day]);
  for (const state of await journal.feeds()) {
    const feed = watched.get(state.id);
    if (feed === undefined) continue;
    const alarms = alarmsOf(state, { now, days: days.get(state.id) ?? [], ...feed });
    if (JSON.stringify(alarms) === JSON.stringify(state.alarms)) continue;
    await journal.setAlarms(state.id, alarms);
    tell(state, alarms, log);
  }
}

function tell({ id, alarms: before }: FeedState, alarms: readonly Alarm[], log: Log): void {
  for (const { code, detail } of alarms)
    if (!before.some((alarm) => alarm.code === code)) log.warn({ feed: id, code }, `${code}: ${detail}`);
  for (const { code, since } of before)
    if (!alarms.some((alarm) => alarm.code === code)) log.info({ feed: id, code, since }, `${code}: over`);
}

/** Every minute; several processes may, for they come to the same. Returns how to stop it. */
export function startHealth(deps: HealthDeps): () => Promise<void> {
  const onError = (error: unknown): void => {
    deps.log.warn({ err: error }, 'health: will try again');
  };
  return startRounds({ everyMs: EVERY_MS, round: () => checkHealth(deps), onError });
}
