import type { Kind, Marker } from '../../article/status.ts';
import { embargoOfHeadline, embargoOfLine, embargoOfSlug, isEmbargo, isLifted, type EmbargoNote } from './embargo-note.ts';
import { readEmbargo, type EmbargoText } from './embargo.ts';
import { isShout, markOf, marksOf, notedMarks, sentenceMarks, verbMarks, type Mark } from './status-marks.ts';

/** What is known beside the string. Instants ISO 8601 UTC. */
export interface StatusContext {
  readonly language?: string;
  /** `headline`, `slugline`, `ednote`, `first-line`. */
  readonly where?: string;
  /** Zone of moments without one. */
  readonly zone?: string;
  /** The moment that embargoes are judged at and weekdays are counted from. */
  readonly now?: string;
  /** True where headlines in capitals alone are alerts (Reuters snaps). */
  readonly snaps?: boolean;
}

/** How a headline, slug or note reads: its marks, what they make of the item, and the headline without them. */
export interface StatusReading {
  readonly kind: Kind;
  readonly markers: readonly Marker[];
  readonly headline: string;
  readonly publishable: boolean;
  readonly embargo?: EmbargoText;
  readonly rule: string;
}

/** The strongest kind first. */
const RANK: readonly Kind[] = [
  'kill',
  'withhold',
  'test',
  'disregard',
  'embargoed',
  'planning',
  'correction-notice',
  'correction',
  'flash',
  'alert',
  'urgent',
  'wrapup',
  'brief',
  'refile',
  'repeat',
  'update',
  'add',
  'press-release',
  'advisory',
];
const UNPUBLISHABLE: ReadonlySet<Kind> = new Set(['kill', 'withhold', 'test', 'disregard', 'planning']);
const LONGEST = 2_000;
const NOTE_WHERE: ReadonlySet<string> = new Set(['ednote', 'first-line', 'note', 'advisory']);

