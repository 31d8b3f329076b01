import { fromZonedTime } from 'date-fns-tz';
import ICAL from 'ical.js';
import type { Found } from '../../article/parsed-item.ts';

/** The first value of a property as written; undefined where it is absent or empty. */
export function valueAt(component: ICAL.Component, name: string, path: string): Found | undefined {
  return valuesAt(component, name, path)[0];
}

/** All values of a property, also those it lists behind one name (`CATEGORIES:a,b`). */
export function valuesAt(component: ICAL.Component, name: string, path: string): Found[] {
  return component.getAllProperties(name.toLowerCase()).flatMap((property) =>
    property.getValues().flatMap((value): Found[] => {
      const text = written(value).trim();
      return text === '' ? [] : [{ text, path: `${path}/${name}` }];
    }),
  );
}

/**
 * Every property with its parameters, and of its alarms; a moment with a known zone has its UTC instant beside it (`DTSTART/utc`).
 * `without` = properties that became body.
 */
export function leavesOf(component: ICAL.Component, path: string, without: ReadonlySet<string> = new Set()): Found[] {
  const own = component.getAllProperties().flatMap((property) => {
    if (without.has(property.name)) return [];
    const place = `${path}/${property.name.toUpperCase()}`;
    const parameters = Object.entries((property.jCal as [string, Record<string, string | string[]>])[1]);
    return [
      ...property.getValues().map((value) => ({ text: written(value), path: place })),
      ...parameters.map(([name, value]) => ({ text: String(value), path: `${place};${name.toUpperCase()}` })),
      ...instantsOf(property, place),
    ];
  });
  const inner = component.getAllSubcomponents().flatMap((each) => leavesOf(each, `${path}/${each.name.toUpperCase()}`));
  return [...own, ...inner].filter(({ text }) => text.trim() !== '');
}

/** Dates and times in the basic form of the file (`20260704T090000`), which the parser rewrites. */
function written(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(';');
  if (value instanceof ICAL.Time || value instanceof ICAL.Period || value instanceof ICAL.UtcOffset) return value.toICALString();
  return (value as { toString(): string }).toString();
}

/** UTC by `Z`, by the file's own VTIMEZONE, or by an IANA name; a floating time and a mere date have none. */
function instantsOf(property: ICAL.Property, place: string): Found[] {
  const zone = property.getFirstParameter('tzid');
  return property.getValues().flatMap((value: unknown) => {
    if (!(value instanceof ICAL.Time) || value.isDate) return [];
    const utc = utcOf(value, typeof zone === 'string' ? zone : undefined);
    return utc === undefined ? [] : [{ text: utc, path: `${place}/utc` }];
  });
}

function utcOf(time: ICAL.Time, zone: string | undefined): string | undefined {
  if (time.zone !== ICAL.Timezone.localTimezone) return byOwnZone(time);
  if (zone === undefined) return undefined;
  const utc = fromZonedTime(time.toString(), zone);
  return Number.isNaN(utc.getTime()) ? undefined : utc.toISOString().replace('.000Z', 'Z');
}

/** The rules of a VTIMEZONE are looked at only here: one that cannot be followed gives no instant. */
function byOwnZone(time: ICAL.Time): string | undefined {
  try {
    return time.convertToZone(ICAL.Timezone.utcTimezone).toString();
  } catch {
    return undefined;
  }
}
