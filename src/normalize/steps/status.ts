import { foldSpace } from '../../article/fold-space.ts';
import type { Headline } from '../../article/article.ts';
import type { Instant } from '../../article/instant.ts';
import type { Kind, Marker, Status } from '../../article/status.ts';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { cutEmbargoLines } from '../embargo-block.ts';
import { settle, withEvidence, withNotes, type Draft, type Evidence, type Step } from '../draft.ts';
import { agencyOf } from '../lexicon/agencies.ts';
import { markOfData, URGENCY_KINDS } from '../lexicon/status-data.ts';
import { NOTE_LABEL } from '../lexicon/ednote-words.ts';
import { readTime } from '../times/read-time.ts';
import type { EmbargoText } from '../wiretext/embargo.ts';
import { embargoOfLine } from '../wiretext/embargo-note.ts';
import { kindOfMarks, readStatus, type StatusContext, type StatusReading } from '../wiretext/status.ts';
import { verdictOf } from '../status-verdict.ts';

/** Settles `status`, `headline` and `internal.ednotes`: what the item is and whether readers may see it at `context.now`. */
export const status: Step = {
  name: 'status',
  run(given) {
    const { item } = given;
    const { draft, notes } = cutEmbargoLines(given);
    const readings = readTexts(given, notes);
    const markers = uniqueMarkers([
      ...readings.flatMap(({ reading, where }) => reading.markers.map((marker) => ({ ...marker, where }))),
      ...dataMarkers(item),
    ]);
    const kind = kindOf(draft, readings, markers);
    const pubStatus =
      item.pubStatus?.text
        .trim()
        .toLowerCase()
        .replace(/^[a-z]{2,12}:/u, '') ?? '';
    const sent = pubStatus === '' ? null : pubStatus;
    const expires = instantOf(draft, 'expires');
    const verdict = verdictOf({
      kind,
      pubStatus: sent,
      statusMissing: item.statusMissing === true,
      embargoes: embargoesOf(draft, readings),
      expires,
      withheldBy: withheldBy(draft, kind, markers),
      now: draft.context.now,
    });
    const settled: Status = {
      kind: kind === 'embargoed' && verdict.effective === 'usable' ? kindBesides(draft, readings, markers) : kind,
      pubStatusRaw: sent ?? (kind === 'kill' ? 'canceled' : (item.impliedStatus ?? null)),
      ...verdict,
      markers,
    };
    const headline = headlineOf(draft, readings, kind);
    const ednotes = (item.ednotes ?? []).map(({ text }) => text.trim()).filter((text) => text !== '');
    const conflict =
      settled.embargo?.conflict === true
        ? [{ code: 'embargo-conflict', path: 'status.embargo', detail: (settled.embargo.raw ?? []).join(' | ') }]
        : [];
    const held = [
      { code: 'pubstatus-unknown', path: 'status.pubStatusRaw', detail: sent ?? '' },
      { code: 'pubstatus-missing', path: 'status.pubStatusRaw' },
    ].filter(({ code }) => verdict.reasons.includes(code));
    return withEvidence(
      withNotes(
        settle(draft, { status: settled, headline, ...(ednotes.length === 0 ? {} : { internal: { ...draft.settled.internal, ednotes } }) }),
        ...conflict,
        ...held,
      ),
      ...evidenceOf(draft, readings, kind),
    );
  },
};

/** An embargo that is over leaves the item what it is besides. */
function kindBesides(draft: Draft, readings: readonly Read[], markers: readonly Marker[]): Kind {
  const others = readings.filter(({ reading }) => reading.kind !== 'embargoed');
  const kind = kindOf(draft, others, markers);
  return kind === 'embargoed' ? 'story' : kind;
}

interface Read {
  readonly where: string;
  readonly source: string;
  readonly reading: StatusReading;
}

