import type { Dateline, Place } from '../../article/place.ts';
import type { Found, ParsedBlock } from '../../article/parsed-item.ts';
import { settle, withClaims, withEvidence, withNotes, type Claim, type Cut, type Draft, type Step } from '../draft.ts';
import { dropTextStart } from '../inline-html.ts';
import { leavingLine } from '../leaving-line.ts';
import { readDateline, type DatelineReading } from '../wiretext/dateline.ts';
import { displayPlace } from '../wiretext/place-case.ts';

const ORIGIN: ReadonlySet<string> = new Set(['origin', 'located', 'dateline']);

/** A dateline and where it was found. */
interface Source {
  readonly reading: DatelineReading;
  readonly raw: string;
  readonly found: Found;
}

/**
 * Settles `dateline`: the field of the file, else what begins the first paragraph (cut from there, `inline`), else the place
 * of origin that the file states as data. A year that is not printed comes from the version's own moment.
 */
export const dateline: Step = {
  name: 'dateline',
  run(draft) {
    const field = fieldSource(draft);
    const block = leadBlock(draft);
    const inline = block === undefined ? undefined : inlineSource(draft, block);
    const chosen = choose(field, inline);
    const cut = block === undefined || inline === undefined ? draft : withoutRepeats(cutLead(draft, block, inline.raw));
    const body = block === undefined || inline === undefined || chosen === inline ? cut : recorded(cut, block, inline.raw);
    if (chosen === undefined) return fromPlaces(draft);
    const settled: Dateline = {
      ...datelineOf(chosen, field),
      ...placesOf(chosen, inline),
      ...(inline === undefined ? {} : { inline: true }),
    };
    const evidence = {
      path: 'dateline',
      rule: chosen.reading.rule,
      source: chosen.found.path,
      ...(chosen.found.span === undefined ? {} : { span: chosen.found.span }),
      rejected: chosen.reading.rejected,
    };
    const unread =
      field !== undefined && !field.reading.isDateline
        ? [{ code: 'dateline.unread', path: 'dateline', detail: field.raw.slice(0, 200) }]
        : [];
    return withNotes(withClaims(withEvidence(settle(body, { dateline: settled }), evidence), ...claimsOf(draft, block, inline)), ...unread);
  },
};

function contextOf({ settled }: Draft): { published?: string | undefined; version_created?: string | undefined } {
  const { versionCreated, updated, published } = settled.times ?? {};
  return { version_created: versionCreated?.utc ?? updated?.utc ?? undefined, published: published?.utc ?? undefined };
}

function fieldSource(draft: Draft): Source | undefined {
  const found = draft.item.dateline;
  if (found === undefined || found.text.trim() === '') return undefined;
  const raw = found.text.trim();
  return { reading: readDateline(raw, { language: draft.settled.language, where: 'element', context: contextOf(draft) }), raw, found };
}

/** The first paragraph with text among the first blocks. */
function leadBlock({ body }: Draft): ParsedBlock | undefined {
  return body.slice(0, 5).find((block) => block.type === 'paragraph' && (block.text ?? '').trim() !== '');
}

function inlineSource(draft: Draft, block: ParsedBlock): Source | undefined {
  const text = block.text ?? '';
  const start = text.length - text.trimStart().length;
  const where = draft.profile.kind === 'agency' ? 'lead' : 'text';
  const reading = readDateline(text.slice(start), { language: draft.settled.language, where, context: contextOf(draft) });
  if (!reading.isDateline || reading.raw === undefined) return undefined;
  return {
    reading,
    raw: text.slice(0, start) + reading.raw,
    found: { text, path: block.path, ...(block.span === undefined ? {} : { span: block.span }) },
  };
}

/** The field, and the stretch of the paragraph that the dateline took. */
function claimsOf({ item }: Draft, block: ParsedBlock | undefined, inline: Source | undefined): readonly Claim[] {
  const field = item.dateline?.span;
  const [start, end] = block?.span ?? [0, 0];
  const exact = inline !== undefined && end - start === (block?.text ?? '').length;
  const spans = [...(field === undefined ? [] : [field]), ...(exact && end > start ? [[start, start + inline.raw.length] as const] : [])];
  return spans.map((span) => ({ span, fate: 'field', path: 'dateline' }));
}

/** The paragraph's dateline is the printed one; the field adds what it leaves out. */
function choose(field: Source | undefined, inline: Source | undefined): Source | undefined {
  if (field === undefined || inline === undefined) return inline ?? field;
  if (!field.reading.isDateline) return inline;
  const [city] = inline.reading.cities;
  const same = city === undefined || field.reading.cities.some(({ name }) => name === city.name);
  return same && inline.raw.length >= field.raw.length ? inline : field;
}

/** An inline dateline that lost to the field is no field of the article: the cut is recorded, once. */
function recorded(draft: Draft, block: ParsedBlock, raw: string): Draft {
  const cut: Cut = { kind: 'dateline', text: raw.trim(), path: block.path };
  return draft.removed.some(({ kind, path, text }) => kind === cut.kind && path === cut.path && text === cut.text)
    ? draft
    : { ...draft, removed: [...draft.removed, cut] };
}

