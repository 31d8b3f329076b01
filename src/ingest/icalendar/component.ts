import type ICAL from 'ical.js';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { stringBlocks } from '../html-blocks.ts';
import type { Entry } from './document.ts';
import { leavesOf, valueAt, valuesAt } from './values.ts';

/** One entry of a calendar as a planning item. A moved single occurrence of a series is an item of its own, in the chain of the series. */
export function readComponent({ calendar, component, path }: Entry, index: number): ParsedItem {
  const value = (name: string): Found | undefined => valueAt(component, name, path);
  const uid = value('UID');
  const occurrence = value('RECURRENCE-ID');
  const description = value('DESCRIPTION');
  const url = value('URL');
  const canceled = isCanceled(calendar, component, path);
  const fields = defined({
    provider: valueAt(calendar, 'X-WR-CALNAME', 'VCALENDAR') ?? valueAt(calendar, 'NAME', 'VCALENDAR'),
    guid: uid === undefined || occurrence === undefined ? uid : { ...uid, text: `${uid.text}/${occurrence.text}` },
    storyKey: uid,
    version: value('SEQUENCE'),
    language: languageOf(component, path),
    headline: value('SUMMARY'),
    times: defined({
      firstCreated: value('CREATED'),
      versionCreated: value('LAST-MODIFIED') ?? value('DTSTAMP'),
      sent: value('DTSTAMP'),
    }),
    pubStatus: canceled,
    kills: canceled !== undefined && uid !== undefined ? [{ by: 'UID', value: uid.text }] : undefined,
    ednotes: orNothing(valuesAt(component, 'COMMENT', path)),
    contacts: orNothing(contactsOf(component)),
    priority: value('PRIORITY'),
    keywords: orNothing(valuesAt(component, 'CATEGORIES', path).map(({ text }) => text)),
    places: orNothing(placesOf(component, path)),
    links: orNothing([...(url === undefined ? [] : [{ rel: 'related', url: url.text }]), ...relationsOf(component, path)]),
    rest: orNothing([...leavesOf(component, path, new Set(['description'])), ...calendarLeaves(calendar)]),
  });
  const body = description === undefined ? [] : stringBlocks(description.text, description.path);
  return { index, type: component.name === 'vevent' ? 'event' : 'planning', hint: 'planning', body, ...fields };
}

/** The entry says so itself, or the whole calendar is a cancellation (RFC 5546). */
function isCanceled(calendar: ICAL.Component, component: ICAL.Component, path: string): Found | undefined {
  const status = valueAt(component, 'STATUS', path);
  if (/^cancell?ed$/i.test(status?.text ?? '')) return status;
  const method = valueAt(calendar, 'METHOD', 'VCALENDAR');
  return /^cancel$/i.test(method?.text ?? '') && method !== undefined ? { text: 'canceled', path: method.path } : undefined;
}

function languageOf(component: ICAL.Component, path: string): Found | undefined {
  const language = component.getFirstProperty('summary')?.getFirstParameter('language');
  return typeof language === 'string' && language !== '' ? { text: language, path: `${path}/SUMMARY;LANGUAGE` } : undefined;
}

/** Organizer, attendees and contact are persons to ask, not persons of the story. */
function contactsOf(component: ICAL.Component): NonNullable<ParsedItem['contacts']> {
  return ['organizer', 'attendee', 'contact'].flatMap((name) =>
    component.getAllProperties(name).flatMap((property) => {
      const value = String(property.getFirstValue() ?? '').replace(/^mailto:/i, '');
      const label = property.getFirstParameter('cn');
      return value === '' ? [] : [{ ...(typeof label === 'string' && label !== '' ? { name: label } : {}), value }];
    }),
  );
}

function placesOf(component: ICAL.Component, path: string): NonNullable<ParsedItem['places']> {
  const location = valueAt(component, 'LOCATION', path);
  const [lat, lon] = (valueAt(component, 'GEO', path)?.text ?? '').split(';').map(Number);
  const point = lat === undefined || lon === undefined || Number.isNaN(lat) || Number.isNaN(lon) ? {} : { lat, lon };
  return location === undefined ? [] : [{ name: location.text, rel: 'event', ...point }];
}

function relationsOf(component: ICAL.Component, path: string): NonNullable<ParsedItem['links']> {
  const related = valuesAt(component, 'RELATED-TO', path).map(({ text }) => ({ rel: 'related', id: text }));
  const attached = valuesAt(component, 'ATTACH', path).flatMap(({ text }) =>
    /^https?:/i.test(text) ? [{ rel: 'attachment', url: text }] : [],
  );
  return [...related, ...attached];
}

/** What the calendar says about itself; its time zones are definitions, used by the moments. */
function calendarLeaves(calendar: ICAL.Component): Found[] {
  return calendar.getAllProperties().flatMap((property) => valuesAt(calendar, property.name.toUpperCase(), 'VCALENDAR'));
}
