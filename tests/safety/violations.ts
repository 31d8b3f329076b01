import type { Outcome, Sight } from './run.ts';
import { textOf, type Check, type Sequence, type Step } from './sequence.ts';

/** What a run did that it must never do, whatever the order of arrivals: the words of each rule that it broke. */
export function violationsOf(outcome: Outcome, steps: readonly Step[]): string[] {
  return outcome.sights.flatMap((sight) => [
    ...[...killed(sight), ...early(sight), ...steps.flatMap((step) => never(sight, step))],
    ...killed({ ...sight, texts: sight.early }).map((words) => `early reader: ${words}`),
    ...expired({ ...sight, texts: sight.early }).map((words) => `early reader: ${words}`),
    // A note may say until when: then it is a known end like any other.
    ...steps
      .flatMap(({ ednote: _note, ...step }) => never({ ...sight, texts: sight.early }, step))
      .map((words) => `early reader: ${words}`),
  ]);
}

/** What it did against the checks of its sequence, in the order in which the sequence was written. */
export function broken(outcome: Outcome, { check, events }: Sequence): string[] {
  const seenIn = (inside: (t: number) => boolean): string[] =>
    outcome.sights.filter(({ t, texts }) => inside(t) && texts.length > 0).map(({ t, texts }) => `visible at ${t}: ${texts[0] ?? ''}`);
  const from = check.never_visible_from ?? check.not_visible_from;
  return [
    ...(from === undefined ? [] : seenIn((t) => t >= from)),
    ...(check.not_visible ?? []).flatMap(([start, end]) => seenIn((t) => t >= start && t < end)),
    ...(check.visible_by === undefined ? [] : unseen(outcome, check.visible_by)),
    ...ends(outcome, check, events),
  ];
}

function ends(outcome: Outcome, check: Check, events: readonly Step[]): string[] {
  const { kill_notices: notices, final_rev: final, flag } = check;
  const wanted = events.find(({ rev }) => rev === final);
  return [
    ...(notices !== undefined && outcome.kills !== notices ? [`${outcome.kills} kill notices`] : []),
    ...(check.tombstone === true && !outcome.buried ? ['no tombstone'] : []),
    ...(final !== undefined && wanted !== undefined && !outcome.finalText.includes(textOf(wanted))
      ? [`ends as: ${outcome.finalText}`]
      : []),
    ...(check.revisions_seen_monotone === true && outcome.revisions.some((n, at) => n < (outcome.revisions[at - 1] ?? 0))
      ? ['went back']
      : []),
    ...(check.keep_both === true && !events.every((step) => outcome.kept.some((text) => text.includes(textOf(step))))
      ? ['one is gone']
      : []),
    ...(flag !== undefined && outcome.notes.length === 0 ? ['no note'] : []),
  ];
}

function unseen({ sights }: Outcome, by: number): string[] {
  return sights.some(({ t, texts }) => t >= by - 5 && t <= by && texts.length > 0) ? [] : [`not visible by ${by}`];
}

/** A kill that has arrived leaves nothing to see. */
function killed({ t, texts, arrived }: Sight): string[] {
  const dead = arrived.some(({ status }) => status === 'canceled');
  return dead && texts.length > 0 ? [`visible at ${t} after the kill: ${texts[0] ?? ''}`] : [];
}

/** Nothing of an arrival is seen before its embargo ends, or after its licence has. */
function early(sight: Sight): string[] {
  return [...shown(sight, ({ embargo }) => typeof embargo === 'number' && sight.t < embargo), ...expired(sight)];
}

function expired(sight: Sight): string[] {
  return shown(sight, ({ usage_until: until }) => until !== undefined && sight.t >= until);
}

function shown({ t, texts, arrived }: Sight, is: (step: Step) => boolean): string[] {
  return arrived
    .filter((step) => is(step) && texts.some((text) => text.includes(textOf(step))))
    .map((step) => `${textOf(step)} visible at ${t}`);
}

/** Withheld and cancelled text, tests, and copy under an embargo that nobody can resolve are never seen. */
function never({ t, texts }: Sight, step: Step): string[] {
  const { status, embargo, ednote, status_note: note } = step;
  const shut = status === 'withheld' || status === 'canceled' || typeof embargo === 'string' || ednote !== undefined || note !== undefined;
  return shut && texts.some((text) => text.includes(textOf(step))) ? [`${textOf(step)} visible at ${t}`] : [];
}
