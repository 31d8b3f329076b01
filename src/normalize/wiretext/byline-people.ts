import type { Person } from '../../article/people.ts';
import { agenciesIn, agencyOf } from '../lexicon/agencies.ts';
import { FOR_WORDS, POSSESSIVES } from '../lexicon/byline-words.ts';
import { isKnownCity } from '../lexicon/cities.ts';
import { countryCodeOf } from '../lexicon/countries.ts';
import { ROLE_NOUNS } from '../lexicon/desk-words.ts';
import { NAME_SUFFIXES } from '../lexicon/name-words.ts';
import { displayName, isPersonName } from '../lexicon/names.ts';
import { REGIONAL_SERVICES } from '../lexicon/regional-services.ts';
import { regionOf } from '../lexicon/regions.ts';
import { ROLE_PHRASES } from '../lexicon/signoff-words.ts';
import { chunksOf, type Chunk } from './byline-chunks.ts';
import { splitPlace, splitSuffix } from './byline-cuts.ts';
import { houseOf, isGeneric } from './byline-generic.ts';
import { roleOfLabel } from './byline-label.ts';
import { namesFirst } from './byline-order.ts';
import { isOrganisation } from './byline-organisation.ts';
import type { Credits, NoCredits } from './byline-reading.ts';
import { cutLeadingTitle, readTitle } from './byline-title.ts';
import { isPlaceName } from './dateline-head.ts';
import { displayPlace } from './place-case.ts';

/** How strictly the list is read. */
export interface ListOptions {
  readonly language?: string | undefined;
  readonly role: string;
  /** True behind a label or in a byline field: a single word may be a name there. */
  readonly labelled: boolean;
}

/** `da Agência Lusa`: "of the" before the house. */
const OF_HOUSE = /^(?:da|do|de la|del|della|dell['’]|de l['’]|du|von der|vom|van de|van het)\s?(?=\p{Lu})/u;

/** What says that somebody helped, before the name. */
const HELPING = ROLE_PHRASES.filter(([, role]) => role === 'additional reporting' || role === 'contributor')
  .map(([phrase]) => phrase)
  .sort((a, b) => b.length - a.length);

type Draft = { -readonly [K in keyof Person]: Person[K] };

/** What has been read so far; a place or an affiliation binds to all names of the open group. */
interface State {
  readonly people: Draft[];
  readonly agencies: string[];
  readonly organisations: string[];
  group: Draft[];
  closed: boolean;
  generic: boolean;
  pending: Partial<Pick<Draft, 'title' | 'location' | 'organisation'>>;
  shared?: boolean;
}

/**
 * Reads a list such as `Alex Sample, Noor Model and Jo Filler in Paris and Lee Stub in Rome`, `Jean Modèle avec AFP, à Lyon`,
 * `Meredith Example, Staff Reporter`. Every part must be understood: one that is not makes the whole no list of credits.
 */
export function readPeople(text: string, options: ListOptions): Credits | NoCredits {
  const state: State = { people: [], agencies: [], organisations: [], group: [], closed: false, generic: false, pending: {} };
  const ordered = namesFirst(text, options.language);
  const opening = ownCorrespondent(ordered, options);
  if (opening !== undefined) state.pending = opening.pending;
  const chunks = chunksOf(opening?.rest ?? ordered, options.language);
  if (chunks.length > 40) return { why: 'too many parts for a byline' };
  if (opening !== undefined && chunks.length === 0) return { people: [], agencies: [], organisations: [], generic: true };
  for (const [index, chunk] of chunks.entries()) {
    if (!readChunk(chunk, state, options, chunks[index - 1]) && !readHouse(chunk, state, chunks[index + 1]))
      return { why: `"${chunk.text.slice(0, 40)}" is neither name, agency, place nor title` };
  }
  const { people, agencies, organisations, generic } = state;
  return { people, agencies: [...new Set(agencies)], organisations: [...new Set(organisations)], generic };
}

