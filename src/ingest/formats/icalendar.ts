import { BadInput } from '../../faults.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { readComponent } from '../icalendar/component.ts';
import { componentsOf, readCalendar, unreadable } from '../icalendar/document.ts';
import { isCalendar } from '../icalendar/is-calendar.ts';

/** iCalendar: the calendars that parliaments, courts and desks publish. Every entry is planning, never published. */
export const icalendar: Format = {
  name: 'icalendar',
  version: '1',
  source: 'RFC 5545 (iCalendar), RFC 7986 (its new properties)',
  reads:
    'VEVENT, VTODO and VJOURNAL of one or several VCALENDARs, each a planning item: name, text, place, categories, links, organizer and attendees for the desk. A moment keeps its text and gets its UTC beside it where the file gives its zone (Z, VTIMEZONE, or an IANA name). The chain key is UID.',
  gaps: ['Moments, recurrence and alarms have no field of their own: they stay in `x`. A recurrence is kept as its rule, not unrolled.'],
  recognises: ({ text }) => isCalendar(text),
  parse(document) {
    const calendars = readCalendar(document.text);
    const components = calendars.flatMap(componentsOf);
    if (components.length === 0)
      throw new BadInput('icalendar.empty', {
        message: 'The calendar has no event, task or journal entry',
        hint: 'An empty calendar is no fault of the reader: look whether the address is the right one',
      });
    const version = calendars[0]?.getFirstPropertyValue('version');
    return {
      ...(typeof version === 'string' ? { formatVersion: version } : {}),
      items: eachItem(components, (entry, index) => {
        try {
          return readComponent(entry, index);
        } catch (thrown) {
          throw unreadable(thrown);
        }
      }),
    };
  },
};