function readTexts(draft: Draft, notes: readonly Found[]): readonly Read[] {
  const { item, profile, context, settled } = draft;
  const base = settled.times?.versionCreated?.utc ?? settled.times?.sent?.utc ?? settled.times?.published?.utc ?? context.now;
  const zone = zoneOf(draft);
  const given: StatusContext = {
    now: base,
    snaps: profile.provider.code === 'reuters',
    ...(zone === undefined ? {} : { zone }),
    ...(settled.language === undefined ? {} : { language: settled.language }),
  };
  const read = (text: string, where: string, source: string): Read => ({ where, source, reading: readStatus(text, { ...given, where }) });
  return [
    ...(item.headline === undefined ? [] : [read(item.headline.text, 'headline', item.headline.path)]),
    ...(item.slugline === undefined ? [] : [read(item.slugline.text, 'slugline', item.slugline.path)]),
    ...[...(item.ednotes ?? []), ...(item.productNotes ?? [])].map(({ text, path }) => read(text.replace(NOTE_LABEL, ''), 'ednote', path)),
    ...[...notes, ...firstLines(draft, notes)].map(({ text, path }) => read(text, 'first-line', path)),
  ];
}

/** A short first paragraph that is itself a kill or a note; the start of a story is never read as one. A picture has its caption, which may also set an embargo. */
function firstLines({ body, item }: Draft, notes: readonly Found[]): readonly Found[] {
  const caption = item.type === 'picture' ? item.media?.[0]?.caption : undefined;
  const first = body.find((block) => (block.text ?? '').trim() !== '') ?? caption;
  const text = first?.text?.trim() ?? '';
  if (first === undefined || notes.some(({ path }) => path === first.path)) return [];
  const note =
    text.length <= 300 &&
    /^\W{0,3}(?:not for publication|check against delivery|mandatory kill|kill\b|hold for release|es gilt das gesprochene)/iu.test(text);
  const alone = text.length <= 400 && body.length <= 2 && /nicht zur ver|not for publication|disregard/iu.test(text);
  const sealed = first === caption && embargoOfLine(text) !== undefined;
  return note || alone || sealed ? [{ text, path: first.path }] : [];
}

function dataMarkers({ markers, genres }: ParsedItem): readonly (Marker & { kind: Kind })[] {
  const texts = [
    ...(markers ?? []).map(({ text }) => text),
    ...(genres ?? []).flatMap(({ name, code }) => [name, code].filter((value) => value !== undefined)),
  ];
  return texts.flatMap((text) => {
    const mark = markOfData(text);
    return mark === undefined ? [] : [{ type: mark.type, kind: mark.kind, raw: text, where: 'data' }];
  });
}