/** `notre correspondant à Moscou, NAME`, `unserem Korrespondenten NAME`: a title and perhaps a place before the names. */
function ownCorrespondent(text: string, options: ListOptions): { readonly pending: State['pending']; readonly rest: string } | undefined {
  const words = text.split(/\s+/u);
  if (!POSSESSIVES.has((words[0] ?? '').toLowerCase())) return undefined;
  let end = 1;
  while (end < words.length && end < 5 && !ROLE_NOUNS.has((words[end] ?? '').toLowerCase().replace(/,$/u, ''))) end += 1;
  if (!ROLE_NOUNS.has((words[end] ?? '').toLowerCase().replace(/,$/u, ''))) return undefined;
  while (/^(?:spécial|spéciale|spéciaux|especial|speciale|permanent)e?,?$/iu.test(words[end + 1] ?? '')) end += 1;
  const title = words
    .slice(1, end + 1)
    .join(' ')
    .replace(/,$/u, '');
  const rest = words
    .slice(end + 1)
    .join(' ')
    .replace(/^,\s*/u, '');
  const placed = splitPlace(rest.split(',')[0] ?? '', options.language, 'nothing');
  const pending = { title: readTitle(title)?.title ?? title, ...(placed === undefined ? {} : { location: placed.place }) };
  return { pending, rest: placed === undefined ? rest : rest.slice((rest.split(',')[0] ?? '').length).replace(/^,\s*/u, '') };
}

function readChunk(printed: Chunk, state: State, options: ListOptions, before: Chunk | undefined): boolean {
  // `AFP in Nairobi`, `correspondents in Nairobi`: nobody is named, so the place is nobody's.
  const housed = state.group.length === 0 ? splitPlace(printed.text, options.language, 'house') : undefined;
  const chunk = housed === undefined || housed.before === '' ? withoutRole(printed) : { ...printed, text: housed.before };
  const { text } = chunk;
  const agencies = agenciesIn(text.replace(/^(?:da|do|de|del|della|dell'|der|die|das|the|la|le|el|l'|van|von|av|af)\s/iu, ''));
  if (agencies.length > 0) {
    state.agencies.push(...agencies.map(({ code }) => code));
    if (agencies.length === 1 && chunk.joint === ',' && state.group.length > 0 && before?.joint !== 'with')
      bind(state, { organisation: text.replace(OF_HOUSE, '') });
    return true;
  }
  if (isGeneric(text) && !(state.group.length > 0 && chunk.joint === ',' && readTitle(text) !== undefined)) {
    state.generic = true;
    const named = readTitle(text)?.organisation;
    if (named !== undefined) state.organisations.push(named);
    return true;
  }
  return (
    readSuffix(chunk, state) ||
    (!(options.labelled && chunk.joint === '') && readPlace(chunk, state, options)) ||
    readAffiliation(chunk, state, options) ||
    readPerson(chunk, state, options, before) ||
    readDesk(chunk, state) ||
    readOrganisation(chunk, state)
  );
}

/** `with additional reporting by Ann Lee`, `with help from Ann Lee`: who helped is said twice. */
function withoutRole(chunk: Chunk): Chunk {
  if (chunk.joint === '' || chunk.joint === 'bracket') return chunk;
  const phrase = HELPING.find((words) => chunk.text.toLowerCase().startsWith(`${words} `));
  return phrase === undefined ? chunk : { text: chunk.text.slice(phrase.length).trim(), joint: 'with' };
}

/** `AFP bureaus`, `Guardian staff`, `Daily Mail Reporter`: a house around a generic word. */
function readDesk({ text }: Chunk, state: State): boolean {
  const house = REGIONAL_SERVICES.includes(text) && state.agencies.length > 0 ? '' : houseOf(text);
  if (house === undefined || isPersonName(house)) return false;
  const agency = agencyOf(house);
  if (agency !== undefined) state.agencies.push(agency.code);
  else if (house !== '') state.organisations.push(house);
  state.generic = true;
  return true;
}

