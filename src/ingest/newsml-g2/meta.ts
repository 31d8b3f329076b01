import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedItem, TimeField } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { textOf } from '../markup.ts';
import { all, at, child, children, filled, pathOf } from '../tree.ts';
import { codeOf, isPlaceholder, local, nameOf } from './code.ts';
import type { Given } from './given.ts';

/** Roles of `description` that sum the text up. Source: IPTC NewsCodes descriptionrole, dpa, Reuters, GlobeNewswire; read 2026-11-25. */
const SUMMARIES = /^(?:summary|teaser|intro|abstract|short)$/i;
const CAPTIONS = /^(?:video)?caption$/i;
/** Descriptions of the sound track, of recognised themes, of a script: no words under a picture. */
const NO_CAPTIONS = /^(?:audio|semantics|moreinfo|script|keywords)$/i;
/** A moment that Reuters' online packages put into the dateline. */
const MOMENT = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/;
/** Notes that are nothing but contacts. */
const CONTACT_ROLES = /contacts?$/i;

/** `stat:usable` as written; an element that says nothing is no permission. */
export function pubStatusOf(given: Given): Found | undefined {
  const element = child(given.itemMeta, 'pubStatus');
  if (element === undefined) return undefined;
  const qcode = filled(at(element, '@qcode'));
  if (qcode !== undefined) return qcode;
  const code = codeOf(element, given)?.code ?? nameOf(element, given)?.text ?? 'unstated';
  return { text: code, path: pathOf(element) };
}

/** An empty `embargoed` is an embargo without a known end. Where a text states no moment of its own, that of its content is the nearest. */
export function timesOf({ item, itemMeta, contentMeta, header }: Given, isText: boolean): Partial<Record<TimeField, Found>> | undefined {
  const embargo = at(itemMeta, 'embargoed');
  const contentCreated = filled(at(contentMeta, 'contentCreated'));
  const updated = filled(at(contentMeta, 'contentModified'));
  const times = defined({
    firstCreated: filled(at(itemMeta, 'firstCreated')) ?? (isText ? contentCreated : undefined),
    versionCreated: filled(at(itemMeta, 'versionCreated')) ?? (isText ? (updated ?? contentCreated) : undefined),
    contentCreated,
    updated,
    sent: filled(at(header, 'sent') ?? at(header, 'Sent')),
    embargo: embargo === undefined ? undefined : (filled(embargo) ?? { text: '', path: embargo.path }),
    expires: filled(at(itemMeta, 'expires') ?? at(item, 'rightsInfo/expires')),
  });
  return Object.keys(times).length === 0 ? undefined : times;
}

/** Notes to editors, with whatever markup they hold as text; those that are contacts apart. */
export function notesOf({ itemMeta }: Given): { readonly ednotes: readonly Found[]; readonly contacts: readonly { value: string }[] } {
  const notes = [...all(itemMeta, 'edNote'), ...all(itemMeta, 'ednote')].flatMap(({ element, path }) => {
    const text = textOf(element)
      .replace(/[^\S\n]+/g, ' ')
      .replace(/ ?\n[\s]*/g, '\n')
      .trim();
    return text === '' ? [] : [{ text, path, role: local(element.attribs['role']) }];
  });
  return {
    ednotes: notes.filter(({ role }) => !CONTACT_ROLES.test(role)).map(({ text, path }) => ({ text, path })),
    contacts: notes.filter(({ role }) => CONTACT_ROLES.test(role)).map(({ text }) => ({ value: text })),
  };
}

/** Signals, and the names that STT and dpa give to the role and service of a text: `Oikaisu`, `Viiva`. */
export function markersOf(given: Given): readonly Found[] {
  const signals = all(given.itemMeta, 'signal/@qcode');
  const uris = children(given.itemMeta, 'signal').flatMap((element) => {
    const code = element.attribs['qcode'] === undefined ? codeOf(element, given) : undefined;
    return code === undefined ? [] : [{ text: `${code.scheme ?? 'sig'}:${code.code}`, path: pathOf(element) }];
  });
  const named = ['role', 'service'].flatMap((name) => children(given.itemMeta, name)).flatMap((element) => nameOf(element, given) ?? []);
  return [...signals.map(({ text, path }) => ({ text: text.trim(), path })), ...uris, ...named];
}

export interface Heads {
  readonly headline: Found | undefined;
  readonly headlines: readonly { readonly role: string; readonly text: string }[];
}

