import type { Element } from 'domhandler';
import type { Found, ParsedConcept } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { all, at, children, filled } from '../tree.ts';
import { splitUri } from './catalog.ts';
import type { Given } from './given.ts';

/** What systems write where they have nothing: Reuters 2013 to 2018, STT. */
const PLACEHOLDER = /^(?:no-data-available|n\/a)$|~~/i;
/** Names meant for machines or lists. */
const SHORT_NAMES = /(?:mnemonic|short)$/i;

/** `medtop:04000000` as vocabulary and code; the alias is kept as the document writes it. */
export interface Code {
  readonly scheme?: string;
  readonly code: string;
}

/** The code of an element: `qcode`, else `uri`. A placeholder is none. */
export function codeOf(element: Element, { catalog }: Given): Code | undefined {
  const qcode = element.attribs['qcode']?.trim() ?? '';
  if (qcode !== '') return splitQCode(qcode);
  const uri = element.attribs['uri']?.trim() ?? '';
  return uri === '' ? undefined : splitUri(uri, catalog);
}

/** `stat:usable`, `sttlocmeta:default:8975` (the alias ends at the first colon); undefined for a placeholder. */
export function splitQCode(qcode: string): Code | undefined {
  const mark = qcode.indexOf(':');
  const code = qcode.slice(mark + 1);
  if (code === '' || PLACEHOLDER.test(code)) return undefined;
  return mark <= 0 ? { code } : { scheme: qcode.slice(0, mark), code };
}

/** The name of a concept: in the item's language where it has one, else the first; then its `literal`. */
export function nameOf(element: Element, { language }: Given): Found | undefined {
  const names = all(element, 'name').filter((found) => found.text.trim() !== '' && !PLACEHOLDER.test(found.text.trim()));
  const printed = names.filter((found) => !SHORT_NAMES.test(found.element.attribs['role'] ?? ''));
  const wanted = printed.find((found) => (found.element.attribs['xml:lang'] ?? '').slice(0, 2).toLowerCase() === language);
  const literal = filled(at(element, '@literal'));
  return filled(wanted ?? printed[0] ?? names[0]) ?? (literal === undefined || PLACEHOLDER.test(literal.text) ? undefined : literal);
}

/** Code and name of a subject, genre or the like; the document's own `assert` may know the name. */
export function conceptOf(element: Element, given: Given): ParsedConcept | undefined {
  const code = codeOf(element, given);
  const name = nameOf(element, given) ?? assertedName(element, given);
  if (code === undefined && name === undefined) return undefined;
  const altCodes = sameAsOf(element);
  return defined({ ...code, name: name?.text, altCodes: altCodes.length === 0 ? undefined : altCodes });
}

function sameAsOf(element: Element): { scheme: string; code: string }[] {
  return children(element, 'sameAs').flatMap((same) => {
    const { scheme, code } = splitQCode(same.attribs['qcode']?.trim() ?? '') ?? {};
    return scheme === undefined || code === undefined ? [] : [{ scheme, code }];
  });
}

/** What the document says elsewhere about the concept that an element refers to. */
export function assertOf(element: Element, { asserts }: Given): Element | undefined {
  const qcode = element.attribs['qcode'] ?? '';
  return asserts.get(qcode) ?? asserts.get(element.attribs['literal'] ?? '') ?? asserts.get(qcode.slice(qcode.lastIndexOf(':')));
}

/**
 * The `assert` elements of an item by code and literal. STT's location asserts (`sttlocmeta:rich:8249`) share only their number with the
 * subject (`sttlocationalias:8249`), so that is a key as well.
 */
export function assertsOf(item: Element): ReadonlyMap<string, Element> {
  const known = new Map<string, Element>();
  for (const element of children(item, 'assert')) {
    const { qcode = '', literal = '' } = element.attribs;
    const number = /^\w+:\w+(:\d+)$/.exec(qcode)?.[1];
    for (const key of [qcode, literal, number ?? '']) if (key !== '') known.set(key, element);
  }
  return known;
}

function assertedName(element: Element, given: Given): Found | undefined {
  const asserted = assertOf(element, given);
  return asserted === undefined ? undefined : nameOf(asserted, given);
}

/** The part behind the alias: `drol:summary` is a summary whatever the alias is called. */
export function local(qcode: string | undefined): string {
  return (qcode ?? '').slice((qcode ?? '').lastIndexOf(':') + 1).trim();
}

/** Whether a text stands for "nothing". */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text.trim()) || /^no-data-available\b/i.test(text.trim());
}
