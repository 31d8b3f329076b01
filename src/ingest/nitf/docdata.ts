import type { Element } from 'domhandler';
import type { Found, ParsedItem, TimeField } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { all, at, children, filled } from '../tree.ts';
import { storyKeyOf } from './document-ids.ts';

/** `date.release` in `docdata` and, before NITF 3.0 made it so, elsewhere below `head`. */
export type DocFields = Pick<
  ParsedItem,
  'guid' | 'storyKey' | 'version' | 'supersedes' | 'kills' | 'pubStatus' | 'urgency' | 'ednotes' | 'markers' | 'times' | 'rights'
>;

/** Status words that take the named document back. */
const WITHDRAWN = /^(?:cancell?ed|withheld|killed?)$/i;

/** What `docdata`, `pubdata` and `revision-history` say about the document itself. */
export function docFields(head: Element | undefined): DocFields {
  const docdata = children(head, 'docdata')[0];
  const guid = filled(at(docdata, 'doc-id/@id-string'));
  const correction = children(docdata, 'correction')[0];
  const named = filled(at(docdata, '@management-doc-idref'));
  return defined({
    guid,
    storyKey: storyKeyOf(guid, head),
    version: filled(at(docdata, 'du-key/@version')),
    supersedes: orNothing([named, filled(at(correction, '@id-string'))].flatMap((found) => (found === undefined ? [] : [found.text]))),
    kills: orNothing(killsOf(docdata, guid)),
    pubStatus: filled(at(docdata, '@management-status')),
    urgency: filled(at(docdata, 'urgency/@ed-urg')),
    ednotes: orNothing([...all(docdata, 'ed-msg/@info'), ...all(correction, '@info')].flatMap(present)),
    markers: orNothing(markersOf(docdata, correction)),
    times: timesOf(head, docdata),
    rights: rightsOf(docdata),
  });
}

/** The document that this one takes back, and a canceled document itself; by the key that all its revisions share. */
function killsOf(docdata: Element | undefined, guid: Found | undefined): NonNullable<ParsedItem['kills']> {
  const status = at(docdata, '@management-status')?.text.trim() ?? '';
  const named = filled(at(docdata, '@management-doc-idref'));
  const namedStatus = at(docdata, '@management-idref-status')?.text.trim() ?? '';
  const taken = [
    ...(named !== undefined && (WITHDRAWN.test(namedStatus) || (namedStatus === '' && WITHDRAWN.test(status))) ? [named] : []),
    ...(guid !== undefined && WITHDRAWN.test(status) && !/^withheld$/i.test(status) ? [guid] : []),
  ];
  return [...new Set(taken.flatMap((found) => [found.text, storyKeyOf(found, undefined)?.text ?? found.text]))].map((value) => ({
    by: 'doc-id',
    value,
  }));
}

function markersOf(docdata: Element | undefined, correction: Element | undefined): Found[] {
  const stated = correction === undefined ? [] : [{ text: 'correction', path: at(docdata, 'correction')?.path ?? 'correction' }];
  return [...stated, ...all(docdata, 'ed-msg/@msg-type').flatMap(present)];
}

/**
 * `date.release` is when readers may see the story: an embargo where it is not the moment of issue itself, which AAP and ANSA repeat
 * there. The first `revision-history` is the creation; where there is neither history nor version, the issue is.
 */
function timesOf(head: Element | undefined, docdata: Element | undefined): ParsedItem['times'] {
  const [issue, release] = [momentOf(docdata, 'date.issue'), momentOf(docdata, 'date.release')];
  const embargoed = /^embargoed$/i.test(at(docdata, '@management-status')?.text.trim() ?? '');
  const isEmbargo = release !== undefined && (embargoed || release.text !== issue?.text);
  const history = all(head, '//revision-history/@norm').flatMap(present);
  const first = [...history].sort((one, other) => compare(one.text, other.text))[0];
  const isFirst = !/[2-9]|1\d/.test(at(docdata, 'du-key/@version')?.text ?? '') && correctionless(docdata);
  const times: Partial<Record<TimeField, Found>> = defined({
    published: filled(all(head, '//pubdata/@date.publication')[0]) ?? (isEmbargo ? undefined : release),
    firstCreated: first ?? (isFirst ? issue : undefined),
    versionCreated: issue ?? history.at(-1),
    embargo: isEmbargo ? release : undefined,
    expires: momentOf(docdata, 'date.expire'),
  });
  return Object.keys(times).length === 0 ? undefined : times;
}

function correctionless(docdata: Element | undefined): boolean {
  return children(docdata, 'correction').length === 0 && at(docdata, '@management-doc-idref') === undefined;
}

/** The normalized form; some senders write the moment as text. */
function momentOf(docdata: Element | undefined, name: string): Found | undefined {
  return filled(at(docdata, `${name}/@norm`)) ?? filled(at(docdata, name));
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function rightsOf(docdata: Element | undefined): ParsedItem['rights'] {
  const [copyright, rights] = [children(docdata, 'doc.copyright')[0], children(docdata, 'doc.rights')[0]];
  const text = (element: Element | undefined, name: string): string | undefined => filled(at(element, `@${name}`))?.text;
  const [holder, year] = [text(copyright, 'holder'), text(copyright, 'year')?.slice(0, 4)];
  const restrictions = [text(rights, 'limitations'), text(rights, 'geography')].flatMap((value) => (value === undefined ? [] : [value]));
  const type = text(rights, 'type');
  const found = defined({
    holder: holder ?? text(rights, 'owner'),
    notice: holder === undefined || year === undefined ? undefined : `© ${holder} ${year}`,
    terms: type === undefined || /^none$/i.test(type) ? undefined : type,
    restrictions: orNothing(restrictions),
  });
  return Object.keys(found).length === 0 ? undefined : found;
}

function present(found: Found): Found[] {
  const read = filled(found);
  return read === undefined ? [] : [read];
}