/** `, Jr.` and `, Ph.D.` belong to the name before; `(Text)` and `(Fotos)` say what its bearer did. */
function readSuffix({ text, joint }: Chunk, state: State): boolean {
  const last = state.people.at(-1);
  if (last === undefined) return false;
  if (joint === ',' && NAME_SUFFIXES.has(text.toLowerCase())) {
    last.name = `${last.name}, ${text}`;
    return true;
  }
  const role = joint === 'bracket' ? roleOfLabel(text) : undefined;
  if (role === undefined) return false;
  last.role = role;
  state.closed = true;
  return true;
}

/** `Ouest-Armor avec Reuters`: what stands before "with" and agencies, and is no person, is a paper. */
function readHouse({ text, joint }: Chunk, state: State, next: Chunk | undefined): boolean {
  const led = joint === '' && next?.joint === 'with' && agenciesIn(next.text).length > 0;
  if (!led || !/^\p{Lu}[\p{L}\d.&'’-]*(?: \p{Lu}[\p{L}\d.&'’-]*){0,3}$/u.test(text)) return false;
  state.organisations.push(text);
  return true;
}

/** `in Paris`, `à Lyon`; without a preposition a known city behind a name. */
function readPlace({ text, joint }: Chunk, state: State, { language }: ListOptions): boolean {
  const placed = splitPlace(text, language, 'nothing');
  if (placed !== undefined && placed.before === '' && state.people.length > 0) {
    bind(state, { location: placed.place });
    return true;
  }
  if (state.group.length === 0) {
    if (!isKnownCity(text) || !isDeskPlace(state, joint)) return false;
    // `Wien - Lena Wolf`: the persons behind it are there.
    if (joint === '') state.pending = { ...state.pending, location: displayPlace(text) };
    return true;
  }
  if (joint === '/' && !isKnownCity(text)) return false;
  if ((joint !== ',' && joint !== 'bracket' && joint !== '/') || readTitle(text) !== undefined) return false;
  const area = countryCodeOf(text) !== undefined || regionOf(text) !== undefined;
  const known = area || isKnownCity(text);
  const afterFullName = state.group.every(({ name }) => name.includes(' '));
  if (!known && !(afterFullName && /^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?$/u.test(text) && isPlaceName(text))) return false;
  const located = state.group.filter(({ location }) => location !== undefined);
  for (const person of located) if (area) person.location = `${person.location ?? ''}, ${text}`;
  // `in Nairobi, Ostravia`: what follows a place behind full names is where that place lies.
  const wider = joint === ',' && afterFullName && /^\p{Lu}\p{Ll}{3,}$/u.test(text) && isPlaceName(text) && !area;
  for (const person of located)
    if (wider && !known && person.location?.includes(',') === false) person.location = `${person.location}, ${text}`;
  if (located.length > 0) return known || wider;
  bind(state, { location: displayPlace(text) });
  return true;
}

/** `EFE, Madrid`, `Madrid / EFE`: where the desk is, nobody's own place. */
function isDeskPlace(state: State, joint: Chunk['joint']): boolean {
  return joint === '' || state.agencies.length + state.organisations.length > 0 || state.generic;
}

/** `Staff Reporter`, `AP Sports Writer`, `CNN Business`, `The Week US`, `for MailOnline`. */
function readAffiliation({ text: printed, joint }: Chunk, state: State, { language }: ListOptions): boolean {
  const text = POSSESSIVES.has(printed.split(' ')[0]?.toLowerCase() ?? '') ? printed.slice(printed.indexOf(' ') + 1) : printed;
  if (state.group.length === 0) return false;
  const placed = splitPlace(text, language, 'title');
  const title = readTitle(placed?.before ?? text);
  if (title !== undefined) {
    bind(state, { ...title, ...(placed === undefined ? {} : { location: placed.place }) });
    const agency = agencyOf(title.organisation ?? '');
    if (agency !== undefined) state.agencies.push(agency.code);
    return true;
  }
  const target = FOR_WORDS.find((word) => text.toLowerCase().startsWith(`${word} `));
  const organisation = (target === undefined ? text : text.slice(target.length + 1)).replace(OF_HOUSE, '');
  if (target === undefined && joint !== ',' && joint !== '/' && joint !== 'bracket') return false;
  if (!isOrganisation(organisation) && !(target !== undefined && /^\p{Lu}/u.test(organisation))) return false;
  addAgencyPrefix(organisation, state);
  bind(state, { organisation });
  return true;
}

