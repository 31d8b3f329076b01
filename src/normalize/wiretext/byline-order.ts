import { agencyOf } from '../lexicon/agencies.ts';
import { BIO_WORDS, inWords, POSSESSIVES, REPORT_VERBS } from '../lexicon/byline-words.ts';
import { isKnownCity } from '../lexicon/cities.ts';
import { isPersonName } from '../lexicon/names.ts';
import { isOrganisation } from './byline-organisation.ts';
import { cutLeadingTitle, readTitle } from './byline-title.ts';
import { isPlaceName } from './dateline-head.ts';

/**
 * Puts names first, as most bylines have them: `CNN's Jane Roe and Tom Poe` gives `Jane Roe and Tom Poe, CNN`, `Jane Roe is a staff
 * writer` gives `Jane Roe, staff writer`, `Inviato a Parigi Luca Rossi` gives `Luca Rossi, Inviato a Parigi`, `Aus Wien berichtet
 * Lena Wolf` gives `Lena Wolf, Aus Wien`. Any other text is returned as it is.
 */
export function namesFirst(text: string, language: string | undefined): string {
  return ownersFirst(text) ?? bio(text) ?? placeFirst(text, language) ?? titleFirst(text, language) ?? text;
}

/** `CNN's Jane Roe`, `AP's Jane Roe`. */
function ownersFirst(text: string): string | undefined {
  const [, owner, names] = /^(\p{Lu}[\p{L}\d .&-]{1,30}?)['’]s\s(\p{Lu}.{2,200})$/u.exec(text) ?? [];
  if (owner === undefined || names === undefined) return undefined;
  const isHouse = agencyOf(owner) !== undefined || isOrganisation(owner);
  return isHouse && isPersonName(firstOf(names)) ? `${names}, ${owner}` : undefined;
}

/** `Jane Roe is a staff writer`, also `… for the Harbor Ledger`. */
function bio(text: string): string | undefined {
  for (const words of BIO_WORDS) {
    const at = text.indexOf(` ${words} `);
    if (at === -1) continue;
    const name = text.slice(0, at);
    const title = text.slice(at + words.length + 2);
    const known = name.includes(' ') && isPersonName(name) && readTitle(title.split(/\s(?:for|at|with|of)\s/u)[0] ?? '') !== undefined;
    return known ? `${name}, ${title}` : undefined;
  }
  return undefined;
}

/** `Aus Wien berichtet Lena Wolf`. */
function placeFirst(text: string, language: string | undefined): string | undefined {
  const verb = REPORT_VERBS.find((word) => text.includes(` ${word} `));
  if (verb === undefined) return undefined;
  const [place = '', names = ''] = text.split(` ${verb} `);
  return startsWithPlace(place, language) && isPersonName(firstOf(names)) ? `${names}, ${place}` : undefined;
}

function startsWithPlace(text: string, language: string | undefined): boolean {
  const word = inWords(language).find((preposition) => text.toLowerCase().startsWith(`${preposition} `));
  return word !== undefined && isPlaceName(text.slice(word.length + 1));
}

/** `Inviato a Parigi Luca Rossi`, `Corresponsal en Washington, Ana Prado`: a function and a place before the names. */
function titleFirst(text: string, language: string | undefined): string | undefined {
  if (POSSESSIVES.has((text.split(' ')[0] ?? '').toLowerCase())) return undefined;
  const rest = cutLeadingTitle(text)?.rest;
  const word = inWords(language).find((preposition) => rest?.toLowerCase().startsWith(`${preposition} `) === true);
  if (rest === undefined || word === undefined) return undefined;
  const title = text.slice(0, text.length - rest.length).trim();
  const words = rest.slice(word.length + 1).split(' ');
  for (let count = 1; count <= Math.min(3, words.length - 1); count += 1) {
    const printed = words.slice(0, count).join(' ');
    const place = printed.replace(/[,:]$/u, '');
    const names = words.slice(count).join(' ');
    const ends = place !== printed ? isPlaceName(place) : isKnownCity(place);
    if (ends && isPersonName(firstOf(names))) return `${names}, ${title} ${word} ${place}`;
  }
  return undefined;
}

function firstOf(names: string): string {
  return names.split(/,|\s(?:and|und|et|y|e|och|og|en|ja|i|и)\s/u)[0]?.trim() ?? '';
}
