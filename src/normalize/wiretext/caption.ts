import type { Credit, CreditFlag } from '../../article/media.ts';
import { FLAG_PARTS } from '../lexicon/credit-flags.ts';
import { CAPTION_FLAGS } from '../lexicon/credit-labels.ts';
import { LABEL_ANYWHERE, LABEL_START, printedCredit, readCredit, type CreditNames } from './credit.ts';
import { trimEnds } from './trim-ends.ts';

/** A caption line taken apart. `credit.raw` is an exact substring of the text. */
export interface CaptionReading {
  readonly caption: string | null;
  readonly credit: Credit | null;
  readonly rule: string;
}

interface Found {
  readonly start: number;
  readonly end: number;
  readonly names: CreditNames;
  readonly rule: string;
}

/** Credits stand at the end: earlier text is never searched. */
const WINDOW = 500;
const LONGEST_CREDIT = 220;
/** Longer texts are no picture's and stay as they are. */
const LONGEST_CAPTION = 10_000;
const EDGE = /[\s/|·\u200b–—-]/u;
const LEADING_CHROME =
  /^\s*(?:\[\s?\d{1,3}\s?\/\s?\d{1,3}\s?\]|\d{1,3}\s?\/\s?\d{1,3}\s(?=\p{Lu})|image caption[,:]|bildunterschrift:|légende\s?:|caption:)\s*/iu;
const TRAILING_CHROME =
  /(?:[\s|·,-]{0,80}(?:purchase licensing rights|acquire licensing rights|opens new tab|read more|enlarge(?: image)?|bild vergrößern|agrandir|ampliar|\[less\]|\[more\])|\s{0,80}\|\s{0,80}\d{1,2}[./]\d{1,2}[./]\d{2,4}(?:,?\s\d{1,2}[:.]\d\d(?:\sUhr)?)?|\s{1,80})$/iu;
const RESTRICTION =
  /(?:={2,}\s*)?\b(?:RESTRICTED TO|(?:FOR )?EDITORIAL USE ONLY|EDITORIAL USE|THIS (?:IMAGE|PICTURE|PHOTO|PHOTOGRAPH|HANDOUT|VIDEO)\b|MANDATORY CREDIT|NO (?:RESALES?|ARCHIVES?|COMMERCIAL|MARKETING|SALES|USE|THIRD)|ATTENTION EDITORS|NOT FOR (?:SALE|USE|ADVERTISING|COMMERCIAL)|(?:\p{Lu}{3,40}(?: AND)? )?\p{Lu}{3,40} OUT\b|ACHTUNG: |NUR (?:ZUR|FÜR) REDAKTIONELLE)|={3,}/u;
