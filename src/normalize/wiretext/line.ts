import type { LanguageBreaks } from '../lexicon/language.ts';
import { languageOf, languages } from '../lexicon/languages.ts';
import { NETWORKS, WEAK_NETWORKS } from '../lexicon/networks.ts';

/** What a line that is not text stands for; `body` and `heading` are text. */
export type LineKind =
  | 'story-continues'
  | 'ad-label'
  | 'skip-ad'
  | 'related-header'
  | 'related-link'
  | 'read-more'
  | 'share-widget'
  | 'comments'
  | 'newsletter'
  | 'engagement'
  | 'reading-time'
  | 'paywall'
  | 'standards'
  | 'end-marker'
  | 'continuation'
  | 'section-break'
  | 'update-note'
  | 'correction-note'
  | 'disclosure'
  | 'licensing'
  | 'copyright'
  | 'required-trailer'
  | 'heading'
  | 'body';

/** `metadata` = it belongs to a field; `drop-keep-link` = it goes, its target is kept; `keep` = it is text. */
export type LineAction = 'drop' | 'drop-keep-link' | 'divider' | 'end-of-story' | 'metadata' | 'keep';

/** How a whole line of a page or file reads. */
export interface LineReading {
  readonly kind: LineKind;
  readonly action: LineAction;
  /** Title of the story that a related link leads to. */
  readonly targetTitle?: string;
  /** The rule that decided, with its language: `ad-label/de`. */
  readonly rule: string;
}

