import type { Element } from 'domhandler';
import { ownText } from '../own-text.ts';
import { NAME_WORDS, ROLES, type Role } from './name-words.ts';

const LEXICON: ReadonlyMap<string, number> = lexicon();
/** Names are cut at what no class name needs. */
const LONGEST_NAMES = 400;
/** Attributes in which publishers name the parts of a page. */
const NAMING = new Set(['class', 'id', 'data-component', 'data-testid', 'data-type', 'itemprop', 'role', 'aria-label']);

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

/** Where an element carries its roles once they are known: all are asked many times, and a map beside the tree costs more than the answer. */
const KNOWN = Symbol('roles');
/** Answers for names, which repeat; forgotten when there are too many. */
const byNames = new Map<string, number>();
const MOST_NAMES = 20_000;

/** What the names of an element say it is, as bits of ROLES. */
export function rolesOf(element: Element & { [KNOWN]?: number | undefined }): number {
  return (element[KNOWN] ??= rolesFrom(element.attribs));
}

/** What a name says it is, such as the key of a value: `relatedArticles`. */
export function rolesNamed(name: string): number {
  return name === '' ? 0 : rolesOfAll(name.slice(0, LONGEST_NAMES));
}

function rolesFrom(attribs: Element['attribs']): number {
  let roles = 0;
  for (const name in attribs) if (NAMING.has(name)) roles |= rolesNamed(attribs[name] ?? '');
  const isHidden =
    attribs['hidden'] !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    (attribs['style'] !== undefined && /display:\s*none/.test(attribs['style']));
  return isHidden ? roles | HIDDEN : roles;
}

function rolesOfAll(names: string): number {
  let roles = byNames.get(names);
  if (roles === undefined) {
    roles = rolesOfNames(names);
    if (byNames.size >= MOST_NAMES) byNames.clear();
    byNames.set(ownText(names), roles);
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
