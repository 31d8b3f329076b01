import type { Format } from '../format.ts';
import { hasRoot, readG2 } from '../newsml-g2/document.ts';

/** EventsML-G2 and the planning items of NewsML-G2: kept and marked as planning, never publishable as stories. */
export const eventsmlG2: Format = {
  name: 'eventsml-g2',
  version: '1',
  source: 'IPTC EventsML-G2 and NewsML-G2 2.35 specification (conceptItem, knowledgeItem, planningItem); STT files of 2022 and 2023',
  reads:
    'EventsML-G2 conceptItem and knowledgeItem, planningItem of NewsML-G2 2.7 and later: name, definition, places, links, planned coverage; contacts and notes for the desk only. Each is an event or a plan, never a story.',
  gaps: ['Dates, recurrence and occurrence status of an event are in `x`.'],
  recognises(document) {
    return hasRoot(document.text, ['conceptItem', 'knowledgeItem', 'planningItem', 'catalogItem']);
  },
  parse: readG2,
};
