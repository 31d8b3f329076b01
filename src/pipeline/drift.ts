import type { DayCounts } from '../store/feed-journal.ts';

/** A feed that answers as ever, and whose items are not what they were. */
export interface Drift {
  readonly code: 'feed.drift-field' | 'feed.drift-items' | 'feed.drift-volume';
  readonly detail: string;
}

type Counts = Readonly<Record<string, number>>;

/** When a change is an alarm. */
export const DRIFT = {
  /** A share is only compared where it rests on as many items: before, and now. */
  leastBefore: 200,
  leastNow: 30,
  /** A byline in 97 % of the items and now in 60 % is a broken feed; ten points less is a holiday desk. */
  leastChange: 0.3,
  /** Standard errors that the change must have; one in 30,000 by chance. */
  leastDeviation: 4,
  /** Items of one document resemble each other: five count as one. */
  alikeItems: 5,
  /** So many times fewer items in a document, or documents in a day, than before. */
  factor: 4,
  /** Documents that an item count rests on, days that a volume rests on, and documents a day below which days differ by chance. */
  leastDocuments: 10,
  leastDays: 7,
  leastDaily: 20,
} as const;

/** Counts that are no field of an item. */
const NOT_FIELDS: ReadonlySet<string> = new Set(['documents', 'items', 'bad']);

/**
 * What has changed between the weeks before and now (the day before `today` and `today`, ISO dates in UTC). `bad` are items that could not be read:
 * of these more are an alarm, of all else fewer.
 */
export function driftOf(days: readonly DayCounts[], today: string): readonly Drift[] {
  const yesterday = dayBefore(today);
  const before = days.filter(({ day }) => day < yesterday);
  const [was, is] = [summed(before), summed(days.filter(({ day }) => day >= yesterday && day <= today))];
  const volume = days.find(({ day }) => day === yesterday)?.counts['documents'] ?? 0;
  return [...fieldDrifts(was, is), ...itemDrift(was, is), ...volumeDrift(before, volume)];
}

function fieldDrifts(was: Counts, is: Counts): Drift[] {
  const [before, now] = [was['items'] ?? 0, is['items'] ?? 0];
  if (before < DRIFT.leastBefore || now < DRIFT.leastNow) return [];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].sort().flatMap((name): Drift[] => {
    if (name === 'documents' || name === 'items') return [];
    const [share, present] = [(was[name] ?? 0) / before, (is[name] ?? 0) / now];
    const lost = NOT_FIELDS.has(name) ? present - share : share - present;
    if (lost < DRIFT.leastChange || deviation(share, { before, now, present }) < DRIFT.leastDeviation) return [];
    const what = name === 'bad' ? 'items that cannot be read' : `items with ${name}`;
    return [{ code: 'feed.drift-field', detail: `${what}: ${percent(share)} before, ${percent(present)} now` }];
  });
}

/** The change in standard errors of two shares. */
function deviation(share: number, { before, now, present }: { before: number; now: number; present: number }): number {
  const pooled = (share * before + present * now) / (before + now);
  const variance = pooled * (1 - pooled) * DRIFT.alikeItems * (1 / before + 1 / now);
  return variance === 0 ? 0 : Math.abs(share - present) / Math.sqrt(variance);
}

function itemDrift(was: Counts, is: Counts): Drift[] {
  const [before, now] = [was['documents'] ?? 0, is['documents'] ?? 0];
  if (before < DRIFT.leastDocuments || now < DRIFT.leastDocuments) return [];
  const [mean, present] = [(was['items'] ?? 0) / before, (is['items'] ?? 0) / now];
  if (mean < DRIFT.factor || present * DRIFT.factor > mean) return [];
  return [{ code: 'feed.drift-items', detail: `items in a document: ${mean.toFixed(1)} before, ${present.toFixed(1)} now` }];
}

/** Yesterday against the weakest of the days before, so that a weekend is no alarm. */
function volumeDrift(before: readonly DayCounts[], volume: number): Drift[] {
  const daily = before.map(({ counts }) => counts['documents'] ?? 0);
  const least = Math.min(...daily);
  if (daily.length < DRIFT.leastDays || least < DRIFT.leastDaily || volume * DRIFT.factor > least) return [];
  return [{ code: 'feed.drift-volume', detail: `documents yesterday: ${volume}; on the weakest of ${daily.length} days before: ${least}` }];
}

function summed(days: readonly DayCounts[]): Counts {
  const sum: Record<string, number> = {};
  for (const { counts } of days) for (const [name, count] of Object.entries(counts)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
