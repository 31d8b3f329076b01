import type { Element } from 'domhandler';
import type { Found, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { stringBlocks } from '../html-blocks.ts';
import { xmlLeaves } from '../leaves.ts';
import { firstNames } from '../root-element.ts';
import { all, at, children, filled, localName, pathOf } from '../tree.ts';
import { readXml } from '../xml.ts';

const CONTACTS = ['contactphone', 'contactmail', 'emailwriter', 'addedby'];

/** NTB's news calendar: what will happen, as its API lists it or as one file each. Planning, never published. */
export const ntbCalendar: Format = {
  name: 'ntb-calendar',
  version: '1',
  source: 'NTB news calendar, API result and file form (2016 to 2018); no public specification',
  reads: 'Calendar documents with title, text, category, subjects, place and contacts; start and end are kept as written.',
  gaps: ['start and end of an event have no field of their own: they stay in x'],
  recognises: ({ text }) =>
    /^(?:document|result)$/.test(firstNames(text, 1)[0] ?? '') && /<service>\s*newscalendar\s*</.test(text.slice(0, 60_000)),
  parse(document) {
    const root = children(readXml(document.text))[0];
    if (root === undefined) throw new BadInput('ntb-calendar.no-root', 'The document has no root element');
    const events = localName(root) === 'document' ? [root] : children(root, 'document');
    return { items: eachItem(events, readEvent) };
  },
};

function readEvent(event: Element, index: number): ParsedItem {
  const value = (path: string): Found | undefined => filled(at(event, path));
  const content = at(event, 'content');
  const ntbId = value('ntbId');
  const guid = value('guid') ?? ntbId ?? value('id');
  const web = value('contactweb');
  const fields = defined({
    provider: { text: 'NTB', path: pathOf(event) },
    guid,
    // The last number counts the versions.
    storyKey: ntbId === undefined ? undefined : { ...ntbId, text: ntbId.text.replace(/_\d{2}$/, '') },
    altIds: orNothing(['ntbId', 'id'].flatMap((role) => idOf(role, value(role), guid))),
    version: value('ntbVersion'),
    headline: value('title'),
    ednotes: orNothing([value('infoText')].flatMap((found) => found ?? [])),
    contacts: orNothing(contactsOf(event)),
    priority: value('priority'),
    service: value('service')?.text,
    subjects: orNothing(subjectsOf(event)),
    places: orNothing(placesOf(event)),
    media: orNothing(mediaOf(event)),
    links: web === undefined || !/^https?:/.test(web.text) ? undefined : [{ rel: 'related', url: web.text }],
    rest: orNothing(xmlLeaves(event, new Set(children(event, 'content')))),
  });
  return { index, type: 'event', hint: 'planning', body: content === undefined ? [] : stringBlocks(content.text, content.path), ...fields };
}

function idOf(role: string, found: Found | undefined, guid: Found | undefined): { role: string; value: string }[] {
  return found === undefined || found.text === guid?.text ? [] : [{ role, value: found.text }];
}

function contactsOf(event: Element): { name?: string; value: string }[] {
  const name = filled(at(event, 'contactname'))?.text;
  return CONTACTS.flatMap((way) => {
    const found = filled(at(event, way));
    const named = name !== undefined && way.startsWith('contact') ? { name } : {};
    return found === undefined ? [] : [{ ...named, value: found.text }];
  });
}

/** Categories by name, subjects by name and IPTC code where the API gives one; the file form joins names by semicolons. */
function subjectsOf(event: Element): NonNullable<ParsedItem['subjects']> {
  const categories = ['category', 'subcategory'].flatMap((name) => {
    const found = filled(at(event, name));
    return found === undefined ? [] : [{ scheme: `ntb-${name}`, name: found.text }];
  });
  const subjects = all(event, 'subjects/subject').flatMap(({ element, text }) => {
    const code = element.attribs['reference']?.trim() ?? '';
    const names = text
      .split(';')
      .map((name) => name.trim())
      .filter((name) => name !== '');
    return names.map((name) => (code === '' ? { scheme: 'ntb-subject', name } : { scheme: 'subj', code, name }));
  });
  return [...categories, ...subjects];
}

function placesOf(event: Element): NonNullable<ParsedItem['places']> {
  const venue = ['address', 'location'].flatMap((name) => filled(at(event, name))?.text ?? []);
  const town = filled(at(event, 'calendarData/location'))?.text;
  const areas = ['districts/district', 'regions/region'].flatMap((path) => all(event, path).flatMap((found) => filled(found)?.text ?? []));
  const names = [...(venue.length === 0 ? [] : [venue.join(', ')]), ...(town === undefined ? [] : [town])];
  const [lat, lon] = pointOf(event);
  const point = lat === undefined || lon === undefined ? {} : { lat, lon };
  return [
    ...names.map((name, place) => ({ name, rel: 'event', ...(place === 0 ? point : {}) })),
    ...areas.filter((name, place) => areas.indexOf(name) === place && !names.includes(name)).map((name) => ({ name, rel: 'area' })),
  ];
}

/** `<latitude>` and `<longitude>`, or both in one text. */
function pointOf(event: Element): readonly (number | undefined)[] {
  const parts = ['geo/latitude', 'geo/longitude'].flatMap((path) => filled(at(event, path))?.text ?? []);
  const texts = parts.length === 2 ? parts : (filled(at(event, 'geo'))?.text ?? '').split(',');
  const numbers = texts.map((text) => Number(text.trim() === '' ? NaN : text));
  return numbers.length === 2 && numbers.every((number) => Number.isFinite(number)) ? numbers : [];
}

function mediaOf(event: Element): ParsedMedia[] {
  return all(event, 'mediaList/media').flatMap(({ element }): ParsedMedia[] => {
    const href = filled(at(element, 'url'))?.text;
    const caption = filled(at(element, 'caption'));
    return href === undefined
      ? []
      : [{ key: href, type: 'picture', ...(caption === undefined ? {} : { caption }), renditions: [{ name: 'main', href }] }];
  });
}
