import type { ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { stringBlocks } from '../html-blocks.ts';
import { nodeAt, nodesAt, textAt, textsAt, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';
import { jsonLeaves } from '../leaves.ts';
import { eventObject } from './event-object.ts';

const TEXTS = ['definition_long', 'description_text'];

export function isSuperdeskPlan(node: JsonNode): boolean {
  const type = stringAt(node, 'type') ?? stringAt(node, '_type');
  const event = textAt(node, 'dates/start') !== undefined;
  const plan = textAt(node, 'planning_date') !== undefined || nodeAt(node, 'coverages') !== undefined;
  return (type === 'event' || type === 'events' || type === 'planning') && (event || plan);
}

/** An event or planning item as Superdesk exports it; contacts and internal notes are for the desk. */
export function readSuperdeskPlan(entry: JsonNode, index: number): ParsedItem {
  const plan = eventObject(entry, isSuperdeskPlan);
  const isEvent = textAt(plan, 'dates/start') !== undefined;
  const texts = TEXTS.flatMap((name) => textAt(plan, name) ?? []);
  const fields = defined({
    provider: textAt(plan, 'ingest_provider') ?? textAt(plan, 'source'),
    guid: textAt(plan, 'guid') ?? textAt(plan, '_id') ?? textAt(plan, 'item_id'),
    version: textAt(plan, 'version') ?? textAt(plan, '_current_version'),
    language: textAt(plan, 'language'),
    headline: textAt(plan, 'name') ?? textAt(plan, 'headline') ?? textAt(plan, 'slugline'),
    slugline: textAt(plan, 'slugline'),
    abstract: textAt(plan, 'definition_short') ?? textAt(plan, 'abstract'),
    times: defined({
      firstCreated: textAt(plan, 'firstcreated') ?? textAt(plan, '_created'),
      versionCreated: textAt(plan, 'versioncreated') ?? textAt(plan, '_updated'),
    }),
    pubStatus: textAt(plan, 'pubstatus'),
    ednotes: orNothing(['ednote', 'internal_note'].flatMap((name) => textAt(plan, name) ?? [])),
    contacts: orNothing(contactsOf(plan)),
    urgency: textAt(plan, 'urgency'),
    priority: textAt(plan, 'priority'),
    subjects: orNothing(['subject', 'anpa_category', 'calendars'].flatMap((name) => conceptsOf(plan, name))),
    places: orNothing(['location', 'place'].flatMap((name) => placesOf(plan, name))),
    links: orNothing(textsAt(plan, 'links').map(({ text }) => ({ rel: 'related', url: text }))),
    rest: orNothing(jsonLeaves(plan, new Set(texts.map(({ path }) => path)))),
  });
  const body = texts.flatMap(({ text, path }) => stringBlocks(text, path));
  return { index, type: isEvent ? 'event' : 'planning', hint: 'planning', body, ...fields };
}

function conceptsOf(plan: JsonNode, member: string): NonNullable<ParsedItem['subjects']> {
  return nodesAt(plan, member).flatMap((node) => {
    const concept = defined({
      scheme: stringAt(node, 'scheme'),
      code: stringAt(node, 'qcode') ?? stringAt(node, 'code'),
      name: stringAt(node, 'name'),
    });
    return concept.code === undefined && concept.name === undefined ? [] : [concept];
  });
}

function placesOf(plan: JsonNode, member: string): NonNullable<ParsedItem['places']> {
  return nodesAt(plan, member).flatMap((node) => {
    const name = stringAt(node, 'name');
    const code = stringAt(node, 'qcode');
    return name === undefined ? [] : [{ name, rel: 'event', ...(code === undefined ? {} : { code }) }];
  });
}

function contactsOf(plan: JsonNode): NonNullable<ParsedItem['contacts']> {
  return ['event_contact_info', 'contacts'].flatMap((member) =>
    nodesAt(plan, member).flatMap((contact) => {
      const name = [stringAt(contact, 'first_name'), stringAt(contact, 'last_name')].filter((part) => part !== undefined).join(' ');
      const values = ['contact_email', 'contact_phone', 'mobile'].flatMap((way) => [
        ...textsAt(contact, way),
        ...nodesAt(contact, way).flatMap((each) => textAt(each, 'number') ?? []),
      ]);
      return values.map(({ text }) => ({ ...(name === '' ? {} : { name }), value: text }));
    }),
  );
}