/** Markers without their kinds, each once. */
function uniqueMarkers(markers: readonly (Marker & { kind?: Kind })[]): Marker[] {
  const seen = new Set<string>();
  return markers.flatMap(({ kind: _kind, ...marker }) => {
    const key = `${marker.type}:${String(marker.number ?? '')}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [marker];
  });
}

/** The hint of the format first, then kills and corrections of the texts, then one-line alerts, then urgency. */
function kindOf(draft: Draft, readings: readonly Read[], markers: readonly Marker[]): Kind {
  const { item, profile, body } = draft;
  const urgency = Number(item.urgency?.text.trim() ?? NaN);
  const stated = dataMarkers(item).map(({ kind }) => kind);
  const kinds = [...readings.map(({ reading }) => reading.kind), ...stated];
  const strongest = kindOfMarks(kinds);
  if (strongest === 'kill' || strongest === 'withhold') return strongest;
  if (item.hint !== undefined) return item.hint;
  const service = stated.find((kind) => kind === 'advisory' || kind === 'planning');
  if (service !== undefined) return service;
  const paragraphs = body.filter((block) => (block.text ?? '').trim() !== '').length;
  const bare = (item.headline?.text ?? '').trim() === '' && paragraphs > 0 && paragraphs <= 2 && urgency <= 2;
  const alerted = bare || strongest === 'alert' || strongest === 'flash' || markers.some(({ type }) => type === 'alert');
  if (alerted && (strongest === 'story' || strongest === 'alert' || strongest === 'flash' || bare))
    return urgency === 1 || strongest === 'flash' ? 'flash' : 'alert';
  const byUrgency = (item.type ?? 'text') === 'text' ? URGENCY_KINDS[profile.provider.code.toLowerCase()]?.[urgency] : undefined;
  const released = [item.provider?.text, profile.provider.name].some(
    (name) => name !== undefined && agencyOf(name)?.kind === 'press-release',
  );
  if (strongest !== 'story') return strongest;
  if ((item.supersedes ?? []).length > 0) return 'update';
  return byUrgency ?? (released ? 'press-release' : 'story');
}

function withheldBy({ item }: Draft, kind: Kind, markers: readonly Marker[]): readonly string[] {
  if (kind !== 'advisory') return [];
  const open = markers.some(({ type }) => type === 'top-news' || type === 'check-against-delivery') && item.hint !== 'advisory';
  if (open) return [];
  return [markers.some(({ type }) => type === 'not-for-publication') ? 'not-for-publication' : 'advisory'];
}

function embargoesOf(draft: Draft, readings: readonly Read[]): readonly EmbargoText[] {
  const field = instantOf(draft, 'embargo');
  const lifted = readings.some(({ reading }) => reading.markers.some(({ type }) => type === 'embargo-lifted'));
  const texts = lifted ? [] : readings.flatMap(({ reading }) => (reading.embargo === undefined ? [] : [reading.embargo]));
  const known = [...(field === undefined ? [] : [{ until: field }]), ...texts];
  const hold = lifted || known.length > 0 ? undefined : dataMarkers(draft.item).find(({ type }) => type === 'hold-for-release');
  // Held as data, with no moment anywhere: a person releases it.
  return hold === undefined
    ? known
    : [{ until: { utc: null, raw: hold.raw ?? '', basis: 'unresolved', warning: 'no instant' }, says: 'nothing' }];
}

/** A moment of the item; with an unreadable text it has no instant, which holds the item, and so does an embargo without an end. */
function instantOf(draft: Draft, field: 'embargo' | 'expires'): Instant | undefined {
  const found = draft.item.times?.[field];
  if (found === undefined) return undefined;
  if (found.text.trim() === '')
    return field === 'embargo' && draft.profile.emptyEmbargo !== 'none' ? { utc: null, raw: '', basis: 'unresolved' } : undefined;
  const zone = draft.profile.zones?.[field] ?? zoneOf(draft);
  return readTime(found.text, {
    ...(zone === undefined ? {} : { zone, zoneBasis: draft.profile.zones?.[field] === undefined ? 'feed-default' : 'field-default' }),
    ...(draft.profile.dayOrder === undefined ? {} : { order: draft.profile.dayOrder }),
    now: draft.context.now,
  });
}

function zoneOf({ profile, context }: Draft): string | undefined {
  return profile.zones?.embargo ?? context.zone ?? profile.zone;
}

/** Clean text, raw text, and for an item without a headline its first line. A killed story and a note to clients keep the mark in their headlines. */
function headlineOf({ item, body }: Draft, readings: readonly Read[], kind: Kind): Headline {
  const raw = item.headline?.text;
  const clean = readings.find(({ where }) => where === 'headline')?.reading.headline.trim() ?? '';
  const folded = foldSpace(raw ?? '');
  const text = kind === 'kill' || kind === 'advisory' || clean === '' ? folded : clean;
  const first = body.find((block) => (block.text ?? '').trim() !== '')?.text?.trim();
  const alternatives = item.headlines ?? [];
  return {
    text: text === '' ? null : text,
    ...(raw === undefined ? {} : { raw }),
    ...(text === '' && first !== undefined ? { fallback: first } : {}),
    ...(alternatives.length === 0 ? {} : { alternatives: alternatives.map((entry) => ({ ...entry })) }),
  };
}

function evidenceOf({ item }: Draft, readings: readonly Read[], kind: Kind): readonly Evidence[] {
  const decided = readings.find(({ reading }) => reading.kind === kind) ?? readings[0];
  const rule = item.hint === kind ? 'status/format-hint' : (decided?.reading.rule ?? 'status/no-mark');
  return [{ path: 'status.kind', rule, source: decided?.source ?? item.pubStatus?.path ?? 'item' }];
}
