import type { Instant } from '../../article/instant.ts';
import type { Found, TimeField } from '../../article/parsed-item.ts';
import type { Note } from '../../article/provenance.ts';
import { settle, withEvidence, withNotes, type Draft, type Evidence, type Step } from '../draft.ts';
import { readTime, type TimeOptions } from '../times/read-time.ts';
import { isPlausible } from '../times/window.ts';

/** Moments that the status step reads itself, because they decide about publication. */
const OF_STATUS: ReadonlySet<string> = new Set<TimeField>(['embargo', 'expires']);

/** Settles `times`: each moment with its raw text, zone and basis. Outside [1990, now + 48 h] it is flagged. */
export const timestamps: Step = {
  name: 'timestamps',
  run(draft) {
    const read = Object.entries(draft.item.times ?? {}).flatMap(([field, found]) =>
      OF_STATUS.has(field) ? [] : [readField(draft, field as TimeField, found)],
    );
    const received: Instant = { utc: draft.context.receivedAt, raw: draft.context.receivedAt, basis: 'explicit-utc' };
    const times = { ...draft.settled.times, received, ...Object.fromEntries(read.map(({ field, instant }) => [field, instant])) };
    const notes = read.flatMap((each) => each.notes);
    return withNotes(withEvidence(settle(draft, { times }), ...read.map((each) => each.evidence)), ...notes);
  },
};

interface ReadField {
  readonly field: TimeField;
  readonly instant: Instant;
  readonly evidence: Evidence;
  readonly notes: readonly Note[];
}

function readField(draft: Draft, field: TimeField, found: Found): ReadField {
  const instant = readTime(found.text, optionsFor(draft, field));
  const evidence: Evidence = {
    path: `times.${field}`,
    rule: `time/${instant.basis}`,
    source: found.path,
    ...(found.span === undefined ? {} : { span: found.span }),
  };
  return { field, instant, evidence, notes: notesOf(draft, field, instant) };
}

function optionsFor({ profile, context, settled }: Draft, field: TimeField): TimeOptions {
  const own = profile.zones?.[field] ?? profile.zone;
  const ownBasis = profile.kind === 'site' ? ('page-zone' as const) : ('field-default' as const);
  return {
    ...(own !== undefined
      ? { zone: own, zoneBasis: ownBasis }
      : context.zone === undefined
        ? {}
        : { zone: context.zone, zoneBasis: 'feed-default' as const }),
    ...(profile.dayOrder === undefined ? {} : { order: profile.dayOrder }),
    ...(settled.language === undefined ? {} : { language: settled.language }),
    now: context.now,
  };
}

function notesOf({ context }: Draft, field: TimeField, instant: Instant): Note[] {
  const path = `times.${field}`;
  if (instant.utc === null)
    return [{ code: instant.warning === 'no zone' ? 'date.no-zone' : 'date.unreadable', path, detail: instant.raw }];
  return [
    ...(isPlausible(instant.utc, context.now) ? [] : [{ code: 'date.out-of-window', path, detail: instant.utc }]),
    ...(instant.warning === undefined ? [] : [{ code: 'date.ambiguous', path, detail: instant.raw }]),
  ];
}
