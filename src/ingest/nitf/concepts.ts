import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { textOf } from '../inline-markup.ts';
import { all, at, children, filled } from '../tree.ts';
import { metaOf } from './meta.ts';

/** The fields that say what the document is about. */
export type ConceptFields = Pick<ParsedItem, 'subjects' | 'genres' | 'keywords' | 'places' | 'people' | 'organisations' | 'slugline'>;

/** Names under which agencies send the slug: AAP, NTB, others; read 2026-11-25. */
const SLUG_METAS = ['anpa-keyword', 'ntbstikkord', 'slug', 'slugline'];
type Place = NonNullable<ParsedItem['places']>[number];

/** Subjects, genres, keywords, places, people and organisations. The slug is the agency's own, else a single keyword. */
export function conceptFields(head: Element | undefined): ConceptFields {
  const docdata = children(head, 'docdata')[0];
  const identified = children(docdata, 'identified-content')[0];
  const keywords = all(docdata, 'key-list/keyword/@key').flatMap(({ text }) => keywordsIn(text));
  const only = keywords.length === 1 ? filled(at(docdata, 'key-list/keyword/@key')) : undefined;
  const own = filled(metaOf(head, ['keyword']));
  return defined({
    subjects: orNothing([...subjectsOf(head), ...classifiersOf(identified)]),
    genres: orNothing(all(head, 'tobject/tobject.property/@tobject.property.type').flatMap(({ text }) => named(text))),
    keywords: orNothing(keywords.length > 0 || own === undefined ? keywords : [withoutMark(own.text)]),
    slugline: metaOf(head, SLUG_METAS) ?? only,
    places: orNothing([
      ...children(docdata, 'evloc').flatMap(eventPlace),
      ...all(identified, 'location').flatMap((found) => placeOf(found.element)),
    ]),
    people: orNothing(entitiesOf(identified, 'person')),
    organisations: orNothing(entitiesOf(identified, 'org')),
  });
}

/** dpa joins its keywords with slashes and ends on one; any other keyword is a phrase. */
function keywordsIn(text: string): string[] {
  const parts = text.trim().endsWith('/') ? text.split('/') : [text];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** `>>>ANSA/Story`: ANSA marks its leading items so. */
function withoutMark(text: string): string {
  return text.replace(/^>{2,4}(?:[A-Z]{2,8}\/)?\s*/, '');
}

/** IPTC subject codes with the most exact of their names; the owner of other codes is their scheme. */
function subjectsOf(head: Element | undefined): ParsedConcept[] {
  const stated = all(head, 'tobject/tobject.subject').flatMap(({ element }): ParsedConcept[] => {
    const attribute = (name: string): string | undefined => filled(at(element, `@tobject.subject.${name}`))?.text;
    const name = attribute('detail') ?? attribute('matter') ?? attribute('type');
    const [code, short, owner] = [attribute('refnum'), attribute('code'), attribute('ipr')];
    if (code !== undefined)
      return [{ scheme: owner === undefined || /^iptc$/i.test(owner) ? 'subj' : owner, code, ...(name === undefined ? {} : { name }) }];
    return name === undefined && short === undefined ? [] : [defined({ code: short, name })];
  });
  const category = metaOf(head, ['category_iptc']);
  return category === undefined ? stated : [...stated, { scheme: 'subj', code: category.text }];
}

function classifiersOf(identified: Element | undefined): ParsedConcept[] {
  return children(identified, 'classifier').flatMap((element) => {
    const { type, value } = element.attribs;
    const name = foldSpace(textOf(element));
    const concept = defined({ scheme: type?.trim(), code: value?.trim(), name: name === '' ? undefined : name });
    return concept.code === undefined && concept.name === undefined ? [] : [concept];
  });
}

function entitiesOf(identified: Element | undefined, kind: string): ParsedConcept[] {
  return children(identified, kind).flatMap((element) => {
    const { value, idsrc } = element.attribs;
    const name = foldSpace(textOf(element));
    return name === '' ? [] : [defined({ name, code: value?.trim(), scheme: idsrc?.trim() })];
  });
}

function named(text: string): ParsedConcept[] {
  const name = text.trim();
  return name === '' ? [] : [{ code: name, name }];
}

/** Where what is told happened. */
function eventPlace(evloc: Element): Place[] {
  const part = (name: string): string | undefined => filled(at(evloc, `@${name}`))?.text;
  return place({ city: part('city') ?? part('county-dist'), region: part('state-prov'), country: part('iso-cc') }, 'event');
}

function placeOf(location: Element): Place[] {
  const part = (name: string): string | undefined => filled(at(location, name))?.text;
  const country = filled(at(location, 'country/@iso-cc'))?.text ?? part('country');
  const city =
    part('city') ??
    part('sublocation') ??
    (children(location).length === 0 ? filled({ text: textOf(location), path: '' })?.text : undefined);
  const found = place({ city, region: part('state') ?? part('region'), country }, 'about');
  const code = filled(at(location, '@location-code'))?.text;
  const scheme = filled(at(location, '@code-source'))?.text;
  if (code === undefined) return found;
  const [first] = found.length === 0 ? [{ name: code, rel: 'about' }] : found;
  return first === undefined ? [] : [{ ...first, code, ...(scheme === undefined ? {} : { scheme }) }];
}

interface PlaceParts {
  readonly city: string | undefined;
  readonly region: string | undefined;
  readonly country: string | undefined;
}

/** A country is coded with two letters or with three, or named. */
function place({ city, region, country }: PlaceParts, rel: string): Place[] {
  const name = city ?? region ?? country;
  if (name === undefined) return [];
  const coded = country !== undefined && /^[A-Z]{2}$/.test(country);
  return [
    {
      name,
      rel,
      ...(region === undefined || region === name ? {} : { region }),
      ...(country === undefined ? {} : coded ? { country } : country === name ? {} : { countryName: country }),
    },
  ];
}
