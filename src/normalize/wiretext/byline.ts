import type { Person } from '../../article/people.ts';
import { agenciesIn, agencyOf } from '../lexicon/agencies.ts';
import { MATERIAL_PHRASES, SOURCE_LABELS } from '../lexicon/byline-words.ts';
import { isKnownCity } from '../lexicon/cities.ts';
import { displayName, isPersonName } from '../lexicon/names.ts';
import { splitSuffix } from './byline-cuts.ts';
import { houseOf, isGeneric } from './byline-generic.ts';
import { isOrganisation } from './byline-organisation.ts';
import { labelledParts, type LabelledPart } from './byline-label.ts';
import { readPeople } from './byline-people.ts';
import { peel, type Peeled } from './byline-peel.ts';
import type { BylineOptions, BylineReading, Credits, NoCredits } from './byline-reading.ts';
import { readCjkByline } from './byline-cjk.ts';
import { cutLeadingTitle, readTitle } from './byline-title.ts';
import { displayPlace } from './place-case.ts';
import { readSignoff } from './signoff.ts';

export type { BylineOptions, BylineReading } from './byline-reading.ts';

const LONGEST = 400;
const LONGEST_SIGNOFF = 2_000;
const NOTHING: Credits = { people: [], agencies: [], organisations: [], generic: false };

/**
 * Reads a byline (`By JANE SAMPLE and LEE MODEL, AP National Writers`) or, at the end of a story, a sign-off
 * (`bur-jb/dl/mfp`, `Reporting by …; Editing by …`). A line in which any part is not understood is no byline. Never throws.
 */
export function readByline(text: string, options: BylineOptions = {}): BylineReading {
  const line = text.trim();
  const start = text.length - text.trimStart().length;
  const none = (why: string, rule: string): BylineReading => ({
    ...blank(text, start),
    rule: 'byline/none',
    rejected: [{ value: line.slice(0, 80), rule, why }],
  });
  if (line === '' || line.length > LONGEST_SIGNOFF || line.includes('\n'))
    return none('empty, too long or more than one line', 'byline/length');
  const signoff = readSignoff(line, options);
  if (signoff !== undefined) return { ...blank(text, start), ...signoff, isByline: true };
  if (line.length > LONGEST) return none('too long for names', 'byline/length');
  const cjk = readCjkByline(line);
  if (cjk !== undefined) return { ...blank(text, start), ...cjk, isByline: true, generic: cjk.authors.length === 0 };
  const peeled = peel(line);
  const bare = peeled.names === line ? undefined : readCjkByline(peeled.names);
  if (bare !== undefined)
    return {
      ...blank(text, start),
      ...assemble({ ...NOTHING, ...bare, people: bare.authors }, peeled, start),
      isByline: true,
      rule: bare.rule,
    };
  const parts = labelledParts(withoutStop(peeled.names), options.language);
  const credits = readParts(parts, peeled, options);
  if ('why' in credits) return none(credits.why, ruleOf(parts));
  return {
    ...blank(text, start),
    ...assemble(credits, peeled, start),
    text: parts.map((part) => part.text).join('; '),
    isByline: true,
    rule: ruleOf(parts),
  };
}

/** The last line of a story, read as its sign-off alone; undefined where it is none. */
export function readLastLine(text: string, language: string | undefined): BylineReading | undefined {
  const line = text.trim();
  if (line === '' || line.length > LONGEST_SIGNOFF || line.includes('\n')) return undefined;
  const signoff = readSignoff(line, { language, where: 'signoff' });
  return signoff === undefined ? undefined : { ...blank(text, text.length - text.trimStart().length), ...signoff, isByline: true };
}

function blank(text: string, start: number): BylineReading {
  const raw = text.trim();
  return {
    isByline: false,
    rule: '',
    raw,
    span: [start, start + raw.length],
    text: raw,
    authors: [],
    agencies: [],
    organisations: [],
    contributors: [],
    generic: false,
    handles: [],
    emails: [],
    rejected: [],
  };
}

