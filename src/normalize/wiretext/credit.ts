import type { CreditFlag } from '../../article/media.ts';
import { foldSpace } from '../../article/fold-space.ts';
import { agenciesIn, agencyOf } from '../lexicon/agencies.ts';
import { FLAG_PARTS } from '../lexicon/credit-flags.ts';
import { CREDIT_LABELS, CREDIT_PHRASES } from '../lexicon/credit-labels.ts';
import { CREDIT_FILLERS, CREDIT_NAMES, NOBODY, ORGANISATION_WORDS, PLATFORMS } from '../lexicon/credit-names.ts';
import { displayName, isPersonName } from '../lexicon/names.ts';

/** The names in one credit line. */
export interface CreditNames {
  readonly photographers: readonly string[];
  readonly organisations: readonly string[];
  readonly flags: readonly CreditFlag[];
  readonly licence?: string;
  /** True where it names an agency or platform that the tables know, or a flag. */
  readonly known: boolean;
  /** True where every part has the shape of a name: nothing reads like a sentence. */
  readonly explained: boolean;
  /** True where the parts that no table knows hold capitalized words only. */
  readonly tidy: boolean;
  readonly labelled: boolean;
}

const LABEL = `(?:${CREDIT_LABELS.join('|')})\\s{0,2}[:：]|credits?(?:\\.{3}|…)|(?:${CREDIT_PHRASES.join('|')})(?=[\\s:]|$):?|©|\\(c\\)(?!\\w)|℗`;
/** A label at the start of a string, with what follows it up to the first name. */
export const LABEL_START = new RegExp(`^[\\s/([\\-–—|]{0,6}(?:${LABEL})\\s{0,3}`, 'iu');
/** Any label; its place in the string tells whether it begins a credit. */
export const LABEL_ANYWHERE = new RegExp(LABEL, 'giu');

const LICENCE = /\(?\b(CC[ -](?:BY|0)(?:[ -](?:SA|ND|NC))*(?:[ -]?\d\.\d)?(?:[ -][A-Z]{2})?)\b\)?/u;
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/gu;
const DATE = /(?:^|\s)(?:\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:19|20)\d\d)(?:[ ,]+\d{1,2}[:.]\d\d)?(?=$|\s)/gu;
const SEPARATORS =
  /(?:(?<!\s)\s+)?[/|;•·＝=]\s*|(?<!\s)\s+[—–-]\s+|(?:(?<!\s)\s+)?[—–]\s*|,\s+|(?<!\s)\s+(?:via|VIA|Via|through)\s+|^via\s+|(?<!\s)\s+(?:for|pour|para|für|voor|för)\s+(?=\p{Lu}|the\s)/u;
const AND = /(?<!\s)\s+(?:and|und|et|y|e|og|och|ja|en|i|&|\+|with|mit|avec|con)\s+/u;
const AGENCY_NOUN =
  /^(?:the\s{1,20})?(.{1,300}?)[\s-]{1,20}(?:photos?|fotos?|pictures?|pix|images?|bild(?:er)?|pics?|photographer|handout|graphics?|video|stringer|via)$/iu;

interface Reading {
  photographers: string[];
  organisations: string[];
  flags: Set<CreditFlag>;
  known: boolean;
  explained: boolean;
  tidy: boolean;
}

interface Part {
  readonly text: string;
  readonly index: number;
  readonly parts: readonly string[];
  readonly byline: boolean;
  readonly labelled: boolean;
  /** The label says that there are several pictures: `Fotos: A, B`. */
  readonly plural: boolean;
  /** The whole credit, for the separators between the parts. */
  readonly source: string;
  readonly language: string | undefined;
}