interface Peeled {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** Reads the status marks of one string. Marks count only where a wire prints them, so that headlines about floods that kill stay headlines. */
export function readStatus(text: string, given: StatusContext = {}): StatusReading {
  const line = text
    .slice(0, LONGEST)
    .replace(/[\s\u00a0]+/gu, ' ')
    .trim();
  const where = given.where ?? 'headline';
  if (isLifted(line) && !liftsLater(line, given))
    return {
      kind: 'story',
      markers: [{ type: 'embargo-lifted', raw: line }],
      headline: line,
      publishable: true,
      rule: 'status/embargo-lifted',
    };
  if (where === 'headline') return readHeadline(line, given);
  const embargoed = embargoOf(line, where);
  if (embargoed !== undefined)
    return finish({ text: embargoed.rest, marks: [embargoMark(embargoed)] }, given, readEmbargo(embargoed.note, embargoContext(given)));
  if (NOTE_WHERE.has(where)) return finish({ text: line, marks: noteMarks(line) }, given);
  return finish(where === 'slugline' ? peelSlug(line) : peelHeadline(line, given), given);
}

/** Marks and embargo notes, until neither is left: `UPDATE 1-EMBARGO 18:00 GMT - …`. */
function readHeadline(line: string, given: StatusContext): StatusReading {
  const marks: Mark[] = [];
  let embargo: EmbargoText | undefined;
  let text = line;
  for (;;) {
    const note = embargoOfHeadline(text);
    const peeled = note ?? peelHeadline(text, marks.length === 0 ? given : { ...given, snaps: false });
    if ('note' in peeled) {
      embargo ??= readEmbargo(peeled.note, embargoContext(given));
      marks.push(embargoMark(peeled));
    } else marks.push(...peeled.marks);
    const left = 'note' in peeled ? peeled.rest : peeled.text;
    if (left === text) return finish({ text, marks }, given, embargo);
    text = left;
  }
}

function embargoMark({ note }: EmbargoNote): Mark {
  return { type: 'embargo', kind: 'embargoed', raw: note };
}

function embargoContext({ zone, now, language }: StatusContext): Parameters<typeof readEmbargo>[1] {
  return {
    ...(zone === undefined ? {} : { zone }),
    ...(now === undefined ? {} : { base: now }),
    ...(language === undefined ? {} : { language }),
  };
}

function embargoOf(line: string, where: string): EmbargoNote | undefined {
  if (where === 'slugline') return embargoOfSlug(line.replace(/^\/{2,}\s*|\s*\/{2,}$/gu, ''));
  if (isLifted(line)) return { note: line, rest: '' };
  if (where === 'first-line') return embargoOfLine(line);
  return isEmbargo(line) ? { note: line, rest: '' } : undefined;
}

/** "The embargo is lifted at 1800 GMT", said before that moment. */
function liftsLater(line: string, given: StatusContext): boolean {
  const { utc } = readEmbargo(line, embargoContext(given)).until;
  return utc !== null && given.now !== undefined && Date.parse(utc) > Date.parse(given.now);
}

/** Marks of a note to editors: sentences, verbs, product lines, bracketed corrections. */
function noteMarks(line: string): readonly Mark[] {
  const inner = /^\(+([^()]*(?:\([^()]*\)[^()]*)*)\)+\.?$/u.exec(line)?.[1] ?? line;
  const sentences = sentenceMarks(inner).filter(({ type }) => type !== 'not-for-publication' || isAboutItem(inner));
  if (sentences.length > 0) return sentences;
  const placed = placedMark(inner);
  if (placed !== undefined) return [placed];
  const verbs = verbMarks(inner);
  const noted = notedMarks(inner.replace(/^\/{2,}|\/{2,}$/gu, ''));
  if (
    noted !== undefined &&
    noted.some(({ kind }) => kind !== 'story' || verbs.length === 0) &&
    !(verbs.length > 0 && verbs[0]?.kind === 'correction')
  ) {
    return verbs.length > noted.length ? verbs : noted;
  }
  if (verbs.length > 0) return verbs;
  const repeated = /^(\p{L}+)\s(?:des|der|du|de la|de|del|of the|of)\s(\p{L}+)(?:[-\s]\p{L}+)?$/u.exec(inner);
  const pair = [repeated?.[1], repeated?.[2]].map((word) => (word === undefined ? undefined : markOf(word, false)));
  const found = pair.filter((mark) => mark !== undefined);
  if (found.length > 0) return found;
  return peelHeadline(inner, { snaps: false }).marks;
}

/** `Berichtigung im 2. Absatz: …`, `Correction in 3rd graf: …`: a mark, then where it applies. */
function placedMark(note: string): Mark | undefined {
  const match = /^(\p{L}{4,20})\s(?:in|im|in der|zum|zu|to|au|dans|en|nel|al|no|na|i|w)\s[^:]{1,50}:\s*(\S.*)$/su.exec(note);
  const mark = match === null ? undefined : markOf(match[1] ?? '', false);
  return mark === undefined || mark.kind === 'story' ? undefined : { ...mark, note: match?.[2] ?? '' };
}

/** A note that calls itself ("the following contacts") unfit for print says nothing of the item. */
function isAboutItem(note: string): boolean {
  return (
    note.length <= 200 &&
    !/folgende|following|suivant|siguiente|seguenti|seguintes|volgende|följande|følgende|seuraava|\bnote\b|notepad|notiz/iu.test(note)
  );
}

/** `EU--Harbor Fees, 3rd Ld-Writethru`, `VELMAR-FERRY/ (UPDATE 3)`, `///KORJATTU …///`. */
function peelSlug(line: string): Peeled {
  const fenced = /^\/{2,}\s*(.*?)\s*\/{2,}$/u.exec(line)?.[1];
  if (fenced !== undefined) return { text: '', marks: fencedMarks(fenced) };
  const whole = marksOf(line, !/^(?:flash|alerte?|urgente?|alerta|eilmeldung)$/iu.test(line));
  if (whole !== undefined) return { text: '', marks: whole };
  const sentence = sentenceMarks(line).filter(({ kind }) => kind === 'kill');
  if (sentence.length > 0) return { text: line, marks: sentence };
  const bracket = /^(.*?)\s*\(([^()]{2,60})\)$/u.exec(line);
  const inBracket = bracket === null ? undefined : notedMarks(bracket[2] ?? '');
  if (bracket !== null && inBracket !== undefined) return { text: bracket[1] ?? '', marks: inBracket };
  const [head = '', ...rest] = line.split(',').map((part) => part.trim());
  const marks = rest.flatMap((part) => (/^[\p{Lu}\d]/u.test(part) ? (marksOf(part, false) ?? []) : []));
  if (marks.length > 0) return { text: head.replace(/^(?:BC|AM|PM)-/u, ''), marks };
  const dated = /^(\p{Lu}[\p{Lu} .'’]{2,30}?)\s+\d{1,2}\b/u.exec(line);
  const plan = dated === null ? undefined : markOf(dated[1] ?? '', true);
  if (plan !== undefined) return { text: '', marks: [plan] };
  return peelHeadline(line, { snaps: false });
}

/** `KORJATTU SÄHKE PO. …`: a mark, the form of the item, and a note. */
function fencedMarks(text: string): readonly Mark[] {
  const [first = '', second = '', ...rest] = text.split(' ');
  const noted = marksOf(text, false);
  if (noted !== undefined) return noted;
  const mark = markOf(first, false);
  if (mark === undefined) return isEmbargo(text) ? [{ type: 'embargo', kind: 'embargoed', raw: text }] : [];
  const form = /^(?:SÄHKE|UUTINEN|JUTTU|VIIVA|PIKA|KAINALO|TAUSTA|TIETOLAATIKKO|OTSIKKO|KUVATEKSTI|GRAFIIKKA)$/u.test(second);
  const note = (form ? rest : [second, ...rest]).join(' ').trim();
  return [
    { ...mark, ...(note === '' ? {} : { note }) },
    ...(form ? [{ type: 'form', kind: 'story' as const, raw: second, note: second }] : []),
  ];
}

/** Takes marks off both ends of a headline, one after the other. */
function peelHeadline(line: string, given: StatusContext): Peeled {
  const removed = /^(STORY (?:REMOVED|DELETED|KILLED)|MANDATORY KILL|BULLETIN KILL)\b[:,. -]*(.*)$/u.exec(line);
  if (removed !== null) return { text: removed[2] ?? '', marks: marksOf(removed[1] ?? '', false) ?? [] };
  const front: Mark[] = [];
  const back: Mark[] = [];
  let text = line;
  for (let step = peelOnce(text, front); step !== undefined && step.text.length < text.length; step = peelOnce(text, front)) {
    (step.end === true ? back : front).push(...step.marks);
    text = step.text;
  }
  const marks = [...front, ...back];
  const withdrawn = front.some(({ kind }) => kind === 'advisory') && sentenceMarks(line).some(({ kind }) => kind === 'kill');
  if (withdrawn) return { text, marks: marks.map((mark) => ({ ...mark, kind: 'kill' })) };
  if (marks.length === 0 && given.snaps !== false && isSnap(text)) return { text, marks: [{ type: 'alert', kind: 'alert', raw: text }] };
  return { text, marks };
}

/** One mark less: all that is left, the first, or the last. */
function peelOnce(text: string, front: readonly Mark[]): (Peeled & { readonly end?: true }) | undefined {
  if (text === '') return undefined;
  const whole = wholeMark(text);
  if (whole !== undefined) return { text: '', marks: whole };
  const first = peelFront(text, front);
  if (first !== undefined) return first;
  const last = peelBack(text);
  if (last !== undefined) return { ...last, end: true };
  return /\p{L}\+$/u.test(text) ? { text: text.slice(0, -1), marks: [] } : undefined;
}

/** A headline that is nothing but a mark: `AP NEWSALERT`, `مذكرة`, `CHECK AGAINST DELIVERY`. */
function wholeMark(line: string): readonly Mark[] | undefined {
  return marksOf(line.replace(/^[([*+]+\s?|\s?[)\]*+]+$/gu, ''), true);
}

function peelFront(text: string, before: readonly Mark[]): Peeled | undefined {
  const bracket = /^[([【［（〔]([^()[\]【】［］（）〔〕]{2,60})[)\]】］）〕]\s*[:.–-]*\s*(\S.*)$/su.exec(text);
  const inBracket = bracket === null ? undefined : (notedMarks(bracket[1] ?? '') ?? leadingPair(bracket[1] ?? ''));
  if (bracket !== null && inBracket !== undefined) return { text: bracket[2] ?? '', marks: inBracket };
  const plus = /^\+\+\s*(.+?)\s*\+\+$/u.exec(text);
  if (plus !== null) return { text: plus[1] ?? '', marks: [{ type: 'urgent', kind: 'urgent', raw: '++' }] };
  const fixed = fixedFront(text);
  if (fixed !== undefined) return fixed;
  const dotted = /^([\p{L}.\s]{1,30}?\d{0,2})\.-\s*(\S.*)$/su.exec(text);
  if (dotted !== null) {
    const mark = markOf(dotted[1] ?? '', true) ?? markOf(`${dotted[1] ?? ''}.`, true);
    if (mark !== undefined) return { text: dotted[2] ?? '', marks: [mark] };
    if (before.length > 0)
      return { text: dotted[2] ?? '', marks: [{ type: 'topic', kind: 'story', raw: dotted[1] ?? '', note: dotted[1] ?? '' }] };
  }
  return peelLabel(text) ?? peelWord(text);
}

/** Fixed forms of one sender: ANSA's leading items `>>>ANSA/`, Business Wire's `CORRECTING and REPLACING`. */
function fixedFront(text: string): Peeled | undefined {
  const led = /^(>{2,4}\s?(?:\p{Lu}{2,8}\/)?)\s*(\S.*)$/su.exec(text);
  if (led !== null) return { text: led[2] ?? '', marks: [{ type: 'topic', kind: 'story', raw: led[1] ?? '' }] };
  const replaced = /^(CORRECTING and REPLACING):?\s+(\S.*)$/su.exec(text);
  return replaced === null
    ? undefined
    : { text: replaced[2] ?? '', marks: [{ type: 'corrected', kind: 'correction', raw: replaced[1] ?? '' }] };
}

/** `RIPETIZIONE CON TITOLO CORRETTO`: two marks in one bracket. */
function leadingPair(text: string): readonly Mark[] | undefined {
  const words = text.split(' ');
  for (let at = 1; at < words.length; at += 1) {
    const [left, right] = [markOf(words.slice(0, at).join(' '), false), markOf(words.slice(at).join(' '), false)];
    if (left !== undefined && right !== undefined) return [left, right];
  }
  return undefined;
}

/** `UPDATE 2-…`, `KILL: …`, `LEAD: …`, `*TOP NEWS*-…`, `ALERT - …`. */
function peelLabel(text: string): Peeled | undefined {
  const colon = /^([^:：]{2,40}?)\s?[:：]\s*(\S.*)$/su.exec(text);
  const labelled = colon === null ? undefined : (marksOf(colon[1] ?? '', true) ?? safeLabel(colon[1] ?? ''));
  if (colon !== null && labelled !== undefined) return { text: colon[2] ?? '', marks: labelled };
  for (const dash of text.slice(0, 60).matchAll(/\s?[-–—]\s?/gu)) {
    const head = text.slice(0, dash.index);
    const mark = markOf(head, true);
    const rest = text.slice(dash.index + dash[0].length);
    if (mark === undefined || !isShout(head) || rest === '') continue;
    return { text: rest, marks: [mark] };
  }
  return undefined;
}

/** `Update: …` and `Press release: …` before a colon are marks in any case; `Lead: …` is not. */
function safeLabel(text: string): readonly Mark[] | undefined {
  const whole = marksOf(text, false);
  if (whole?.every(({ kind }) => kind === 'press-release') === true) return whole;
  const joined = text.replace(/\s/gu, '');
  const camel =
    /^AP ?News ?Alert$/iu.test(text) ||
    /^\d(?:st|nd|rd|th)/iu.test(text) ||
    /^(?:Urgent|Urgente|Eil(?:meldung)?|Alerte|Flash|Roundup|Breaking)$/u.test(joined);
  return camel ? whole : undefined;
}

/** `EIL Grünen-Spitze …`, `1ST LEAD Ostravia …`: capitals without a colon before a headline in mixed case. */
function peelWord(text: string): Peeled | undefined {
  const ordinal = /^((?:\d{1,2}(?:st|nd|rd|th)) (?:lead|ld)(?:-write ?thr[uo](?:ugh)?)?)[\s:.-]+(\S.*)$/isu.exec(text);
  if (ordinal !== null) return { text: ordinal[2] ?? '', marks: marksOf(ordinal[1] ?? '', false) ?? [] };
  const word = /^(\p{Lu}{3,}(?: \d{1,2})?)\s+(\S.*)$/su.exec(text);
  const rest = word?.[2] ?? '';
  if (word === null || isShout(rest)) return undefined;
  const mark =
    /^(?:EIL|EILMELDUNG|BLITZ|URGENT|URGENTE|FLASH|ALERT|ALERTE|KORREKTUR|BERICHTIGUNG|KORR|UPDATE(?: \d+)?|CORRECTED|CORRECTION|CORRIGE|KILL|LEAD|EXCLUSIF)$/u.test(
      word[1] ?? '',
    )
      ? markOf(word[1] ?? '', true)
      : undefined;
  return mark === undefined ? undefined : { text: rest, marks: [mark] };
}

/** `… (Berichtigung: zu Hotels)`, `… (ADDS quotes)`, `… (UPDATE 2)`. */
function peelBack(text: string): Peeled | undefined {
  const bracket = /^(.*\S)\s*\(([^()]{2,160})\)$/su.exec(text);
  if (bracket === null) return undefined;
  const marks = notedMarks(bracket[2] ?? '') ?? leadingPair(bracket[2] ?? '');
  if (
    marks === undefined ||
    marks.every(
      ({ kind, type }) => kind === 'story' && type !== 'exclusive' && !/^(?:pictures|video|graphic|videographic|audio|live)$/u.test(type),
    )
  )
    return undefined;
  return { text: bracket[1] ?? '', marks };
}

/** Reuters snaps: four words and more, all in capitals. */
function isSnap(text: string): boolean {
  return text.split(' ').length >= 4 && /\p{Lu}{3,}/u.test(text) && text === text.toUpperCase() && text !== text.toLowerCase();
}

function finish({ text, marks }: Peeled, given: StatusContext, embargo?: EmbargoText): StatusReading {
  const kind = kindOf(marks);
  const held = marks.some(({ type }) => type === 'hold-for-release' || type === 'embargo') ? (embargo ?? unresolved(marks)) : undefined;
  const over =
    held !== undefined && held.until.utc !== null && given.now !== undefined && Date.parse(held.until.utc) <= Date.parse(given.now);
  const advisory = kind === 'advisory' && !marks.some((mark) => mark.publishable === true);
  return {
    kind,
    markers: marks.map(({ type, number, note, raw }) => ({
      type,
      ...(number === undefined ? {} : { number }),
      ...(note === undefined ? {} : { note }),
      raw,
    })),
    headline: text,
    publishable: !UNPUBLISHABLE.has(kind) && !advisory && (held === undefined || over),
    ...(held === undefined ? {} : { embargo: held }),
    rule: marks[0] === undefined ? 'status/no-mark' : `status/${marks[0].type}`,
  };
}

function unresolved(marks: readonly Mark[]): EmbargoText {
  return { until: { utc: null, raw: marks[0]?.raw ?? '', basis: 'unresolved', warning: 'no instant' }, says: 'nothing' };
}

/** The strongest of several kinds; `story` where there is none. */
export function kindOfMarks(kinds: readonly Kind[]): Kind {
  return RANK.find((kind) => kinds.includes(kind)) ?? 'story';
}

/** A repetition that prints its mark first stays one; else the strongest kind wins. */
function kindOf(marks: readonly Mark[]): Kind {
  const first = marks[0]?.kind;
  const strong = kindOfMarks(marks.map(({ kind }) => kind));
  const repeats = first === 'repeat' || first === 'refile';
  return repeats && (strong === 'correction' || strong === 'wrapup' || strong === 'brief') ? first : strong;
}
