import type { Embargo, Kind, Marker, Status } from '../../article/status.ts';
import type { ParsedItem } from '../../article/parsed-item.ts';
import { settle, withEvidence, withNotes, type Draft, type Step } from '../draft.ts';
import { readTime } from '../times/read-time.ts';
import { readStatus, type StatusReading } from '../wiretext/status.ts';

/** Machine statuses by what they mean; anything else is unknown and held. */
const MACHINE: Readonly<Record<string, 'usable' | 'withheld' | 'canceled' | 'embargoed'>> = {
  usable: 'usable',
  commissioned: 'withheld',
  withheld: 'withheld',
  withhold: 'withheld',
  embargoed: 'embargoed',
  canceled: 'canceled',
  cancelled: 'canceled',
  killed: 'canceled',
};
/** Marks that formats state as data, by kind. */
const STATED: Readonly<Record<string, Kind>> = {
  alert: 'alert',
  flash: 'flash',
  urgent: 'urgent',
  correction: 'correction',
  update: 'update',
  advisory: 'advisory',
  program: 'planning',
  textprogram: 'planning',
  planning: 'planning',
};
const RANK: readonly Kind[] = [
  'kill',
  'withhold',
  'test',
  'disregard',
  'package-index',
  'planning',
  'advisory',
  'correction-notice',
  'correction',
  'flash',
  'alert',
  'urgent',
  'wrapup',
  'refile',
  'repeat',
  'update',
  'add',
  'press-release',
  'embargoed',
  'brief',
  'story',
];
const HELD_KINDS: ReadonlySet<Kind> = new Set<Kind>(['withhold', 'test', 'disregard', 'planning', 'package-index', 'advisory']);

/** Settles `status` and `headline`: a pure function of what the file says and of `context.now`. What is unclear is held. */
export const status: Step = {
  name: 'status',
  run(draft) {
    const readings = readingsOf(draft);
    const settled = statusOf(draft, readings);
    const headline = readings.headline;
    const raw = draft.item.headline?.text.trim() ?? null;
    const first = draft.body.find((block) => block.type === 'paragraph')?.text;
    const clean = raw === null ? null : settled.kind === 'kill' ? raw : (headline?.headline ?? raw);
    const noted = settled.reasons.includes('pubstatus-unknown')
      ? withNotes(draft, { code: 'status.unknown', path: 'status', detail: draft.item.pubStatus?.text ?? '' })
      : draft;
    return withEvidence(
      settle(noted, {
        status: settled,
        headline: { text: clean, raw, ...(raw === null && first !== undefined ? { fallback: first } : {}) },
      }),
      { path: 'status', rule: `status/${settled.kind}`, source: draft.item.pubStatus?.path ?? draft.item.headline?.path ?? 'item' },
    );
  },
};

interface Readings {
  readonly headline?: StatusReading;
  readonly others: readonly StatusReading[];
}

function readingsOf({ item, settled, profile, context }: Draft): Readings {
  const zone = profile.zones?.embargo ?? profile.zone ?? context.zone;
  const read = (text: string, where: string): StatusReading =>
    readStatus(text, {
      where,
      now: context.now,
      ...(settled.language === undefined ? {} : { language: settled.language }),
      ...(zone === undefined ? {} : { zone }),
    });
  const others = [
    ...(item.ednotes ?? []).map((note) => read(note.text, 'ednote')),
    ...(item.slugline === undefined ? [] : [read(item.slugline.text, 'slugline')]),
  ];
  return { ...(item.headline === undefined ? {} : { headline: read(item.headline.text, 'headline') }), others };
}