/** Reads the names of a credit line: persons before organisations or behind them, "via" chains, staff codes and flags. */
export function readCredit(raw: string, given: { readonly language?: string } = {}): CreditNames {
  const whole = foldSpace(raw.slice(0, 600).replace(INVISIBLE, '').replace(/\(c\)/giu, '©').normalize('NFC'));
  const licence = LICENCE.exec(whole)?.[1];
  const label = LABEL_START.exec(whole);
  const text = bare(whole);
  const parts = text
    .split(SEPARATORS)
    .map((part) => bare(part))
    .filter((part) => part !== '');
  const reading: Reading = { photographers: [], organisations: [], flags: flagsOfLabels(whole), known: false, explained: true, tidy: true };
  const byline = /\b(?:by|von|par|por|av|af|door|przez)\s*$/iu.test(label?.[0].trimEnd() ?? '');
  const plural = /^\W{0,3}(?:fotos|photos|photographs|pictures|images|bilder|imágenes|imagens|kuvat|zdjęcia)\b/iu.test(label?.[0] ?? '');
  parts.forEach((part, index) => {
    readPart({ text: part, index, parts, byline, labelled: label !== null, plural, source: text, language: given.language }, reading);
  });
  return {
    photographers: [...new Set(reading.photographers)],
    organisations: [...new Set(reading.organisations)],
    flags: [...reading.flags],
    ...(licence === undefined ? {} : { licence }),
    known: reading.known || reading.flags.size > 0,
    explained: reading.explained,
    tidy: reading.tidy,
    labelled: label !== null,
  };
}

/** A credit as it must be printed: without label, brackets and archive note. */
export function printedCredit(raw: string): string {
  const text = foldSpace(raw.replace(INVISIBLE, ''));
  const inner = /^\((.*)\)$/u.exec(text)?.[1] ?? text;
  return inner
    .replace(LABEL_START, '')
    .replace(LABEL_START, '')
    .replace(/,\s*(?:file|archiv|archives?|archivo|arkiv)$/iu, '')
    .replace(/^[\s/]+/u, '')
    .replace(/(?<![\s.])[\s.]+$/u, '');
}

/** Without brackets, labels, years, licences and final stops; brackets inside become separators. */
function bare(text: string): string {
  let rest = text
    .replace(LICENCE, ' ')
    .replace(
      /(?:[.,]\s*|(?<!\s)\s+)?\b(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados)\b\.?/giu,
      ' ',
    )
    .replace(DATE, ' ')
    .trim();
  rest = rest
    .replace(/^[([（]\s*|(?:(?<!\s)\s+)?[)\]）]$/gu, '')
    .replace(/(?:(?<!\s)\s+)?[([]\s*/gu, ' / ')
    .replace(/(?:(?<!\s)\s+)?[)\]]/gu, ' ');
  for (let turn = 0; turn < 3; turn += 1) rest = rest.replace(LABEL_START, '').replace(/^copyright\s+(?:by\s+)?/iu, '');
  return rest
    .replace(/^[\s,:/|–—-]+|(?<![\s,:/|–—-])[\s,:/|–—-]+$/gu, '')
    .replace(/(?<=\p{Ll}{2})\.$/u, '')
    .replace(/^[Tt]he (?=\p{Lu}{2,}\.?$)/u, '')
    .replace(/(?<=\p{Lu}{2})\.$/u, '')
    .trim();
}

