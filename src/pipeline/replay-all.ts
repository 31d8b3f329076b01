import type { Decision } from '../store/audit.ts';
import type { Journal } from '../store/journal.ts';
import { ReplayTally, type ReplayReport } from './replay-report.ts';
import { replay, type ReplayDeps, type ReplayPlan } from './replay.ts';

export interface ReplayOrder extends ReplayPlan {
  /** Cases to show of each field that differs. */
  readonly samples: number;
  /** What the audit log says was read again. */
  readonly subject: string;
  /** Called after each document. */
  readonly onDocument?: () => void;
}

/**
 * Reads documents again and reports what it changed. Each document is a transaction of its own, so the audit log says before the first one that it
 * began, and after the last what came of it: nothing is ever stored that it does not know of. A dry run stores nothing.
 */
export async function replayAll(
  { samples, subject, onDocument, ...plan }: ReplayOrder,
  { actor, reason }: Decision,
  deps: ReplayDeps & { readonly journal: Pick<Journal, 'recordAudit'> },
): Promise<ReplayReport> {
  const isLogged = !plan.dryRun && plan.rawIds.length > 0;
  if (isLogged) await deps.journal.recordAudit({ actor, action: 'replay.begun', subject, reason });
  const tally = new ReplayTally(samples);
  for await (const items of replay(plan, deps)) {
    tally.add(items);
    onDocument?.();
  }
  const report = tally.report();
  const { changed, new: fresh } = report.items;
  const counts = `documents: ${report.documents}, changed: ${changed}, new: ${fresh}`;
  if (isLogged) await deps.journal.recordAudit({ actor, action: 'replay.run', subject, reason: `${reason} (${counts})`.trim() });
  return report;
}
