import type { Element } from 'domhandler';
import type { Note } from '../../article/provenance.ts';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { children, localName } from '../tree.ts';
import { readXml } from '../xml.ts';
import { readNitf } from './read-nitf.ts';

/** What an NITF document inside another format says. */
export type InnerNitf = ReturnType<typeof readNitf>;

/** Fields that the NITF head gives where the outer document is silent. Identity, provider and moments of the version are always the outer one's. */
const FILLED = [
  'headline',
  'headlines',
  'abstract',
  'dateline',
  'bylines',
  'slugline',
  'pubStatus',
  'urgency',
  'language',
  'rights',
  'keywords',
  'genres',
  'subjects',
  'places',
  'people',
  'organisations',
] as const;
const MOMENTS = ['embargo', 'expires'] as const;

/** The NITF document that a string holds; undefined for anything else, also where its XML is broken. `path` = where the string stands. */
export function nitfInString(text: string, path: string): InnerNitf | undefined {
  if (!/^\s*(?:<\?xml|<!DOCTYPE nitf|<(?:[\w.-]{1,40}:)?nitf[\s>])/i.test(text)) return undefined;
  const root = rootOf(text);
  return root === undefined ? undefined : relocated(readNitf(root), path);
}

function rootOf(text: string): Element | undefined {
  try {
    return children(readXml(text)).find((element) => localName(element) === 'nitf');
  } catch (thrown) {
    if (thrown instanceof BadInput) return undefined;
    throw thrown;
  }
}

/** Places in the string are no places in the document: paths are put behind `path`, spans dropped. */
function relocated<Value>(value: Value, path: string): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => relocated(each, path)) as Value;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const members = Object.entries(value).filter(([name]) => name !== 'span' && name !== 'element');
  return Object.fromEntries(
    members.map(([name, each]) => [name, name === 'path' ? `${path}${String(each)}` : relocated(each as unknown, path)]),
  ) as Value;
}

/**
 * The outer document with what only the NITF inside it says: fields of its head, embargo and expiry, notes, contacts, media. The outer one wins;
 * where both speak and differ there is a note, and a status other than usable inside holds the item.
 */
export function withInner(outer: ParsedItem, inner: InnerNitf): ParsedItem {
  const filled = Object.fromEntries(
    FILLED.filter((name) => isSilent(outer[name]) && !isSilent(inner[name])).map((name) => [name, inner[name]]),
  ) as Partial<ParsedItem>;
  const moments = MOMENTS.flatMap((name) => {
    const found = inner.times?.[name];
    return outer.times?.[name] !== undefined || found === undefined ? [] : [[name, found] as const];
  });
  const { creators, ...rest } = outer;
  return {
    ...rest,
    ...filled,
    ...(creators === undefined || filled.bylines !== undefined ? {} : { creators }),
    ...(moments.length === 0 ? {} : { times: { ...outer.times, ...Object.fromEntries(moments) } }),
    ...joined(outer, inner),
    ...noted(outer, conflictsOf(outer, inner)),
  };
}

function isSilent(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** Lists that speak beside each other. */
function joined(outer: ParsedItem, inner: InnerNitf): Partial<ParsedItem> {
  const held = isHeld(outer, inner) ? [{ text: 'withhold', path: inner.pubStatus?.path ?? 'nitf' }] : [];
  const lists = {
    ednotes: [...(outer.ednotes ?? []), ...(inner.ednotes ?? [])],
    contacts: [...(outer.contacts ?? []), ...(inner.contacts ?? [])],
    media: [...(outer.media ?? []), ...(inner.media ?? [])],
    links: [...(outer.links ?? []), ...(inner.links ?? [])],
    markers: [...(outer.markers ?? []), ...(inner.markers ?? []), ...held],
    rest: [...(outer.rest ?? []), ...(inner.rest ?? [])],
  };
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0));
}

/** An embargo with its end is judged by that. */
function isHeld(outer: ParsedItem, { pubStatus, times }: InnerNitf): boolean {
  if (outer.pubStatus === undefined || pubStatus === undefined || /^usable$/i.test(pubStatus.text)) return false;
  return !(/^embargoed$/i.test(pubStatus.text) && times?.embargo !== undefined);
}

function noted(outer: ParsedItem, notes: readonly Note[]): Partial<ParsedItem> {
  return notes.length === 0 ? {} : { notes: [...(outer.notes ?? []), ...notes] };
}

function conflictsOf(outer: ParsedItem, inner: InnerNitf): Note[] {
  const pairs: readonly (readonly [path: string, outer: Found | undefined, inner: Found | undefined])[] = [
    ['status.pubStatusRaw', outer.pubStatus, inner.pubStatus],
    ['status.embargo', outer.times?.embargo, inner.times?.embargo],
    ['status.expires', outer.times?.expires, inner.times?.expires],
    ['dateline', outer.dateline, inner.dateline],
    ['byline', outer.bylines?.[0], inner.bylines?.[0]],
  ];
  return pairs.flatMap(([path, one, other]) =>
    one === undefined || other === undefined || isSame(one.text, other.text)
      ? []
      : [{ code: 'nitf.head-conflict', path, detail: `${one.text} | ${other.text}` }],
  );
}

/** Letters and digits decide, and one form may be shorter: `stat:usable` and `usable`. */
function isSame(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')) as [string, string];
  return first.includes(second) || second.includes(first);
}