/** Longer lines are text: no label on a page is this long. */
const LONGEST_LINE = 400;
const DIVIDER = /^[*_\-–—―=~+•·.◆■●○◇□▪※\\/|⁂✽✻❖§\s]{1,200}$/u;
const END_MARK = /^(?:#\s?){3,}$|^[-–—]\s?(?:0|30)\s?[-–—]$|^={1,2}\s?[\p{L}-]{2,12}$|^n{4}$|^x{3}$/iu;
/** A label in capitals before a title in mixed case: `À LIRE AUSSI Le ferry …`. */
const SHOUTED_LABEL = /^[\p{Lu}\s'’]{4,30}?(?=\s\p{Lu}['’]?\p{Ll})/u;
const TRUNCATED = /(?:\[\+\s?\d[\d,. ]{0,9} chars\]|\[\s?(?:…|\.{3})\s?\])$/iu;
/** Marks around a label: `- Advertisement -`, `[Anzeige]`, `▼ …`, a final colon. */
const MARKS = String.raw`[\s\-–—―•*·|>»«<▼▾↓→►▶←▲:…._,;[\](){}\u201c\u201d"'/=【】（）]`;
const LEADING_MARKS = new RegExp(`^${MARKS}{1,40}`, 'u');
const TRAILING_MARKS = new RegExp(`${MARKS}{1,40}$`, 'u');
const SEPARATOR = /\s?[:：|>»►▶]\s?|\s[-–—]\s/u;
const STOP = /[.!?…。؟]["'”’»)]{0,2}$/u;

interface Compiled {
  /** ISO 639. */
  readonly tag: string;
  /** Matches whatever one of `whole` matches: most lines are text, and are asked once for each language. */
  readonly any: RegExp;
  readonly whole: readonly (readonly [LineKind, LineAction, RegExp])[];
  readonly related: RegExp;
  readonly prefix: RegExp;
  readonly readMore: RegExp;
  readonly continuationWord: RegExp;
  readonly endWord: RegExp;
  readonly shareVerbs: ReadonlySet<string>;
  readonly shareFillers: ReadonlySet<string>;
}

/** English first: sites of any language carry English labels. */
const compiled = languages
  .flatMap(({ tag, breaks }) => (breaks === undefined ? [] : [compile(tag, breaks)]))
  .sort((a, b) => Number(b.tag === 'en') - Number(a.tag === 'en'));
/** What may stand first in a bar of networks, share words and counters. */
const BAR_WORDS: ReadonlySet<string> = new Set([
  'x',
  'app',
  ...NETWORKS,
  ...compiled.flatMap(({ shareVerbs, shareFillers }) => [...shareVerbs, ...shareFillers]),
]);
const COUNTER = /^\d{1,3}(?:[.,]\d{1,3})?k?$/u;
const orders: ReadonlyMap<string, readonly Compiled[]> = new Map(
  compiled.map((own) => [own.tag, [own, ...compiled.filter((entry) => entry !== own)]]),
);

/**
 * Reads one whole line: chrome of a page, mark of the wire, or text. A line is chrome only if all of it matches;
 * the tables of `language` are asked first, then all others, because labels do not always follow the language of the story.
 */
export function readLine(text: string, given: { readonly language?: string; readonly where?: string } = {}): LineReading {
  const line = text
    .slice(0, LONGEST_LINE + 200)
    .normalize('NFC')
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim();
  if (line === '' || line.length > LONGEST_LINE) return textLine(line);
  const mark = readMark(line);
  if (mark !== undefined) return mark;
  const core = line
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replaceAll(/[’‘`´]/gu, "'")
    .replace(LEADING_MARKS, '')
    .replace(TRAILING_MARKS, '');
  const order = orders.get(languageOf(given.language)?.tag ?? '') ?? compiled;
  const word = wordOf(line, core);
  const link = linkOf(line);
  return (
    first(order, (entry) => readWord(entry, word)) ??
    first(order, (entry) => readWhole(entry, line, core)) ??
    readShareBar(order, core) ??
    (link === undefined ? undefined : first(order, (entry) => readRelated(entry, link))) ??
    textLine(line)
  );
}

function first(order: readonly Compiled[], read: (entry: Compiled) => LineReading | undefined): LineReading | undefined {
  for (const entry of order) {
    const reading = read(entry);
    if (reading !== undefined) return reading;
  }
  return undefined;
}

/** Marks that no language owns. */
function readMark(line: string): LineReading | undefined {
  if (END_MARK.test(line)) return { kind: 'end-marker', action: 'end-of-story', rule: 'end-marker/mark' };
  if (DIVIDER.test(line) && !/^[.…]$/u.test(line)) return { kind: 'section-break', action: 'divider', rule: 'section-break/mark' };
  const open = line.replace(TRUNCATED, '').replace(/(?<![\s….])[\s….]+$/u, '');
  const truncated = open !== line.replace(/(?<![\s….])[\s….]+$/u, '') || /^\[?\s?(?:…|\.{3})\s?\]?$/u.test(line);
  if (truncated && (open === '' || readLine(open).action === 'drop'))
    return { kind: 'paywall', action: 'drop', rule: 'paywall/truncation-mark' };
  return undefined;
}

interface Word {
  readonly core: string;
  /** Without a page number or initials behind it. */
  readonly word: string;
  /** In brackets, between dashes or in capitals. */
  readonly isMarked: boolean;
}

function wordOf(line: string, core: string): Word {
  const isMarked =
    /^[([{\-–—/*=+<]/u.test(line) || /[)\]}/]$|[-–—]{1,3}$/u.test(line) || (line === line.toUpperCase() && line !== line.toLowerCase());
  const word = core
    .replace(/\s?[-–—/|,]\s?[\d./: -]{1,20}$|[)\]]\s?[-–—/|,]?\s?[\d./: -]{1,20}$|\s?\/\s?\p{Ll}{1,4}$/u, '')
    .replace(TRAILING_MARKS, '');
  return { core, word, isMarked };
}

/** Single words such as "more" and "end" count only in brackets, between dashes or in capitals. */
function readWord({ tag, endWord, continuationWord }: Compiled, { core, word, isMarked }: Word): LineReading | undefined {
  if (endWord.test(word)) return { kind: 'end-marker', action: 'end-of-story', rule: `end-marker/${tag}` };
  if (isMarked && continuationWord.test(core)) return { kind: 'continuation', action: 'metadata', rule: `continuation/${tag}` };
  return undefined;
}

function readWhole(entry: Compiled, line: string, core: string): LineReading | undefined {
  if (!entry.any.test(core)) return undefined;
  for (const [kind, action, pattern] of entry.whole) {
    if (!pattern.test(core)) continue;
    const heads = kind === 'read-more' && /[:：]$/u.test(line);
    return { kind: heads ? 'related-header' : kind, action, rule: `${kind}/${entry.tag}` };
  }
  return undefined;
}

/** A label and the title behind it: "Read also: TITLE", "ALSO READ | TITLE". */
interface Link {
  readonly label: string;
  readonly title: string;
}

function linkOf(line: string): Link | undefined {
  const parting = partingOf(line);
  if (parting === undefined) return undefined;
  const [end, start] = parting;
  const label = line
    .slice(0, end)
    .replaceAll('İ', 'i')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(LEADING_MARKS, '')
    .replace(TRAILING_MARKS, '');
  const title = line
    .slice(start)
    .replace(/^[\s|>»►▶–—-]+/u, '')
    .trim();
  return label === '' || title === '' || title.length > 240 ? undefined : { label, title };
}

/** Where a label ends and its title begins; most lines have none. */
function partingOf(line: string): readonly [end: number, start: number] | undefined {
  const separator = SEPARATOR.exec(line);
  if (separator !== null) return [separator.index, separator.index + separator[0].length];
  const shouted = SHOUTED_LABEL.exec(line)?.[0].length;
  return shouted === undefined ? undefined : [shouted, shouted + 1];
}

/** The label alone heads a list. */
function readRelated({ tag, related, prefix, readMore }: Compiled, { label, title }: Link): LineReading | undefined {
  if (!related.test(label) && !prefix.test(label) && !readMore.test(label)) return undefined;
  return { kind: 'related-link', action: 'drop-keep-link', targetTitle: title, rule: `related/${tag}` };
}

/** A line of nothing but networks, share words and counters. */
function readShareBar(order: readonly Compiled[], core: string): LineReading | undefined {
  const opening = /[^\s,·•|/&()]+/u.exec(core)?.[0];
  if (opening === undefined || !(BAR_WORDS.has(opening) || COUNTER.test(opening))) return undefined;
  const tokens = core.split(/[\s,·•|/&()]+/u).filter((token) => token !== '');
  if (tokens.length > 30) return undefined;
  const isNetwork = (token: string): boolean => NETWORKS.has(token);
  const strong = tokens.some((token) => isNetwork(token) && !WEAK_NETWORKS.has(token));
  const networks = tokens.filter((token) => isNetwork(token) || token === 'x' || token === 'app' || COUNTER.test(token)).length;
  if (strong && networks === tokens.length) return { kind: 'share-widget', action: 'drop', rule: 'share-widget/networks' };
  const owner = order.find(({ shareVerbs, shareFillers }) => {
    const verbs = tokens.filter((token) => shareVerbs.has(token)).length;
    const known = tokens.every(
      (token) => shareVerbs.has(token) || shareFillers.has(token) || isNetwork(token) || token === 'x' || token === 'app',
    );
    return known && verbs > 0;
  });
  return owner === undefined ? undefined : { kind: 'share-widget', action: 'drop', rule: `share-widget/${owner.tag}` };
}

/** A short line without a full stop is a crosshead; anything else is text. */
function textLine(line: string): LineReading {
  const heading = line !== '' && line.length <= 70 && !STOP.test(line) && line.split(' ').length <= 9;
  return heading
    ? { kind: 'heading', action: 'keep', rule: 'text/short-line-without-stop' }
    : { kind: 'body', action: 'keep', rule: 'text' };
}

function compile(tag: string, table: LanguageBreaks): Compiled {
  const whole = (list: readonly string[] | undefined): RegExp =>
    list === undefined || list.length === 0 ? /^(?!)/u : new RegExp(`^(?:${list.join('|')})$`, 'u');
  const entries: readonly (readonly [LineKind, LineAction, readonly string[] | undefined])[] = [
    ['read-more', 'drop', table.readMore],
    ['ad-label', 'drop', table.adLabel],
    ['skip-ad', 'drop', table.skipAd],
    ['story-continues', 'drop', table.storyContinues],
    ['related-header', 'drop', table.related],
    ['reading-time', 'drop', table.readingTime],
    ['standards', 'drop', table.standards],
    ['comments', 'drop', table.comments],
    ['continuation', 'metadata', table.continuation],
    ['paywall', 'drop', table.paywall],
    ['newsletter', 'drop', table.newsletter],
    ['engagement', 'drop', table.engagement],
    ['licensing', 'drop', table.licensing],
    ['copyright', 'metadata', table.copyright],
    ['required-trailer', 'keep', table.trailer],
    ['correction-note', 'keep', table.correctionNote],
    ['disclosure', 'keep', table.disclosure],
    ['update-note', 'metadata', table.updateNote],
  ];
  return {
    tag,
    any: whole(entries.flatMap(([, , list]) => list ?? [])),
    whole: entries.map(([kind, action, list]) => [kind, action, whole(list)] as const),
    related: whole(table.related),
    prefix: whole(table.relatedPrefix),
    readMore: whole(table.readMore),
    continuationWord: whole(table.continuationWords),
    endWord: whole(table.endWords),
    shareVerbs: new Set(table.shareVerbs),
    shareFillers: new Set(table.shareFillers),
  };
}
