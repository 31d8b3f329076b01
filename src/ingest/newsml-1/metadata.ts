import type { Element } from 'domhandler';
import type { Found, ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { at, children, filled } from '../tree.ts';
import { within, type Story } from './story.ts';

/** IPTC subject codes and codes of the agency, each once (AFP repeats them), with the names that a TopicSet gives them; words of control beside. */
export function conceptsOf(story: Story, words: readonly string[]): ParsedConcept[] {
  const names = topicNames(story);
  const codes = within(story, 'SubjectCode').flatMap(({ element }) =>
    children(element).flatMap((part): ParsedConcept[] => {
      const code = part.attribs['FormalName']?.trim() ?? '';
      const name = names.get(code);
      const scheme = /^\d{8}$/.test(code) ? 'subj' : (part.attribs['Vocabulary'] ?? part.attribs['Scheme'] ?? 'subject');
      return code === '' ? [] : [{ scheme, code, ...(name === undefined ? {} : { name }) }];
    }),
  );
  const labels = propertiesOf(story, 'Label').map((code): ParsedConcept => ({ scheme: 'label', code }));
  const seen = new Set<string>();
  return [...codes, ...labels, ...words.map((code): ParsedConcept => ({ scheme: 'keyword', code }))].filter(({ scheme, code }) => {
    const key = `${scheme ?? ''} ${code ?? ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** Names of topics by code, in English where several languages are given. */
function topicNames(story: Story): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { element } of within(story, 'TopicSet/Topic')) {
    const code = at(element, 'FormalName')?.text.trim() ?? '';
    const described = children(element, 'Description').filter((each) => each.attribs['Variant'] !== 'Category');
    const chosen = described.find((each) => each.attribs['xml:lang'] === 'en') ?? described[0];
    const name = chosen === undefined ? '' : (at(chosen, '')?.text ?? '');
    if (code !== '' && name.trim() !== '') names.set(code, name.trim());
  }
  return names;
}

/** The words of the slug, as written; names of people in the picture are people. */
export function keywordsOf(story: Story): string[] {
  return within(story, 'Property').flatMap(({ element: { attribs } }) => {
    const word = attribs['FormalName'] === 'Keyword' && attribs['Role'] === undefined ? (attribs['Value']?.trim() ?? '') : '';
    return word === '' ? [] : [word];
  });
}

export function peopleOf(story: Story): ParsedConcept[] {
  return within(story, 'Property').flatMap(({ element: { attribs } }) => {
    const { FormalName: kind, Role: role, Value: name, Code: code } = attribs;
    return kind === 'Keyword' && role === 'PersonInImage' && name !== undefined && name.trim() !== ''
      ? [{ name: name.trim(), rel: 'in-image', ...(code === undefined ? {} : { code, scheme: 'afp-person' }) }]
      : [];
  });
}

/** Values of a Property anywhere in the story's metadata. */
export function propertiesOf(story: Story, name: string): string[] {
  return within(story, 'Property').flatMap(({ element: { attribs } }) => {
    const value = attribs['FormalName'] === name ? (attribs['Value']?.trim() ?? '') : '';
    return value === '' ? [] : [value];
  });
}

/** Where the copy was filed from. AFP's country ZZZ means unknown; ANA and Solita write place properties without a Location around. */
export function placesOf(story: Story): NonNullable<ParsedItem['places']> {
  const nested = within(story, 'Property').filter(({ element }) => element.attribs['FormalName'] === 'Location');
  const bare = within(story, 'DescriptiveMetadata');
  return [...within(story, 'Location'), ...nested, ...bare].flatMap(({ element }) => placeOf(element) ?? []);
}

function placeOf(location: Element): NonNullable<ParsedItem['places']>[number] | undefined {
  const value = (...names: string[]): string | undefined =>
    names
      .map((name) => children(location, 'Property').find((property) => property.attribs['FormalName'] === name))
      .map((property) => property?.attribs['Value']?.trim() ?? '')
      .find((text) => text !== '' && text !== 'ZZZ');
  const [city, region, country] = [value('City'), value('Area', 'CountryArea'), value('Country', 'CountryCode')];
  const name = city ?? region ?? country;
  if (name === undefined) return undefined;
  return {
    name,
    rel: location.attribs['HowPresent']?.toLowerCase() ?? 'origin',
    ...(region === undefined || region === name ? {} : { region }),
    ...(country === undefined || country === name ? {} : { countryName: country }),
  };
}

/** Old picture files name the language by a country. */
const COUNTRY_AS_LANGUAGE: Readonly<Record<string, string>> = { GB: 'en', UK: 'en', US: 'en', CZ: 'cs', DK: 'da', GR: 'el', JP: 'ja' };

/** The Language element says what the text is in; else the nearest xml:lang. */
export function languageOf(story: Story): Found | undefined {
  const tag = /^[a-z]{2,3}(?:[-_][a-z\d]{2,8})*$/i;
  const marked = [story.component, story.item].flatMap((element) =>
    element === undefined ? [] : (filled(at(element, '@xml:lang')) ?? []),
  );
  const found = [...within(story, 'Language/@FormalName'), ...marked, ...within(story, 'NewsComponent/@xml:lang')]
    .flatMap((each) => filled(each) ?? [])
    .find(({ text }) => tag.test(text));
  return found === undefined ? undefined : { ...found, text: COUNTRY_AS_LANGUAGE[found.text] ?? found.text };
}