/** `Illustration: …`, `Archivfoto: …`: the label itself is a flag. */
function flagsOfLabels(text: string): Set<CreditFlag> {
  const printed = LABEL_START.exec(text)?.[0];
  if (printed === undefined) return new Set();
  const label = printed
    .replace(/[\s:：([]/gu, ' ')
    .trim()
    .toLowerCase();
  const word = label.replace(/ (?:by|von|de|par|av|via|from)$/u, '');
  const flag =
    FLAG_PARTS[label] ??
    FLAG_PARTS[word] ??
    (/\b(?:courtesy|cortes[ií]a)\b/u.test(word) ? 'courtesy' : /^pool\b/u.test(word) ? 'pool' : undefined);
  // A label may follow another: `Imagen: Cortesía …`.
  return new Set([...(flag === undefined ? [] : [flag]), ...flagsOfLabels(text.slice(printed.length))]);
}

function readPart(part: Part, reading: Reading): void {
  const key = part.text.toLowerCase().replaceAll('’', "'");
  if (NOBODY.has(key) || /^[\d\s.:,-]*$/u.test(key)) return;
  const flag = FLAG_PARTS[key];
  if (flag !== undefined) {
    reading.flags.add(flag);
    if (flag === 'pool') reading.organisations.push('Pool');
    return;
  }
  if (readFlagged(part, reading)) return;
  const organisation = knownOrganisation(part.text);
  if (organisation !== undefined) {
    reading.known = true;
    reading.organisations.push(...organisation);
    return;
  }
  const named = /^(?:fotos?|photos?|fot\.?|ph\.?)\s+(\p{Lu}.{3,60})$/iu.exec(part.text)?.[1];
  if (named === undefined || !isPersonName(named)) {
    readUnknown(part, reading);
    return;
  }
  if (named.includes(' ') && part.parts.length > 1) reading.known = true;
  readUnknown({ ...part, text: named, labelled: true }, reading);
}

/** `Archivo El País`, `Courtesy of …`, `AP File`: a flag and a name in one part. */
function readFlagged(part: Part, reading: Reading): boolean {
  const lead =
    /^(archivo|archives?|archiv|arquivo|archivio|arkiv|file|pool|handout|courtesy(?: of)?|cortesía(?: de)?|screenshot|screengrab|captura|capture d'écran)[\s:]{1,20}(.{2,})$/iu.exec(
      part.text,
    );
  const tail =
    /^(.{2,300}?)[\s-]{1,20}(file|files|archives?|archiv|archivo|handout|pool|screengrab|screenshot|file photo|archivbild|illustration)$/iu.exec(
      part.text,
    );
  const [word, name] = lead === null ? [tail?.[2], tail?.[1]] : [lead[1], lead[2]];
  if (word === undefined || name === undefined) return false;
  if (lead === null && knownOrganisation(name) === undefined && !isPersonName(name)) return false;
  if (lead !== null && (isProse(name) || /^(?:del|de la|des|du|der|of the)\s\p{Ll}/u.test(name))) return false;
  readPart({ ...part, text: word.replace(/ (?:of|de)$/iu, '') }, reading);
  const at = lead !== null && /^(?:court|cortes)/iu.test(word) ? { ...part, text: name, index: 1 } : { ...part, text: name };
  if (lead !== null && /^(?:archi|arqui|court|cortes|pool)/iu.test(word) && !isKnownOrPerson(name)) reading.organisations.push(name);
  else if (lead !== null && /^archivo|^arquivo|^archivio/iu.test(word)) reading.organisations.push(...(knownOrganisation(name) ?? [name]));
  else readPart(at, reading);
  return true;
}

function isKnownOrPerson(name: string): boolean {
  return knownOrganisation(name) !== undefined || isPersonName(name);
}

/** Agencies by table, also as `AP Photo`, `dpa-Bild`, `AFP-JIJI`; platforms, also as `pixabay.com`. */
function knownOrganisation(text: string): readonly string[] | undefined {
  const platform = PLATFORMS[text.toLowerCase()] ?? PLATFORMS[text.toLowerCase().replace(/^www\.|\.(?:com|de|org|net|fr)$/gu, '')];
  if (platform !== undefined) return [platform];
  const agency = agencyOf(text);
  if (agency !== undefined) return [CREDIT_NAMES[agency.code] ?? agency.code];
  const noun = AGENCY_NOUN.exec(text)?.[1];
  if (noun !== undefined) {
    const owner = /^pool$/iu.test(noun) ? undefined : agencyOf(noun);
    if (owner !== undefined) return [CREDIT_NAMES[owner.code] ?? owner.code];
    // `EP Photo`: initials in front of the word are an agency's, known or not.
    if (/^\p{Lu}{2,5}$/u.test(noun) && noun !== 'POOL') return [noun];
  }
  const behind = /^(?:fotos?|photos?|bild|image|ph\.?)\s+(.{2,40})$/iu.exec(text)?.[1];
  const named = behind === undefined ? undefined : agencyOf(behind);
  if (named !== undefined) return [CREDIT_NAMES[named.code] ?? named.code];
  const list = /[-+&]/u.test(text) ? agenciesIn(text.replaceAll('&', '+')) : [];
  return list.length > 1 ? list.map(({ code }) => code) : undefined;
}

/** A part that no table knows: a person, a user of a platform, or an organisation, by its shape and its place in the chain. */
function readUnknown(part: Part, reading: Reading): void {
  const { text } = part;
  const pool = /^pool\b/iu.test(text);
  if (pool) {
    reading.flags.add('pool');
    reading.organisations.push('Pool');
    return;
  }
  const people = text.split(AND);
  if (people.length > 1 && people.length < 6 && people.every((name) => isPerson(name, part))) {
    people.forEach((name) => reading.photographers.push(displayName(name, part.language)));
    return;
  }
  const platformed = /^(.{2,40}?)\s+(?:on|auf|sur|en|at|bei|from|for|för|på)\s+(.{2,30})$/u.exec(text);
  const site = knownOrganisation(platformed?.[2] ?? '');
  if (platformed?.[1] !== undefined && site !== undefined) {
    reading.photographers.push(displayName(platformed[1], part.language));
    reading.organisations.push(...site);
    reading.known = true;
    return;
  }
  const joined = /^(.{3,40}?)-(\p{Lu}.{1,40})$/u.exec(text);
  const owner = knownOrganisation(joined?.[2] ?? '');
  if (joined?.[1] !== undefined && owner !== undefined && isPersonName(joined[1])) {
    reading.photographers.push(displayName(joined[1], part.language));
    reading.organisations.push(...owner);
    reading.known = true;
    return;
  }
  if (reading.photographers.includes(displayName(text, part.language))) return;
  if (isPhotographer(part, reading)) reading.photographers.push(text.startsWith('@') ? text : displayName(text, part.language));
  else reading.organisations.push(text);
  if (isProse(text)) reading.explained = false;
  if (text.split(' ').some((word) => isPlain(word))) reading.tidy = false;
}

function isPhotographer(part: Part, reading: Reading): boolean {
  const { text, index, parts, byline } = part;
  if (text.startsWith('@')) return true;
  if (hasOrganisationWord(text)) return false;
  if (reading.photographers.length > 0) return isNextInList(part, reading);
  const words = text.split(' ');
  const next = parts[index + 1];
  const beforePlatform = next !== undefined && words.length <= 2 && isPlatform(next);
  if (beforePlatform) return true;
  const user = index > 0 && index === parts.length - 1 && /^[\p{Ll}\d_.]{3,30}$/u.test(text) && isPlatform(parts[index - 1] ?? '');
  if (user) return true;
  const behindSite = index > 0 && index === parts.length - 1 && words.length > 1 && /\.\p{Ll}{2,8}$/u.test(parts[index - 1] ?? '');
  if (behindSite) return true;
  const initials = part.labelled && parts.length === 2 && index === 0 && /^(?:\p{Lu}\.?){2}$/u.test(text);
  if (initials) return true;
  if (/\.\p{Ll}{2,8}$/u.test(text)) return false;
  return isPersonName(text) && (words.length > 1 || byline);
}

/** `Jane Model, John Sample/AFP`: a second name behind a comma, with an organisation still to come. */
function isNextInList({ text, index, parts, source, plural }: Part, reading: Reading): boolean {
  const before = parts[index - 1] ?? '';
  const after = parts[index + 1];
  if (plural && parts.every((name) => name.includes(' ') && isPersonName(name) && !hasOrganisationWord(name))) return true;
  if (after === undefined || !text.includes(' ') || !source.includes(`${before}, ${text}`)) return false;
  return (
    reading.photographers.at(-1)?.toLowerCase() === before.toLowerCase() && isPersonName(text) && knownOrganisation(after) !== undefined
  );
}

function isPerson(name: string, part: Part): boolean {
  return isPersonName(name) && !hasOrganisationWord(name) && (name.includes(' ') || part.byline);
}

function isPlatform(text: string): boolean {
  const key = text.toLowerCase().replace(/^www\.|\.(?:com|de|org|net|fr)$/gu, '');
  return PLATFORMS[key] !== undefined;
}

function hasOrganisationWord(text: string): boolean {
  return text.split(' ').some((word) => ORGANISATION_WORDS.has(word.toLowerCase().replace(/[.,]$/u, '')));
}

/** Three words in lower case that join no names, a colon or a stop inside: a sentence, not a name. */
function isProse(text: string): boolean {
  const words = text.split(' ');
  const plain = words.filter(isPlain).length;
  if (plain > 2 || words.length > 8 || (plain === 2 && words.length > 4)) return true;
  return /[:：]\s|[!?]/u.test(text) || /(?:(?<!\p{L})\p{L}{3,}|(?<!\p{N})\p{N}{2,})\.\s/u.test(text);
}

function isPlain(word: string): boolean {
  return /^\p{Ll}/u.test(word) && !CREDIT_FILLERS.has(word);
}