function statusOf(draft: Draft, { headline, others }: Readings): Status {
  const { item, context } = draft;
  const readings = [...(headline === undefined ? [] : [headline]), ...others];
  const raw =
    item.pubStatus?.text
      .trim()
      .toLowerCase()
      .replace(/^[a-z]+:/, '') ?? null;
  const machine = raw === null ? 'usable' : MACHINE[raw];
  const kind = kindOf(item, readings, machine);
  const embargo = embargoOf(draft, readings);
  const expires = item.times?.expires === undefined ? undefined : readTime(item.times.expires.text, zoneFor(draft, 'expires'));
  const canceled = machine === 'canceled' || kind === 'kill';
  const open = embargo !== null && !(embargo.until.utc !== null && Date.parse(embargo.until.utc) <= Date.parse(context.now));
  const reasons = [
    ...(canceled ? ['kill'] : []),
    ...(machine === 'withheld' ? ['pubstatus-withheld'] : machine === undefined ? ['pubstatus-unknown'] : []),
    ...(open
      ? [embargo.until.utc === null ? 'embargo-unresolved' : 'embargo-future']
      : machine === 'embargoed' && embargo === null
        ? ['embargo-unresolved']
        : []),
    ...(HELD_KINDS.has(kind) ? [kind] : []),
    ...(expires?.utc != null && Date.parse(expires.utc) <= Date.parse(context.now) ? ['expired'] : []),
  ];
  const effective = canceled
    ? 'canceled'
    : reasons.some((reason) => reason.startsWith('embargo'))
      ? 'embargoed'
      : machine === 'withheld' || machine === undefined || kind === 'withhold'
        ? 'withheld'
        : 'usable';
  return {
    kind,
    pubStatusRaw: raw,
    effective,
    publishable: reasons.length === 0,
    reasons,
    embargo,
    ...(expires === undefined ? {} : { expires }),
    markers: markersOf(readings),
  };
}

function kindOf(item: ParsedItem, readings: readonly StatusReading[], machine: string | undefined): Kind {
  const stated = (item.markers ?? []).map((marker) => STATED[marker.text.trim().toLowerCase()]).filter((kind) => kind !== undefined);
  const hinted: readonly Kind[] = item.hint === undefined ? [] : [item.hint];
  const kinds: readonly Kind[] = [
    ...(machine === 'canceled' ? (['kill'] as const) : []),
    ...hinted,
    ...stated,
    ...readings.map((reading) => reading.kind),
  ];
  return RANK.find((kind) => kinds.includes(kind)) ?? 'story';
}

function zoneFor(
  { profile, context }: Draft,
  field: 'embargo' | 'expires',
): { zone?: string; zoneBasis?: 'field-default' | 'feed-default'; now: string } {
  const own = profile.zones?.[field] ?? profile.zone;
  if (own !== undefined) return { zone: own, zoneBasis: 'field-default', now: context.now };
  return context.zone === undefined ? { now: context.now } : { zone: context.zone, zoneBasis: 'feed-default', now: context.now };
}

/** Of two readings the later wins; one that names no instant holds for a person. */
function embargoOf(draft: Draft, readings: readonly StatusReading[]): Embargo | null {
  const field = draft.item.times?.embargo;
  const found = [
    ...(field === undefined ? [] : [readTime(field.text, zoneFor(draft, 'embargo'))]),
    ...readings.flatMap((reading) => (reading.embargo === undefined ? [] : [reading.embargo.until])),
  ];
  const [first] = found;
  if (first === undefined) return null;
  const unresolved = found.find((until) => until.utc === null);
  const until =
    unresolved ?? found.reduce((latest, each) => (Date.parse(each.utc ?? '') > Date.parse(latest.utc ?? '') ? each : latest), first);
  const conflict = new Set(found.map((each) => each.utc)).size > 1;
  return {
    until,
    release: until.utc === null ? 'manual' : 'automatic',
    raw: found.map((each) => each.raw),
    ...(conflict ? { conflict } : {}),
  };
}

function markersOf(readings: readonly StatusReading[]): Marker[] {
  const markers = readings.flatMap((reading) => reading.markers);
  return markers.filter(
    (marker, index) => markers.findIndex((other) => other.type === marker.type && other.number === marker.number) === index,
  );
}