const RESTRICTS = /RESTRICTED|EDITORIAL USE|MANDATORY|\bNO [A-Z]{4,}|NOT FOR|\bOUT\b|REDAKTIONELLE/u;
const MANDATORY = /mandatory credit:?\s*["“”']?([^"“”=\n]{2,120}?)(?:["“”']|\s[-–]\s|$|=)/iu;
const LEADING_FLAG =
  /^(?:\(?(files?|file photos?|file picture|file image|archives?|archivfoto|archivbild|archiv|archivo|arkiv|handout|symbolbild|symbolfoto|screengrab)\)?\s?(?::|\s[-–—]\s|-\s)\s*|\((files?|archives?)\)\s*)/iu;
const BRACKETED_FLAG = /\s{0,4}[([]([^()[\]]{3,40})[)\]]([.,;:]?)\s{0,4}/gu;

/** Splits a caption as sent into the caption proper and its credit: trailing brackets, labels, agency chains, or the whole line. */
export function readCaption(text: string, given: { readonly language?: string } = {}): CaptionReading {
  const flags = new Set<CreditFlag>();
  let start = LEADING_CHROME.exec(text.slice(0, 40))?.[0].length ?? 0;
  const full = endOf(text);
  const limit = restrictionOf(text, start, full);
  const restriction = limit === full ? undefined : trimMarks(text.slice(limit, full));
  if (restriction !== undefined && RESTRICTS.test(restriction)) flags.add('restricted');
  const mandatory = restriction === undefined ? undefined : MANDATORY.exec(restriction)?.[1]?.trim();
  const lead = LEADING_FLAG.exec(text.slice(start, start + 60));
  const leadFlag =
    FLAG_PARTS[(lead?.[1] ?? lead?.[2] ?? '').toLowerCase().replace(/s$/u, '')] ?? FLAG_PARTS[(lead?.[1] ?? '').toLowerCase()];
  const wholeIsCredit = lead === null ? undefined : creditAtStart(text, start, limit, given);
  if (lead !== null && leadFlag !== undefined && wholeIsCredit === undefined) {
    flags.add(leadFlag);
    start += lead[0].length;
  }
  const found = findCredit(text, start, limit, given);
  const before = text.slice(start, found?.start ?? limit);
  const after = found === undefined ? '' : text.slice(found.end, limit);
  const { caption, flags: captionFlags } = cleanCaption(`${before}${after.trim() === '' ? '' : ` ${after.trim()}`}`);
  for (const flag of captionFlags) flags.add(flag);
  if (found === undefined && restriction === undefined) return { caption, credit: null, rule: 'caption/no-credit' };
  return {
    caption,
    credit: creditOf(text, found, { flags, restriction, mandatory, limit, full }),
    rule: found?.rule ?? 'caption/restriction-only',
  };
}

function creditOf(
  text: string,
  found: Found | undefined,
  rest: { flags: ReadonlySet<CreditFlag>; restriction: string | undefined; mandatory: string | undefined; limit: number; full: number },
): Credit {
  const raw = found === undefined ? text.slice(rest.limit, rest.full) : text.slice(found.start, found.end);
  const names = found?.names ?? (rest.mandatory === undefined ? undefined : readCredit(rest.mandatory));
  const mandatory = rest.mandatory ?? (/^\W{0,3}mandatory credit\b/iu.test(raw) ? printedCredit(raw) : undefined);
  return {
    raw,
    text: mandatory ?? printedCredit(raw),
    photographers: [...(names?.photographers ?? [])],
    organisations: [...(names?.organisations ?? [])],
    flags: [...new Set([...(names?.flags ?? []), ...rest.flags])],
    ...(mandatory === undefined ? {} : { mandatory }),
    ...(rest.restriction === undefined ? {} : { restriction: rest.restriction }),
    ...(names?.licence === undefined ? {} : { licence: names.licence }),
  };
}

/** Where the text ends when the page's own buttons and times behind it are left out. */
function endOf(text: string): number {
  let end = text.length;
  for (let turn = 0; turn < 6; turn += 1) {
    const from = Math.max(0, end - 80);
    const chrome = TRAILING_CHROME.exec(text.slice(from, end));
    if (chrome === null) break;
    end = from + chrome.index;
  }
  return end;
}

function restrictionOf(text: string, start: number, end: number): number {
  const from = Math.max(start, end - 1500);
  const found = RESTRICTION.exec(text.slice(from, end));
  if (found === null) return end;
  let at = from + found.index;
  while (at > start && /[\s([\-–—|]/u.test(text[at - 1] ?? '')) at -= 1;
  return at;
}

function trimMarks(text: string): string {
  return text.replace(/^[\s=([\-–—|]{1,40}|[\s=)\]]{1,40}$/gu, '');
}

function findCredit(text: string, start: number, end: number, given: { readonly language?: string }): Found | undefined {
  return (
    creditAtStart(text, start, end, given) ??
    creditInBrackets(text, start, end, given) ??
    creditByLabel(text, start, end, given) ??
    wholeCredit(text, start, end, given) ??
    creditAfterSentence(text, start, end, given)
  );
}

function at(text: string, start: number, end: number, rule: string, given: { readonly language?: string }): Found {
  let [from, to] = [start, end];
  while (from < to && /[\s—–]/u.test(text[from] ?? '')) from += 1;
  while (to > from && /\s/u.test(text[to - 1] ?? '')) to -= 1;
  return { start: from, end: to, names: readCredit(text.slice(from, to), given), rule };
}

function creditAtStart(text: string, start: number, end: number, given: { readonly language?: string }): Found | undefined {
  if (end - start > LONGEST_CREDIT || !LABEL_START.test(text.slice(start, end))) return undefined;
  const found = at(text, start, end, 'caption/label-at-start', given);
  return found.names.explained ? found : undefined;
}

/** `… on Monday. (AP Photo/Jane Sample)`; but `NAME (AGENCY/AGENCY via LIBRARY)` is one credit. */
function creditInBrackets(text: string, start: number, end: number, given: { readonly language?: string }): Found | undefined {
  const tail = text.slice(Math.max(start, end - LONGEST_CREDIT), end).trimEnd();
  if (!/[)\]）]\.?$/u.test(tail)) return undefined;
  const open = Math.max(tail.lastIndexOf('('), tail.lastIndexOf('['), tail.lastIndexOf('（'));
  if (open < 0) return undefined;
  const offset = Math.max(start, end - LONGEST_CREDIT) + open;
  const found = at(text, offset, end, 'caption/brackets', given);
  const { names } = found;
  const pair =
    names.tidy &&
    names.photographers.length === 1 &&
    names.organisations.length === 1 &&
    /^.[^/]{4,40}\/[^/]{2,40}.$/u.test(tail.slice(open));
  if (!names.explained || !(names.known || names.labelled || pair) || isFlagOnly(names)) return undefined;
  const outer = text.slice(start, offset).trim();
  const whole = readCredit(outer, given);
  const onlyName =
    whole.photographers.length === 1 &&
    whole.organisations.length === 0 &&
    names.photographers.length === 0 &&
    names.organisations.length > 1;
  const licensed = names.licence !== undefined && names.organisations.length === 0;
  return onlyName || licensed ? undefined : found;
}

function isFlagOnly(names: CreditNames): boolean {
  return names.photographers.length === 0 && names.organisations.length === 0 && !names.labelled;
}

/** The first label from which on everything is credit. Inside a word it counts where the credit is glued on: `…2021Bild: …`. */
function creditByLabel(text: string, start: number, end: number, given: { readonly language?: string }): Found | undefined {
  const from = Math.max(start, end - WINDOW);
  const window = text.slice(from, end);
  for (const match of window.matchAll(LABEL_ANYWHERE)) {
    const before = window[match.index - 1] ?? ' ';
    const glued = /[\p{Ll}\d.!?)"”»]/u.test(before) && /^\p{Lu}/u.test(match[0]);
    if (!/[\s([|/.,–—-]/u.test(before) && !glued && match[0] !== '©') continue;
    const opens = /[([]/u.test(before) ? match.index - 1 : match.index;
    const found = at(text, from + opens, end, 'caption/label', given);
    if (found.end - found.start <= LONGEST_CREDIT && found.names.explained && hasName(found.names)) return found;
  }
  return undefined;
}

function hasName({ photographers, organisations, flags }: CreditNames): boolean {
  return photographers.length + organisations.length + flags.length > 0;
}

/** An agency chain behind the last sentence, line break or dash: `… in Alder. REUTERS/Jane Sample`. */
function creditAfterSentence(text: string, start: number, end: number, given: { readonly language?: string }): Found | undefined {
  const from = Math.max(start, end - LONGEST_CREDIT);
  const window = text.slice(from, end);
  for (const cut of window.matchAll(/[.!?…"”»)\]]\s+|\n\s*|\s{2,}|\s[—–]\s|(?<=\p{Ll}{2}[.!?])(?=\p{Lu})/gu)) {
    const found = at(text, from + cut.index + cut[0].length, end, 'caption/after-sentence', given);
    const { names } = found;
    const commissioned =
      names.photographers.length === 1 &&
      names.organisations.length === 1 &&
      /^[^.]{4,40}\sfor\s(?:The\s)?\p{Lu}[^.]{2,40}$/u.test(text.slice(found.start, found.end));
    if (names.explained && names.tidy && (names.known || commissioned) && !isFlagOnly(names)) return found;
  }
  return undefined;
}

/** No caption at all: `JANE SAMPLE / AFP`. */
function wholeCredit(text: string, start: number, end: number, given: { readonly language?: string }): Found | undefined {
  if (end - start > 140 || end <= start) return undefined;
  const found = at(text, start, end, 'caption/whole-line', given);
  const { names } = found;
  const raw = text.slice(found.start, found.end);
  if (!names.explained || isFlagOnly(names)) return undefined;
  const chain = /\S\s?[/|]\s?\S|\svia\s|^\s?\//u.test(raw) || /^\(.*\)$/u.test(raw) || names.licence !== undefined;
  const single = names.photographers.length === 0 && names.organisations.length === 1;
  const dashed = /\s[—–-]\s|,\s/u.test(raw) && names.photographers.length > 0;
  if (names.known) return (chain || single || dashed) && (names.tidy || names.licence !== undefined) ? found : undefined;
  const commissioned =
    names.photographers.length === 1 && names.organisations.length === 1 && /^[^./]{4,40}\sfor\sThe\s\p{Lu}[^.]{2,40}$/u.test(raw);
  if (commissioned && names.tidy) return found;
  const shaped =
    /^[^/|]{2,40}\s?[/|]\s?[^/|]{2,40}$/u.test(raw) &&
    names.photographers.length === 1 &&
    names.organisations.length === 1 &&
    names.tidy &&
    !/\.$/u.test(raw);
  return shaped ? found : undefined;
}

/** Takes bracketed notes such as `(Symbolbild)` out and reads what the text says about the picture. */
function cleanCaption(text: string): { caption: string | null; flags: readonly CreditFlag[] } {
  if (text.length > LONGEST_CAPTION) return { caption: trimEnds(text, EDGE), flags: [] };
  const flags: CreditFlag[] = [];
  const noted = text.replace(BRACKETED_FLAG, (whole, inner: string, stop: string, at: number) => {
    const flag = FLAG_PARTS[inner.trim().toLowerCase().replace(/[.:]$/u, '')];
    if (flag === undefined) return whole;
    flags.push(flag);
    return /[.!?]/u.test(text[at - 1] ?? '') ? ' ' : `${stop} `;
  });
  const caption = trimEnds(noted, EDGE).replace(/ {2,}/gu, ' ');
  const only = FLAG_PARTS[caption.toLowerCase().replace(/(?<![.:\s])[.:\s]+$/u, '')];
  if (only !== undefined) return { caption: null, flags: [...flags, only] };
  const lower = caption.slice(0, 1_500).toLowerCase().replaceAll('’', "'");
  for (const [flag, pattern] of captionFlagPatterns) if (pattern.test(lower)) flags.push(flag);
  return { caption: caption === '' ? null : caption, flags };
}

const captionFlagPatterns = CAPTION_FLAGS.map(([flag, pattern]) => [flag, new RegExp(pattern, 'u')] as const);
