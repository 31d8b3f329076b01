/** One arrival, or something that happens to the machine; `t` in seconds. */
export interface Step {
  readonly t: number;
  readonly type: 'item' | 'clock' | 'tick' | 'crash' | 'restart' | 'redis_flushall';
  readonly jump?: number;
  readonly guid?: string | null;
  readonly altid?: string;
  readonly rev?: number | null;
  readonly status?: string;
  readonly embargo?: number | string;
  readonly ednote?: string;
  readonly status_note?: string;
  readonly usage_until?: number;
  readonly body?: string;
}

/** What must hold, as the collection of sequences says it. */
export interface Check {
  readonly never_visible_from?: number;
  readonly not_visible_from?: number;
  readonly not_visible?: readonly (readonly [number, number])[];
  readonly visible_by?: number;
  readonly kill_notices?: number;
  readonly tombstone?: boolean;
  readonly final_rev?: number;
  readonly revisions_seen_monotone?: boolean;
  readonly keep_both?: boolean;
  readonly flag?: string;
}

export interface Sequence {
  readonly id: string;
  readonly events: readonly Step[];
  readonly check: Check;
}

export const START = Date.parse('2026-03-09T09:00:00Z');

/** The arrival as an agency would send it: a ninjs document. `run` keeps the stories of different runs apart. */
export function documentOf(step: Step, run: string): string {
  const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();
  const { guid, altid, rev, status, embargo, ednote, status_note: note, usage_until: until } = step;
  const text = textOf(step);
  return JSON.stringify({
    standard: { name: 'ninjs', version: '1.6' },
    ...(guid === null || guid === undefined ? {} : { uri: `urn:wire:${run}:${guid}` }),
    ...(altid === undefined ? {} : { altids: { desk: `${run}-${altid}` } }),
    ...(rev === null || rev === undefined ? {} : { version: String(rev) }),
    ...{ type: 'text', provider: 'Velmar Wire', pubstatus: status, versioncreated: at(step.t), language: 'en' },
    headline: `Harbour pilots meet ${text}`,
    body_text: `VARRE, March 9 (Velmar Wire) - The pilots of the harbour met again. ${text} It was the ${run}th time.`,
    ...(embargo === undefined ? {} : { embargoed: typeof embargo === 'number' ? at(embargo) : embargo }),
    ...(until === undefined ? {} : { expires: at(until) }),
    ...(ednote === undefined && note === undefined ? {} : { ednote: ednote ?? note }),
  });
}

/** Words that stand in this arrival and in no other of its sequence. */
export function textOf({ rev, status, body }: Step): string {
  return `Arrival ${rev ?? 'unnumbered'} ${status ?? ''} ${body ?? 'x'}.`;
}

/** Every order of the arrivals; what happens to the machine keeps its moment. */
export function ordersOf(steps: readonly Step[]): readonly (readonly Step[])[] {
  const items = steps.filter(({ type }) => type === 'item');
  return permutations(items).map((order) => {
    const next = order.values();
    return steps.map((step) => (step.type === 'item' ? { ...(next.next().value ?? step), t: step.t } : step));
  });
}

function permutations<T>(list: readonly T[]): T[][] {
  if (list.length < 2) return [[...list]];
  return list.flatMap((first, index) => permutations(list.filter((_, other) => other !== index)).map((rest) => [first, ...rest]));
}
