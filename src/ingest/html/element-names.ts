import type { Element } from 'domhandler';
import { NAME_WORDS, ROLES, type Role } from './name-words.ts';

const LEXICON: ReadonlyMap<string, number> = lexicon();
/** Names are cut at what no class name needs. */
const LONGEST_NAMES = 400;
/** Attributes in which publishers name the parts of a page. */
const NAMING = ['class', 'id', 'data-component', 'data-testid', 'data-type', 'itemprop', 'role', 'aria-label'];

function lexicon(): Map<string, number> {
  const found = new Map<string, number>();
  ROLES.forEach((role, place) => {
    for (const word of NAME_WORDS[role].split(' ')) found.set(word, (found.get(word) ?? 0) | (1 << place));
  });
  return found;
}

/** Some roles as one set of bits. */
export function bitsOf(...roles: readonly Role[]): number {
  return roles.reduce((bits, role) => bits | (1 << ROLES.indexOf(role)), 0);
}

const HIDDEN = bitsOf('hidden');

const known = new WeakMap<Element, number>();
/** Answers for names, which repeat; forgotten when there are too many. */
const byNames = new Map<string, number>();
const MOST_NAMES = 5_000;

/** What the names of an element say it is, as bits of ROLES. */
export function rolesOf(element: Element): number {
  let roles = known.get(element);
  if (roles === undefined) known.set(element, (roles = rolesFrom(element.attribs)));
  return roles;
}

/** What a name says it is, such as the key of a value: `relatedArticles`. */
export function rolesNamed(name: string): number {
  return name === '' ? 0 : rolesOfAll(name.slice(0, LONGEST_NAMES));
}

function rolesFrom(attribs: Element['attribs']): number {
  let names = '';
  for (const name of NAMING) {
    const value = attribs[name];
    if (value !== undefined) names += ` ${value}`;
  }
  const isHidden =
    attribs['hidden'] !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    (attribs['style'] !== undefined && /display:\s*none/.test(attribs['style']));
  const roles = names === '' ? 0 : rolesOfAll(names.slice(0, LONGEST_NAMES));
  return isHidden ? roles | HIDDEN : roles;
}

function rolesOfAll(names: string): number {
  let roles = byNames.get(names);
  if (roles === undefined) {
    roles = rolesOfNames(names);
    if (byNames.size >= MOST_NAMES) byNames.clear();
    byNames.set(names, roles);
  }
  return roles;
}

/** `ArticleBody__related-links`: each word and each pair of words counts. */
function rolesOfNames(names: string): number {
  let roles = 0;
  for (const name of names.trim().split(/\s+/)) {
    let before = '';
    const words = name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase().split(/[^\p{L}]+/u); // prettier-ignore
    for (const word of words) {
      if (word === '') continue;
      roles |= (LEXICON.get(word) ?? 0) | (before === '' ? 0 : (LEXICON.get(`${before}-${word}`) ?? 0));
      before = word;
    }
  }
  return roles;
}
