import type { Found, ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import type { Fields } from './fields.ts';
import type { Picture } from './picture.ts';
import { structuresOf, textsOf, type XmpValue } from './xmp.ts';

type Place = NonNullable<ParsedItem['places']>[number];

/** Subject codes, categories and terms of controlled vocabularies. */
export function subjectsOf(picture: Picture, fields: Fields): ParsedConcept[] {
  return [
    ...fields.all('subjects').map(subjectOf),
    ...fields.all('category').map(({ text }) => ({ scheme: 'category', code: text })),
    ...fields.all('categories').map(({ text }) => ({ scheme: 'supplemental-category', name: text })),
    ...termsOf(picture, 'Iptc4xmpExt:AboutCvTerm'),
  ];
}

/** Genres as words and as terms of a vocabulary. */
export function genresOf(picture: Picture, fields: Fields): ParsedConcept[] {
  return [...fields.all('genre').map(({ text }) => ({ name: text })), ...termsOf(picture, 'Iptc4xmpExt:Genre')];
}

/** Who can be seen. */
export function peopleOf(picture: Picture): ParsedConcept[] {
  const named = textsOf(picture.xmp.properties.get('Iptc4xmpExt:PersonInImage')).map(({ text }) => ({ name: text, rel: 'in-image' }));
  const described = structuresOf(picture.xmp.properties.get('Iptc4xmpExt:PersonInImageWDetails')).flatMap((person) => {
    const name = firstOf(person, 'Iptc4xmpExt:PersonName');
    if (name === undefined || named.some((one) => one.name === name)) return [];
    return [defined({ name, rel: 'in-image', code: firstOf(person, 'Iptc4xmpExt:PersonId') })];
  });
  return [...named, ...described];
}

/** Organisations that can be seen, with their codes where as many are given. */
export function organisationsOf({ xmp }: Picture): ParsedConcept[] {
  const codes = textsOf(xmp.properties.get('Iptc4xmpExt:OrganisationInImageCode'));
  const names = textsOf(xmp.properties.get('Iptc4xmpExt:OrganisationInImageName'));
  const code = (index: number): string | undefined => (codes.length === names.length ? codes[index]?.text : undefined);
  return names.map(({ text }, index) => defined({ name: text, rel: 'in-image', code: code(index) }));
}

/** The place of IPTC Core, then the places shown and the place of the camera, by name only: positions stay in `x`. */
export function placesOf(picture: Picture, fields: Fields): Place[] {
  const core = placeOf({
    city: fields.first('city')?.text,
    region: fields.first('state')?.text,
    countryName: fields.first('country')?.text,
    country: fields.first('countryCode')?.text,
  });
  const located = (['LocationShown', 'LocationCreated'] as const).flatMap((name) =>
    structuresOf(picture.xmp.properties.get(`Iptc4xmpExt:${name}`)).flatMap((place) => {
      const given = placeOf({
        city: firstOf(place, 'Iptc4xmpExt:City'),
        region: firstOf(place, 'Iptc4xmpExt:ProvinceState'),
        countryName: firstOf(place, 'Iptc4xmpExt:CountryName'),
        country: firstOf(place, 'Iptc4xmpExt:CountryCode'),
      });
      return given.map((one) => ({ ...one, rel: name === 'LocationShown' ? 'shown' : 'created' }));
    }),
  );
  return [...core, ...located.filter((place) => !core.some((one) => one.name === place.name && one.region === place.region))];
}

/** A three-letter code is no ISO 3166-1 alpha-2 country, and a code that repeats as name is no name. */
function placeOf(given: Record<'city' | 'region' | 'countryName' | 'country', string | undefined>): Place[] {
  const { city, region, country } = given;
  const countryName = given.countryName === country ? undefined : given.countryName;
  const name = city ?? region ?? countryName ?? country;
  if (name === undefined) return [];
  const short = country !== undefined && /^[A-Z]{2}$/.test(country) ? country : undefined;
  const long = country !== undefined && /^[A-Z]{3}$/.test(country) ? { scheme: 'iso3166-1a3', code: country } : {};
  return [{ name, ...defined({ region: name === region ? undefined : region, country: short, countryName }), ...long }];
}

/** `15000000`, or `IPTC:15054000:SPO:Sport:Football`: provider, number, names (IIM 4.2, 2:12). */
function subjectOf({ text }: Found): ParsedConcept {
  const parts = text.split(':').map((part) => part.trim());
  const [provider = '', code = ''] = parts;
  if (parts.length < 2 || code === '') return { scheme: 'subj', code: text };
  const name = parts.slice(2).findLast((part) => part !== '');
  return { scheme: /^(?:iptc|subj)$/i.test(provider) ? 'subj' : provider, code, ...(name === undefined ? {} : { name }) };
}

function termsOf({ xmp }: Picture, property: string): ParsedConcept[] {
  return structuresOf(xmp.properties.get(property)).flatMap((term) => {
    const concept = defined({
      scheme: firstOf(term, 'Iptc4xmpExt:CvId'),
      code: firstOf(term, 'Iptc4xmpExt:CvTermId'),
      name: firstOf(term, 'Iptc4xmpExt:CvTermName'),
    });
    return concept.code === undefined && concept.name === undefined ? [] : [concept];
  });
}

function firstOf(fields: ReadonlyMap<string, XmpValue>, name: string): string | undefined {
  return textsOf(fields.get(name))[0]?.text;
}
