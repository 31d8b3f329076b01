import type { ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { nodeAt, nodesAt, textAt, type JsonNode } from '../json.ts';
import { numberAt, stringAt } from '../json-text.ts';
import { jsonLeaves } from '../leaves.ts';
import { eventObject } from './event-object.ts';

const WAYS = ['pressContactTelephone', 'pressContactMobile', 'pressContactEmail', 'pressContactTwitter'];

export function isOnclusive(node: JsonNode): boolean {
  return textAt(node, 'itemId') !== undefined && textAt(node, 'startDate') !== undefined && nodeAt(node, 'eventConfirmed') !== undefined;
}

/** An event of Onclusive: `description` is its name, `summary` its text. The zone of `time` stands in `timezone`, that of `createdDateUtc` in its name. */
export function readOnclusive(entry: JsonNode, index: number): ParsedItem {
  const event = eventObject(entry, isOnclusive);
  const summary = textAt(event, 'summary');
  const deleted = nodeAt(event, 'deleted');
  const fields = defined({
    provider: { text: 'Onclusive', path: event.pointer },
    guid: textAt(event, 'itemId'),
    headline: textAt(event, 'description'),
    times: defined({
      firstCreated: textAt(event, 'createdDateUtc'),
      versionCreated: textAt(event, 'lastEditDateUtc') ?? textAt(event, 'createdDateUtc'),
      embargo: textAt(event, 'embargoTime'),
    }),
    pubStatus: deleted?.value === true ? { text: 'deleted', path: deleted.pointer } : undefined,
    kills: deleted?.value === true ? [{ by: 'itemId', value: stringAt(event, 'itemId') ?? '' }] : undefined,
    contacts: orNothing(contactsOf(event)),
    subjects: orNothing([
      ...conceptsOf(event, 'categories', { scheme: 'onclusive-category', code: 'categoryId', name: 'categoryName' }),
      ...conceptsOf(event, 'eventTypes', { scheme: 'onclusive-event-type', code: 'tagId', name: 'tagName' }),
    ]),
    organisations: orNothing(
      conceptsOf(event, 'organisation', { scheme: 'onclusive-organisation', code: 'organisationID', name: 'organisationName' }),
    ),
    places: orNothing(placesOf(event)),
    links: orNothing(
      ['website', 'website2'].flatMap((name) => {
        const url = stringAt(event, name);
        return url === undefined ? [] : [{ rel: 'related', url }];
      }),
    ),
    rest: orNothing(jsonLeaves(event, new Set(summary === undefined ? [] : [summary.path]))),
  });
  const body = summary === undefined ? [] : htmlBlocks(summary.text, summary.path);
  return { index, type: 'event', hint: 'planning', body, ...fields };
}

function contactsOf(event: JsonNode): NonNullable<ParsedItem['contacts']> {
  return nodesAt(event, 'pressContacts').flatMap((contact) => {
    const name = stringAt(contact, 'pressContactName') ?? stringAt(contact, 'pressContactOffice');
    return WAYS.flatMap((way) => {
      const value = stringAt(contact, way);
      return value === undefined ? [] : [{ ...(name === undefined ? {} : { name }), value }];
    });
  });
}

function conceptsOf(event: JsonNode, member: string, names: { scheme: string; code: string; name: string }): ParsedConcept[] {
  return nodesAt(event, member).flatMap((node) => {
    const concept = defined({ code: stringAt(node, names.code), name: stringAt(node, names.name) });
    return concept.code === undefined && concept.name === undefined ? [] : [{ scheme: names.scheme, ...concept }];
  });
}

function placesOf(event: JsonNode): NonNullable<ParsedItem['places']> {
  const country = stringAt(event, 'country/countryName') ?? stringAt(event, 'countryName');
  const name = stringAt(event, 'venue') ?? country;
  if (name === undefined) return [];
  const code = stringAt(event, 'country/countryCode');
  return [
    {
      name,
      rel: 'event',
      ...defined({
        countryName: country === name ? undefined : country,
        country: code !== undefined && /^[A-Z]{2}$/.test(code) ? code : undefined,
        lat: numberAt(event, 'venueData/0/locationLat'),
        lon: numberAt(event, 'venueData/0/locationLon'),
      }),
    },
  ];
}
