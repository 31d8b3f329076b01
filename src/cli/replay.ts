import { loadConfig, type Config } from '../config.ts';
import { BadInput } from '../faults.ts';
import { normalizeRaw } from '../pipeline/normalize-raw.ts';
import { replayAll } from '../pipeline/replay-all.ts';
import type { ReplayReport } from '../pipeline/replay-report.ts';
import type { ReplayPlan } from '../pipeline/replay.ts';
import type { Journal } from '../store/journal.ts';
import { openJournal } from '../store/open-journal.ts';
import { actorOf } from './actor.ts';
import { EXIT } from './exit-code.ts';
import { instantOf } from './instant.ts';
import { knownModules } from './known-modules.ts';
import { progressLine } from './progress-line.ts';

export interface ReplayFlags {
  readonly config: string;
  readonly feed?: string;
  readonly since?: string;
  readonly until?: string;
  readonly dryRun?: boolean;
  readonly samples?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly json?: boolean;
}

/**
 * `wirecopy replay`: reads what was received again with the current rules. What changes is shown field by field; without `dryRun` it is
 * stored, and the running service sends it. Exit 0; 1 where something cannot be read.
 */
export async function replayCommand(flags: ReplayFlags): Promise<number> {
  const config = loadConfig(flags.config, process.env, knownModules());
  const journal = await openJournal(config);
  try {
    if (flags.feed !== undefined && !config.feeds.some(({ id }) => id === flags.feed))
      throw new BadInput('replay.feed', { message: `No feed is called ${flags.feed}`, hint: 'Name one of the config' });
    const rawIds = await journal.rawsSince({
      ...(flags.feed === undefined ? {} : { feed: flags.feed }),
      ...(flags.since === undefined ? {} : { since: instantOf(flags.since) }),
      ...(flags.until === undefined ? {} : { until: instantOf(flags.until) }),
    });
    const subject = `replay of ${flags.feed ?? 'all feeds'}${flags.since === undefined ? '' : ` since ${flags.since}`}`;
    return await runReplay({ rawIds, onlyQuarantined: false, dryRun: flags.dryRun === true, subject }, { journal, config, flags });
  } finally {
    await journal.close();
  }
}

/** Runs a replay with its progress on stderr and its report on stdout. */
export async function runReplay(
  plan: ReplayPlan & { readonly subject: string },
  { journal, config, flags }: { journal: Journal; config: Config; flags: Pick<ReplayFlags, 'samples' | 'reason' | 'by' | 'json'> },
): Promise<number> {
  const feeds = new Map(config.feeds.map((feed) => [feed.id, feed]));
  const progress = progressLine('replay', plan.rawIds.length);
  const order = { ...plan, samples: Number(flags.samples ?? 3), onDocument: progress.step };
  const decision = { actor: actorOf(flags.by), reason: flags.reason ?? '' };
  const report = await replayAll(order, decision, { journal, normalizeRaw, readingOf: (feed) => feeds.get(feed) ?? {} });
  progress.end();
  process.stdout.write(flags.json === true ? `${JSON.stringify({ dryRun: plan.dryRun, ...report })}\n` : textOf(report, plan.dryRun));
  return report.items.bad > 0 ? EXIT.failed : EXIT.ok;
}

function textOf({ documents, items, fields, faults }: ReplayReport, dryRun: boolean): string {
  const shown = (value: unknown): string => (value === undefined ? '(nothing)' : JSON.stringify(value).slice(0, 160));
  const { changed, unchanged, new: fresh, passed, bad, filtered } = items;
  return [
    `${documents} documents: ${changed} articles changed, ${fresh} new, ${unchanged} unchanged, ${passed} passed over, ${filtered} filtered, ${bad} cannot be read`,
    ...fields.flatMap(({ path, count, samples }) => [
      `${path}  ${count}`,
      ...samples.flatMap(({ id, before, after }) => [`  ${id}`, `  - ${shown(before)}`, `  + ${shown(after)}`]),
    ]),
    ...faults.map(({ code, count }) => `${code}  ${count}`),
    dryRun ? 'nothing was stored (--dry-run)' : 'stored',
    '',
  ].join('\n');
}