/** The main headline: the first without a role or ranked first; the others by role or rank. */
export function headlinesOf({ contentMeta }: Given): Heads {
  const found = all(contentMeta, 'headline').filter(({ text }) => text.trim() !== '');
  const main = found.find(({ element }) => isMain(element)) ?? found[0];
  return {
    headline: filled(main),
    headlines: found
      .filter((each) => each !== main)
      .map(({ text, element }) => ({
        role: local(element.attribs['role']) || `rank ${element.attribs['rank'] ?? '?'}`,
        text: foldSpace(text),
      })),
  };
}

function isMain(element: Element): boolean {
  const { role, rank } = element.attribs;
  return role === undefined ? rank === undefined || rank === '1' : /^(?:main|headline)$/i.test(local(role));
}

/** The summary; for a text whatever else describes it, unless that only repeats slug and headline as Reuters does. */
export function abstractOf({ contentMeta }: Given, isText: boolean): Found | undefined {
  const found = all(contentMeta, 'description').filter(({ text }) => text.trim() !== '');
  const summary = found.find(({ element }) => SUMMARIES.test(local(element.attribs['role'])));
  if (summary !== undefined || !isText) return clean(summary);
  const headline = at(contentMeta, 'headline')?.text.trim() ?? '';
  return clean(
    found.find(
      ({ element, text }) =>
        (element.attribs['role'] === undefined || CAPTIONS.test(local(element.attribs['role']))) &&
        !(headline !== '' && text.trim().endsWith(`:${headline}`)),
    ),
  );
}

/** What is written under a picture, or describes a film or a sound. */
export function captionOf({ contentMeta }: Given): Found | undefined {
  const found = all(contentMeta, 'description').filter(
    ({ text, element }) => text.trim() !== '' && !NO_CAPTIONS.test(local(element.attribs['role'])),
  );
  return clean(found.find(({ element }) => CAPTIONS.test(local(element.attribs['role']))) ?? found[0]);
}

export function datelineOf({ contentMeta }: Given): Found | undefined {
  const found = filled(at(contentMeta, 'dateline'));
  return found === undefined || MOMENT.test(found.text) || isPlaceholder(found.text) ? undefined : found;
}

/** Links of the item: `irel:seeAlso` gives `seeAlso`. A link to an earlier version under another id says what this replaces. */
export function linksOf({ itemMeta, contentMeta }: Given): NonNullable<ParsedItem['links']> {
  return [...children(itemMeta, 'link'), ...children(contentMeta, 'link')].flatMap((element) => {
    const { href, residref, guidref, contenttype, size } = element.attribs;
    const url = href?.trim();
    const id = (residref ?? guidref)?.trim();
    const title = at(element, 'title')?.text.trim() ?? '';
    if ((url ?? '') === '' && (id ?? '') === '') return [];
    return [
      {
        rel: local(element.attribs['rel']) || 'related',
        ...(url === undefined || url === '' ? {} : { url }),
        ...(id === undefined || id === '' ? {} : { id }),
        ...(title === '' ? {} : { title }),
        ...(contenttype === undefined ? {} : { type: contenttype }),
        ...(/^\d{1,12}$/.test(size ?? '') ? { length: Number(size) } : {}),
      },
    ];
  });
}

export function supersedesOf(given: Given): readonly string[] {
  const guid = given.item.attribs['guid'];
  return linksOf(given).flatMap(({ rel, id }) =>
    /^(?:prev(?:ious)?version|replaces|supersedes)$/i.test(rel) && id !== undefined && id !== guid ? [id] : [],
  );
}

export function altIdsOf({ contentMeta, item }: Given): NonNullable<ParsedItem['altIds']> {
  const stated = all(contentMeta, 'altId').map(({ element, text }) => ({
    role: local(element.attribs['type']) || 'altId',
    value: text.trim(),
  }));
  const versioned = all(item, 'itemMeta/versionedId/@guid').map(({ text }) => ({ role: 'versionedId', value: text.trim() }));
  return [...stated, ...versioned].filter(({ value }) => value !== '');
}

function clean(found: Found | undefined): Found | undefined {
  const trimmed = filled(found);
  return trimmed === undefined || isPlaceholder(trimmed.text) ? undefined : { ...trimmed, text: trimmed.text.replace(/\s+/g, ' ') };
}
