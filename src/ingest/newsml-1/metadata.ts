import type { Element } from 'domhandler';
import type { ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { all, children } from '../tree.ts';

/** IPTC subject codes, each once: AFP repeats them. */
export function conceptsOf(item: Element): ParsedConcept[] {
  const codes = ['Subject', 'SubjectMatter', 'SubjectDetail'].flatMap((level) => all(item, `//SubjectCode/${level}/@FormalName`));
  const ordered = all(item, '//SubjectCode').flatMap(({ element }) => children(element).map((part) => part.attribs['FormalName'] ?? ''));
  const known = new Set(codes.map((found) => found.text));
  return [...new Set(ordered.filter((code) => code !== '' && known.has(code)))].map((code) => ({ scheme: 'subj', code }));
}

/** The words of the slug; names of people in the picture are people. */
export function keywordsOf(item: Element): string[] {
  return propertiesOf(item, 'Keyword')
    .flatMap((property) => (property.attribs['Role'] === undefined ? [property.attribs['Value'] ?? ''] : []))
    .filter((word) => word.trim() !== '');
}

export function peopleOf(item: Element): ParsedConcept[] {
  return propertiesOf(item, 'Keyword').flatMap((property) => {
    const { Role: role, Value: name, Code: code } = property.attribs;
    return role === 'PersonInImage' && name !== undefined && name.trim() !== ''
      ? [{ name: name.trim(), rel: 'in-image', ...(code === undefined ? {} : { code, scheme: 'afp-person' }) }]
      : [];
  });
}

/** Where the copy was filed from. AFP's country ZZZ means unknown. */
export function placesOf(item: Element): NonNullable<ParsedItem['places']> {
  const locations = [...all(item, '//Location').map((found) => found.element), ...propertiesOf(item, 'Location')];
  return locations.flatMap((location) => {
    const value = (name: string): string | undefined => {
      const text = children(location, 'Property')
        .find((property) => property.attribs['FormalName'] === name)
        ?.attribs['Value']?.trim();
      return text === undefined || text === '' || text === 'ZZZ' ? undefined : text;
    };
    const [city, region, country] = [value('City'), value('Area'), value('Country')];
    const name = city ?? region ?? country;
    if (name === undefined) return [];
    const rel = location.attribs['HowPresent']?.toLowerCase() ?? 'origin';
    return [
      {
        name,
        rel,
        ...(region === undefined || region === name ? {} : { region }),
        ...(country === undefined || country === name ? {} : { countryName: country }),
      },
    ];
  });
}

function propertiesOf(item: Element, name: string): Element[] {
  return all(item, '//Property').flatMap(({ element }) => (element.attribs['FormalName'] === name ? [element] : []));
}