function cutLead(draft: Draft, block: ParsedBlock, raw: string): Draft {
  const text = (block.text ?? '').slice(raw.length).trimStart();
  const dropped = (block.text ?? '').length - text.length;
  if (text === '') {
    const cut: Cut = { kind: 'dateline', text: raw.trim(), path: block.path, ...(block.span === undefined ? {} : { span: block.span }) };
    return { ...draft, body: draft.body.filter((each) => each !== block), removed: [...draft.removed, cut] };
  }
  const [start, end] = block.span ?? [0, 0];
  // Only where the span holds exactly this text is the place of the cut known in the source.
  const span = block.span !== undefined && end - start === (block.text ?? '').length ? { span: [start + dropped, end] as const } : {};
  const shorter: ParsedBlock = {
    ...block,
    ...span,
    text,
    ...(block.html === undefined ? {} : { html: dropTextStart(block.html, dropped) }),
  };
  return { ...draft, body: draft.body.map((each) => (each === block ? shorter : each)) };
}

/** Copy that went through more hands than this has lines of its own in front, not datelines. */
const MOST_REPEATS = 8;

/** Copy that was taken over and sent on begins with a second dateline, or with a line between paragraphs: no text either. */
function withoutRepeats(draft: Draft): Draft {
  let rest = draft;
  for (let n = 0; n < MOST_REPEATS; n += 1) {
    const shorter = withoutRepeat(rest);
    if (shorter === undefined) break;
    rest = shorter;
  }
  return rest;
}

function withoutRepeat(draft: Draft): Draft | undefined {
  const block = leadBlock(draft);
  if (block === undefined) return undefined;
  const text = block.text ?? '';
  const kind = leavingLine(text, draft.settled.language);
  if (kind !== undefined) {
    const cut: Cut = { kind, text: text.trim(), path: block.path };
    return { ...draft, body: draft.body.filter((each) => each !== block), removed: [...draft.removed, cut] };
  }
  const again = inlineSource(draft, block);
  return again === undefined ? undefined : recorded(cutLead(draft, block, again.raw), block, again.raw);
}

function datelineOf({ reading, raw }: Source, field: Source | undefined): Dateline {
  const date = reading.date?.day === undefined ? (field?.reading.date ?? reading.date) : reading.date;
  const text = reading.isDateline ? printed(raw) : raw;
  return {
    raw,
    ...(text === '' ? {} : { text }),
    cities: reading.isDateline ? reading.cities.map((city) => placeOf(city.name, city.raw, reading)) : [],
    ...(date?.day === undefined ? {} : { day: date.day }),
    ...(date?.month === undefined ? {} : { month: date.month }),
    ...(date?.year === undefined ? {} : { year: date.year }),
    ...(date?.weekday === undefined ? {} : { weekday: date.weekday }),
    ...(reading.agencies.length === 0 ? {} : { agencies: [...reading.agencies] }),
  };
}

/** A field that is only a date leaves place and agency to the paragraph (TASS). */
function placesOf({ reading }: Source, inline: Source | undefined): Partial<Dateline> {
  if (!reading.isDateline || reading.cities.length > 0 || inline === undefined || inline.reading.cities.length === 0) return {};
  const { cities, agencies } = inline.reading;
  return {
    cities: cities.map((city) => placeOf(city.name, city.raw, inline.reading)),
    ...(reading.agencies.length > 0 || agencies.length === 0 ? {} : { agencies: [...agencies] }),
  };
}

/** Without the dash that closes it and without an agency in front (`(ANSA) - ROMA, 4 FEB - `). */
function printed(raw: string): string {
  return raw
    .replace(/(?<![\s\-–—_=.:])[\s\-–—_=.:]+$/u, '')
    .replace(/^\s*\([^()]{2,20}\)\s*[-–—]\s+(?=\S)/u, '')
    .trim();
}

/** A printed area belongs to the only city, else to the last one. */
function placeOf(name: string, raw: string, reading: DatelineReading): Place {
  const last = reading.cities.at(-1)?.name === name;
  return {
    name,
    ...(raw === name ? {} : { raw }),
    ...(last && reading.region !== undefined ? { region: reading.region } : {}),
    ...(last && reading.country !== undefined ? { country: reading.country } : {}),
    ...(last && reading.countryName !== undefined ? { countryName: reading.countryName } : {}),
  };
}

/** No dateline is printed; the file may still say where the story was written. */
function fromPlaces(draft: Draft): Draft {
  const places = (draft.item.places ?? []).filter(({ rel, name }) => rel !== undefined && ORIGIN.has(rel) && name.trim() !== '');
  const [first] = places;
  if (first === undefined) return draft;
  const { country, name: raw, ...rest } = first;
  const name = displayPlace(raw);
  const iso = country !== undefined && /^[A-Z]{2}$/.test(country) ? { country } : {};
  const city: Place = { name, ...(raw === name ? {} : { raw }), ...rest, ...iso };
  const settled = settle(draft, { dateline: { raw: null, text: name, cities: [city] } });
  return withEvidence(settled, { path: 'dateline', rule: 'dateline/place-of-origin', source: 'places' });
}
