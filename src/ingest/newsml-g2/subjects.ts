import type { Element } from 'domhandler';
import type { ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { all, child, children } from '../tree.ts';
import { assertOf, codeOf, conceptOf, local, nameOf } from './code.ts';
import type { Given } from './given.ts';

/** Natures of concepts. Source: IPTC NewsCodes cpnature, Reuters concept types (5 = geography), AP, dpa, ANSA; read 2026-11-25. */
const PLACES = /^(?:geoarea|poi|5|city|country|statprov|region|place|continent)$/i;
const PEOPLE = /^(?:person|people)$/i;
const ORGANISATIONS = /^(?:organisation|organization|company)$/i;

type Place = NonNullable<ParsedItem['places']>[number];

/** The subjects of an item, apart by what they are: themes and events, people, organisations, places. */
export interface Subjects {
  readonly subjects: readonly ParsedConcept[];
  readonly people: readonly ParsedConcept[];
  readonly organisations: readonly ParsedConcept[];
  readonly places: readonly Place[];
  /** Subject codes that had lost a leading zero, as written. */
  readonly mended: readonly string[];
}

/** Everything in `contentMeta/subject` (and `about`), each concept once. */
export function subjectsOf(given: Given): Subjects {
  const elements = [...children(given.contentMeta, 'subject'), ...children(given.contentMeta, 'about')];
  const mended: string[] = [];
  const of = (wanted: (nature: string) => boolean): ParsedConcept[] =>
    unique(
      elements
        .filter((element) => wanted(local(element.attribs['type'])))
        .flatMap((element) => conceptOf(element, given) ?? [])
        .map((concept) => withLeadingZero(concept, mended)),
    );
  return {
    subjects: of((nature) => !PLACES.test(nature) && !PEOPLE.test(nature) && !ORGANISATIONS.test(nature)),
    people: of((nature) => PEOPLE.test(nature)),
    organisations: of((nature) => ORGANISATIONS.test(nature)),
    places: unique(
      elements
        .filter((element) => PLACES.test(local(element.attribs['type'])))
        .flatMap((element) => placeOf(element, 'subject', given) ?? []),
    ),
    mended,
  };
}

/** Where the content was made (`located`), rel `located`. */
export function locatedOf(given: Given): readonly Place[] {
  const elements = [...children(given.contentMeta, 'located'), ...children(given.itemMeta, 'located')];
  return unique(elements.flatMap((element) => placeOf(element, 'located', given) ?? []));
}

export function genresOf(given: Given): readonly ParsedConcept[] {
  return unique(children(given.contentMeta, 'genre').flatMap((element) => conceptOf(element, given) ?? []));
}

/** Every code of a concept with its vocabulary, so that the code as written counts as held. */
export function qcodesOf(given: readonly ParsedConcept[]): ReadonlySet<string> {
  const concepts = given.flatMap((concept) => [concept, ...(concept.altCodes ?? [])]);
  return new Set(concepts.flatMap(({ scheme, code }) => (code === undefined ? [] : [scheme === undefined ? code : `${scheme}:${code}`])));
}

/** A place with the larger ones around it, its country and its position, where the item or its asserts say so. */
export function placeOf(element: Element, rel: string, given: Given): Place | undefined {
  const asserted = assertOf(element, given);
  const broader = [element, ...(asserted === undefined ? [] : [asserted])].flatMap((each) => broaderOf(each));
  const name =
    (nameOf(element, given) ?? (asserted === undefined ? undefined : nameOf(asserted, given)))?.text ?? narrowestName(broader, given);
  if (name === undefined) return undefined;
  const country = broader.find((each) => isCountry(each));
  const region = broader.find((each) => isRegion(each));
  const position = positionOf(asserted) ?? positionOf(element);
  const countryCode = country === undefined ? undefined : isoCode(country);
  const countryName = country === undefined ? undefined : nameOf(country, given)?.text;
  return defined({
    name,
    ...codeOf(element, given),
    rel,
    region: region === undefined ? undefined : nameOf(region, given)?.text,
    country: countryCode ?? isoCode(element),
    countryName: countryName === name ? undefined : countryName,
    ...position,
  });
}

function broaderOf(element: Element): Element[] {
  return children(element, 'broader').flatMap((each) => [each, ...broaderOf(each)]);
}

function narrowestName(broader: readonly Element[], given: Given): string | undefined {
  return broader.flatMap((each) => nameOf(each, given)?.text ?? [])[0];
}

function isCountry(element: Element): boolean {
  return /(?:^|:)country$/i.test(element.attribs['type'] ?? '') || /country|iso3166/i.test(schemeOf(element));
}

function isRegion(element: Element): boolean {
  return /(?:^|:)(?:statprov|region)$/i.test(element.attribs['type'] ?? '') || /^(?:sttstate|stat|dpaarea)$/i.test(schemeOf(element));
}

function schemeOf(element: Element): string {
  return (element.attribs['qcode'] ?? '').split(':')[0] ?? '';
}

/** ISO 3166-1 alpha-2, stated or given by a `sameAs`. */
function isoCode(element: Element): string | undefined {
  const codes = [element, ...children(element, 'sameAs')].map((each) => each.attribs['qcode'] ?? '');
  return codes.map((code) => /^(?:iso3166-1a2|isoCountry|country):([A-Z]{2})$/.exec(code)?.[1]).find((code) => code !== undefined);
}

/** 0,0 is where systems put what they do not know. */
function positionOf(element: Element | undefined): { lat: number; lon: number } | undefined {
  const position = all(element, '//position')[0]?.element ?? child(element, 'position');
  const [lat, lon] = [Number(position?.attribs['latitude'] ?? NaN), Number(position?.attribs['longitude'] ?? NaN)];
  if (!Number.isFinite(lat) || !Number.isFinite(lon) || (lat === 0 && lon === 0)) return undefined;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : undefined;
}

/** Subject codes have eight digits (IPTC); systems that keep them as numbers drop the zero. */
function withLeadingZero(concept: ParsedConcept, mended: string[]): ParsedConcept {
  if (concept.scheme !== 'subj' || !/^\d{7}$/.test(concept.code ?? '')) return concept;
  mended.push(`subj:${concept.code ?? ''}`);
  return { ...concept, code: `0${concept.code ?? ''}` };
}

function unique<Value extends { readonly scheme?: string; readonly code?: string; readonly name?: string }>(
  values: readonly Value[],
): Value[] {
  const seen = new Set<string>();
  return values.filter(({ scheme, code, name }) => {
    const key = code === undefined ? `name:${name ?? ''}` : `${scheme ?? ''}:${code}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