function ruleOf(parts: readonly LabelledPart[]): string {
  const label = parts.find((part) => part.label !== undefined)?.label;
  return label === undefined ? 'byline/shape' : `byline/label "${label}"`;
}

function assemble(credits: Credits, peeled: Peeled, start: number): Partial<BylineReading> {
  const { moment, handles, emails } = peeled;
  return {
    authors: credits.people,
    agencies: credits.agencies,
    organisations: credits.organisations,
    generic: credits.people.length === 0,
    ...(moment === undefined
      ? {}
      : { published: { raw: moment.raw, span: [start + moment.start, start + moment.start + moment.raw.length] as const } }),
    handles,
    emails,
  };
}

function readParts(parts: readonly LabelledPart[], peeled: Peeled, options: BylineOptions): Credits | NoCredits {
  if (parts.length === 0) return { why: 'nothing but a moment or an address' };
  let all: Credits = NOTHING;
  for (const part of parts) {
    const credits = readPart(part, peeled, options);
    if ('why' in credits) return credits;
    all = join(all, credits);
  }
  const [beside] = peeled.segments;
  const credits = beside === undefined ? all : { ...all, people: all.people.map((person) => ({ ...affiliationOf(beside), ...person })) };
  if (beside !== undefined && isOnlyAgencies(all) && isPersonName(beside) && beside.includes(' ') && !isKnownCity(beside))
    return join(credits, { ...NOTHING, people: [{ name: displayName(beside, options.language), role: 'author' }] });
  return peeled.segments.reduce((sum, segment) => join(sum, readSegment(segment, peeled, options)), credits);
}

function join(a: Credits, b: Credits): Credits {
  return {
    people: [...a.people, ...b.people],
    agencies: [...new Set([...a.agencies, ...b.agencies])],
    organisations: [...new Set([...a.organisations, ...b.organisations])],
    generic: a.generic || b.generic,
  };
}