function readPerson(chunk: Chunk, state: State, options: ListOptions, before: Chunk | undefined): boolean {
  const titled = cutLeadingTitle(chunk.text);
  const named = titled?.rest ?? chunk.text;
  const split = splitPlace(named, options.language, 'name') ?? splitSuffix(named);
  const name = split === undefined ? named : split.before;
  if (isOrganisation(name) || !isName(name, chunk, state, options, before)) return false;
  open(state, chunk, before);
  const role = chunk.joint === 'with' && options.role === 'author' && state.people.length > 0 ? 'contributor' : options.role;
  const shown = displayName(name, options.language);
  const { pending } = state;
  const person: Draft = { name: shown, ...(shown === name ? {} : { raw: name }), role, ...titled?.title, ...pending };
  // `Xinhua writers A, B`: a function in the plural is that of all who follow.
  state.pending = titled?.plural === true ? titled.title : state.shared === true && chunk.joint !== ';' ? pending : {};
  state.shared = titled?.plural ?? (state.shared === true && chunk.joint !== ';');
  const house = agencyOf(titled?.title.organisation ?? '');
  if (house !== undefined) state.agencies.push(house.code);
  state.people.push(person);
  state.group.push(person);
  if (split === undefined) return true;
  if ('place' in split) bind(state, { location: split.place });
  else readChunk({ text: split.suffix, joint: split.joint }, state, options, chunk);
  return true;
}

function isName(name: string, chunk: Chunk, state: State, options: ListOptions, before: Chunk | undefined): boolean {
  if (/^\p{Ll}{2,4}$/u.test(name)) return isStaffMark(chunk, state, before);
  if (!isPersonName(name) || (isKnownCity(name) && !options.labelled)) return false;
  if (state.generic && chunk.joint === '/') return false;
  return name.includes(' ') || /^(?:\p{Lu}\.-?){2,3}$/u.test(name) || options.labelled || state.people.length > 0 || chunk.joint === '/';
}

/** `det/dpa`, `SDA/sep`: a lower-case mark beside an agency. */
function isStaffMark(chunk: Chunk, state: State, before: Chunk | undefined): boolean {
  if (chunk.joint !== '/') return before === undefined;
  const housed = state.agencies.length + state.organisations.length > 0 || state.generic;
  return !REGIONAL_SERVICES.includes(chunk.text) && (housed || state.people.every(({ name }) => /^\p{Ll}{2,4}$/u.test(name)));
}

function readOrganisation({ text, joint }: Chunk, state: State): boolean {
  if (!isOrganisation(text) && !(joint === '/' && /^\p{Lu}[\p{L}\s.&'’-]{1,40}$/u.test(text))) return false;
  addAgencyPrefix(text, state);
  state.organisations.push(text);
  return true;
}

/** `dpa Sport` is the agency's own desk. */
function addAgencyPrefix(text: string, state: State): void {
  const [first = '', ...rest] = text.split(/[\s]|-(?=\p{Ll})/u);
  const agency = rest.length === 0 || rest.length > 2 ? undefined : agencyOf(first);
  if (agency !== undefined) state.agencies.push(agency.code);
}

/** Opens a new group where the last one has its place or affiliation already, or where others helped. */
function open(state: State, chunk: Chunk, before: Chunk | undefined): void {
  if (!state.closed && chunk.joint !== 'with' && chunk.joint !== ';' && before?.joint !== ';') return;
  state.group = [];
  state.closed = false;
}

function bind(state: State, affiliation: Partial<Pick<Draft, 'organisation' | 'title' | 'location'>>): void {
  for (const person of state.group) {
    for (const key of ['organisation', 'title', 'location'] as const) {
      const value = affiliation[key];
      if (value !== undefined) person[key] ??= value;
    }
  }
  state.closed = true;
}
