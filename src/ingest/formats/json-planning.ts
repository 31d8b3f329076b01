import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { entriesOf, jsonRoot, nodesAt, readJson, type JsonNode } from '../json.ts';
import { readNifs, isNifs } from '../planning/nifs.ts';
import { isOnclusive, readOnclusive } from '../planning/onclusive.ts';
import { isSuperdeskPlan, readSuperdeskPlan } from '../planning/superdesk.ts';

const DIALECTS = [
  { is: isOnclusive, read: readOnclusive },
  { is: isNifs, read: readNifs },
  { is: isSuperdeskPlan, read: readSuperdeskPlan },
];

/** Event calendars in JSON: what will happen, for desks. Every entry is kept and none is ever published. */
export const jsonPlanning: Format = {
  name: 'json-planning',
  version: '1',
  source:
    'Onclusive (formerly PA Vincent, Foresight News) events API; NIFS matches; Superdesk events and planning items; files of 2018 to 2022',
  reads:
    'Events of Onclusive, matches of NIFS, events and planning items as Superdesk exports them; one or a list. Contacts of events go to the desk only.',
  gaps: ['Begin, end, results and coverage have no field of their own: they stay in `x`.'],
  recognises(document) {
    const root = jsonRoot(document);
    return root !== undefined && eventsOf(root).some((event) => DIALECTS.some(({ is }) => is(event)));
  },
  parse(document) {
    const { root, repairs } = readJson(document);
    const events = eventsOf(root);
    const dialect = DIALECTS.find(({ is }) => events.some(is));
    return { repairs, items: dialect === undefined ? [] : eachItem(events, dialect.read) };
  },
};

/** A list, the lists that these calendars wrap (`data`, `events`, `_items`), or the one event. */
function eventsOf(root: JsonNode): JsonNode[] {
  if (Array.isArray(root.value)) return entriesOf(root);
  const wrapped = ['_items', 'events', 'data', 'items'].flatMap((name) => nodesAt(root, name));
  return wrapped.length > 0 && !DIALECTS.some(({ is }) => is(root)) ? wrapped : [root];
}