function readPart(part: LabelledPart, peeled: Peeled, options: BylineOptions): Credits | NoCredits {
  const labelled = part.label !== undefined;
  const source = sourceOf(part.text);
  if (source !== undefined) {
    const credits = readPeople(source, { language: options.language, role: 'author', labelled: false });
    return 'why' in credits
      ? credits
      : { ...credits, people: [], organisations: [...credits.organisations, ...credits.people.map(({ name }) => name)] };
  }
  const listed = agenciesIn(materialOf(part.text) ?? part.text);
  if (listed.length > 0) return { ...NOTHING, agencies: listed.map(({ code }) => code) };
  if (isGeneric(part.text)) return { ...NOTHING, generic: true };
  const paper = /^special (?:to|for) (\p{Lu}.{2,40})$/iu.exec(part.text)?.[1];
  if (paper !== undefined) return { ...NOTHING, organisations: [paper], generic: true };
  if (/[:?!]/u.test(part.text) || /["“”„»«]/u.test(part.text)) return { why: 'a colon or a quotation mark inside' };
  const shouted = lowerCaseName(part, options);
  const house = houseOf(part.text);
  if (house !== undefined && !isPersonName(part.text) && !isPersonName(cutLeadingTitle(part.text)?.rest ?? '') && !isTitled(part.text))
    return houseCredits(house);
  const credits = readPeople(shouted ?? part.text, {
    language: options.language,
    role: part.role,
    labelled: labelled || options.where === 'element' || peeled.moment !== undefined,
  });
  if ('why' in credits) return credits;
  return supported(credits, labelled, options) ? credits : { why: 'without a label, an agency or a person' };
}

/** Without a label or a field of its own only persons, agencies or generic words make a byline; outside the byline's place an agency must be there. */
function supported(credits: Credits, labelled: boolean, { where }: BylineOptions): boolean {
  const named = credits.people.length > 0 || credits.agencies.length > 0 || credits.generic;
  if (labelled || where === 'element') return named || credits.organisations.length > 0;
  return where === 'byline' ? named : credits.agencies.length > 0;
}

function houseCredits(house: string): Credits {
  const agency = agencyOf(house);
  return agency === undefined
    ? { ...NOTHING, organisations: [displayPlace(house)], generic: true }
    : { ...NOTHING, agencies: [agency.code], generic: true };
}

/** `Lena Frost Senior Reporter`; but `Yomiuri Shimbun Staff Writer` is a house's. */
function isTitled(text: string): boolean {
  const suffix = splitSuffix(text)?.suffix ?? '';
  const title = readTitle(suffix);
  const foreign = title?.organisation !== undefined && agencyOf(title.organisation) === undefined;
  return suffix.includes(' ') && !/^staff\b/iu.test(suffix) && title !== undefined && !foreign;
}

/** `by jane sample`: a whole line in lower case is a name where two or three words follow the label. */
function lowerCaseName({ text, label }: LabelledPart, { where }: BylineOptions): string | undefined {
  if (label !== 'by' || (where !== 'byline' && where !== 'element')) return undefined;
  if (
    !/^\p{Ll}{2,14}(?: \p{Ll}{2,14}){1,2}$/u.test(text) ||
    /\b(?:the|a|an|all|any|my|his|her|their|our|this|that|no|not|and|or|of|to|in|on|at|it|is|far|way|now|then|means|law|popular|demand|order|request|default|design|chance|mistake|night|day|hand|invitation|train|boat)\b/u.test(
      text,
    )
  )
    return undefined;
  return displayName(text.toUpperCase());
}

/** `Mit Material von dpa`, `Con información de EFE`. */
function materialOf(text: string): string | undefined {
  const lower = text.toLowerCase();
  const phrase = MATERIAL_PHRASES.find((words) => lower.startsWith(`${words} `));
  return phrase === undefined ? undefined : text.slice(phrase.length).trim();
}

/** `Quelle: dpa Sport`, `Source AFP`. */
function sourceOf(text: string): string | undefined {
  const bare = text.replace(/^\(|\)$/gu, '');
  const lower = bare.toLowerCase();
  const label = SOURCE_LABELS.find((word) => lower.startsWith(word) && /^[\s:：]/u.test(lower.slice(word.length)));
  if (label === undefined) return undefined;
  const named = bare.slice(label.length).replace(/^\s?[:：]?\s*/u, '');
  return /^\s?[:：]/u.test(bare.slice(label.length)) || agenciesIn(named).length > 0 ? named : undefined;
}

/** `EFE | NAME`. */
function isOnlyAgencies({ people, agencies, organisations, generic }: Credits): boolean {
  return agencies.length > 0 && people.length === 0 && organisations.length === 0 && !generic;
}

/** `NAME | The Harbour Post`, `NAME | Madrid`: what stands behind the first bar is the persons' paper or place. */
function affiliationOf(segment: string): Pick<Person, 'organisation' | 'location' | 'title'> {
  const title = readTitle(segment);
  if (title !== undefined) return title;
  if (isKnownCity(segment)) return { location: segment };
  return isOrganisation(segment) && agencyOf(segment) === undefined ? { organisation: segment } : {};
}

/** What stands behind a bar: an agency or a labelled name counts; counters, topics and sources do not. */
function readSegment(segment: string, peeled: Peeled, options: BylineOptions): Credits {
  const [part] = labelledParts(segment, options.language);
  if (part?.label !== undefined) {
    const credits = readPart(part, { ...peeled, segments: [] }, options);
    return 'why' in credits ? NOTHING : credits;
  }
  const credits = readPeople(segment, { role: 'author', labelled: false });
  if ('why' in credits || credits.agencies.length === 0) return NOTHING;
  return { ...NOTHING, agencies: credits.agencies };
}

/** The full stop of a line, not that of an initial or of `Jr.`. */
function withoutStop(text: string): string {
  return /(?:\p{Ll}{3}|\p{Lu}{3})[.]$/u.test(text) && !/\b(?:Jr|Sr|Inc|Ltd|Corp)\.$/u.test(text) ? text.slice(0, -1) : text;
}
