import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { textOf } from '../markup.ts';
import { all, at, child, children, filled, pathOf } from '../tree.ts';
import { codeOf, isPlaceholder, local, nameOf } from './code.ts';
import type { Given } from './given.ts';

type Agency = NonNullable<ParsedItem['agencies']>[number];
type Role = Agency['role'];

/** Roles of `infoSource` and of hops. Source: IPTC NewsCodes contentinfosourcerole, Reuters cRole, dpa dpaisrol; read 2026-11-25. */
const SOURCE_ROLES: Readonly<Record<string, Role>> = {
  origprov: 'originator',
  origcont: 'originator',
  originator: 'originator',
  creator: 'originator',
  rightsholder: 'rights-holder',
  aggregator: 'distributor',
  distributor: 'distributor',
  supplier: 'source',
};
/** Roles of a `creator` that is no person. */
const NOT_PERSONS = /^(?:source|origprov|supplier|provider|organisation)$/i;
/** A login, a number or an abbreviation (`kosel`, `meier.anna`, `YKN-CER`) signs nothing. */
const NAME = /^\p{L}[\p{L}\p{M}.'’-]*(?:\s+[\p{L}\p{M}.'’-]+){1,5}$/u;

/** Who publishes the item: by name, else as written; a code of a list of providers (`nprov:reuters`) is as good as a name. */
export function providerOf(given: Given): Found | undefined {
  const element = child(given.itemMeta, 'provider');
  const stated = element === undefined ? undefined : partyOf(element, given);
  return stated ?? filled(at(given.header, 'sender'));
}

/** Name, literal or code of a party. */
function partyOf(element: Element, given: Given): Found | undefined {
  const name = nameOf(element, given);
  if (name !== undefined) return name;
  const code = codeOf(element, given)?.code;
  return code === undefined || /^https?:/.test(code) ? undefined : { text: code, path: `${pathOf(element)}/@qcode` };
}

/** Sources of the content and the hops it took (`hopHistory`): whoever created it first is its originator. */
export function agenciesOf(given: Given): readonly Agency[] {
  const sources = children(given.contentMeta, 'infoSource').flatMap((element) =>
    agencyOf(element, SOURCE_ROLES[local(element.attribs['role']).toLowerCase()] ?? 'source', given),
  );
  const hops = all(given.item, 'hopHistory/hop').flatMap(({ element }, index) => {
    const party = child(element, 'party');
    const created = index === 0 && all(element, 'action/@qcode').some(({ text }) => local(text) === 'created');
    return party === undefined ? [] : agencyOf(party, created ? 'originator' : 'distributor', given);
  });
  const named = new Map<string, Agency>();
  for (const agency of [...sources, ...hops, ...creditsOf(given)]) {
    const key = agency.name.toLowerCase();
    if (!named.has(key)) named.set(key, agency);
  }
  return [...named.values()];
}

function agencyOf(element: Element, role: Role, given: Given): Agency[] {
  const name = partyOf(element, given)?.text;
  const code = codeOf(element, given)?.code;
  if (name === undefined || isPlaceholder(name)) return [];
  return [{ ...(code === undefined || code === name || /^https?:/.test(code) ? {} : { code }), name, role }];
}

/** `STT–AFP`, `dpa`: the agencies that must be named with a text. */
function creditsOf({ contentMeta }: Given): Agency[] {
  const line = filled(at(contentMeta, 'creditline'))?.text ?? '';
  return line
    .split(/[–/+]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '' && name.length <= 60 && !isPlaceholder(name))
    .map((name) => ({ name, role: 'source' as const }));
}

/** Printed bylines (`by`); an empty one says that there is none. */
export function bylinesOf({ contentMeta }: Given): readonly Found[] {
  return all(contentMeta, 'by').flatMap((found) => (isPlaceholder(found.text) ? [] : (filled(found) ?? [])));
}

/** Persons that the file states as data (`creator`, co-authors), where it has no printed byline. */
export function creatorsOf(given: Given): readonly Found[] {
  const { contentMeta, itemMeta } = given;
  if (child(contentMeta, 'by') !== undefined) return [];
  const houses = new Set(
    [
      ...children(contentMeta, 'infoSource'),
      ...children(itemMeta, 'provider'),
      ...all(given.item, 'rightsInfo/copyrightHolder').map((found) => found.element),
    ]
      .flatMap((element) => nameOf(element, given)?.text ?? [])
      .map((name) => name.toLowerCase()),
  );
  const authors = children(contentMeta, 'contributor').filter((element) => /author|reporter/i.test(local(element.attribs['role'])));
  return [...children(contentMeta, 'creator'), ...authors].flatMap((element) => {
    const name = nameOf(element, given);
    const isPerson = !NOT_PERSONS.test(local(element.attribs['role'])) && !/organi[sz]ation/i.test(element.attribs['type'] ?? '');
    return name !== undefined && isPerson && NAME.test(name.text) && !houses.has(name.text.toLowerCase()) ? [name] : [];
  });
}

/** Phones, addresses and mail of whoever sent or wrote it: for the desk only. */
export function contactsOf(given: Given): NonNullable<ParsedItem['contacts']> {
  return all(given.item, '//contactInfo').flatMap(({ element }) => {
    const owner = element.parent !== null && 'attribs' in element.parent ? nameOf(element.parent, given)?.text : undefined;
    return children(element).flatMap((detail) => {
      const value = foldSpace(textOf(detail));
      return value === '' ? [] : [{ ...(owner === undefined ? {} : { name: owner }), value }];
    });
  });
}

/** Holder, notice and terms of use; further terms (other languages, other roles) are restrictions. */
export function rightsOf(given: Given): ParsedItem['rights'] {
  const info = child(given.item, 'rightsInfo');
  if (info === undefined) return undefined;
  const holder = child(info, 'copyrightHolder');
  const name = holder === undefined ? undefined : nameOf(holder, given)?.text;
  const notices = ordered(all(info, 'copyrightNotice'), given);
  const [terms, ...others] = ordered(all(info, 'usageTerms'), given);
  const link = at(info, 'copyrightNotice/@href')?.text ?? at(info, 'link/@href')?.text;
  const rights = {
    ...(name === undefined ? {} : { holder: name }),
    ...(notices[0] === undefined ? {} : { notice: notices[0] }),
    ...(terms === undefined ? {} : { terms }),
    ...(others.length === 0 ? {} : { restrictions: others }),
    ...(link === undefined ? {} : { link }),
  };
  return Object.keys(rights).length === 0 ? undefined : rights;
}

/** Texts with those in the item's language first. */
function ordered(found: readonly { readonly text: string; readonly element: Element }[], { language }: Given): string[] {
  const own = (element: Element): number => ((element.attribs['xml:lang'] ?? '').slice(0, 2).toLowerCase() === language ? 0 : 1);
  return [...found]
    .sort((one, other) => own(one.element) - own(other.element))
    .map(({ text }) => foldSpace(text))
    .filter((text) => text !== '' && !isPlaceholder(text));
}
