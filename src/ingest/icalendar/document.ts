import ICAL from 'ical.js';
import { BadInput } from '../../faults.ts';

/** An entry of a calendar, with the place it stands in. */
export interface Entry {
  readonly calendar: ICAL.Component;
  readonly component: ICAL.Component;
  /** `VCALENDAR/VEVENT[2]`. */
  readonly path: string;
}

const ENTRIES = ['vevent', 'vtodo', 'vjournal'];

/**
 * The calendars of a document; a line folded by a tab or blank is joined as RFC 5545 says.
 * @throws {BadInput} `icalendar.unreadable`
 */
export function readCalendar(text: string): ICAL.Component[] {
  try {
    const parsed = ICAL.parse(text.trim()) as unknown[];
    const roots = Array.isArray(parsed[0]) ? (parsed as unknown[][]) : [parsed];
    return roots.map((root) => new ICAL.Component(root));
  } catch (thrown) {
    throw unreadable(thrown);
  }
}

/** What the parser of calendars throws, as ours: it reads values only when they are asked for. */
export function unreadable(thrown: unknown): BadInput {
  if (thrown instanceof BadInput) return thrown;
  return new BadInput('icalendar.unreadable', {
    message: `The calendar cannot be read: ${thrown instanceof Error ? thrown.message.slice(0, 120) : 'unknown fault'}`,
    hint: 'Ask the publisher for a calendar after RFC 5545; a cut transfer looks like this too',
  });
}

export function componentsOf(calendar: ICAL.Component): Entry[] {
  const counts = new Map<string, number>();
  return calendar.getAllSubcomponents().flatMap((component) => {
    if (!ENTRIES.includes(component.name)) return [];
    const count = (counts.get(component.name) ?? 0) + 1;
    counts.set(component.name, count);
    return [{ calendar, component, path: `VCALENDAR/${component.name.toUpperCase()}[${count}]` }];
  });
}
