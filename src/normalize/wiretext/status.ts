import type { Kind, Marker } from '../../article/status.ts';
import { embargoOfHeadline, embargoOfLine, embargoOfSlug, isEmbargo, isLifted, type EmbargoNote } from './embargo-note.ts';
import { readEmbargo, type EmbargoText } from './embargo.ts';
import { peelHeadline, type Peeled } from './headline-marks.ts';
import { noteMarks } from './note-marks.ts';
import { peelSlug } from './slug-marks.ts';
import type { Mark } from './status-marks.ts';

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
  if (where === 'slugline') return embargoOfSlug(line.replace(/^\/{2,}\s*|(?:(?<!\s)\s+)?(?<!\/)\/{2,}$/gu, ''));
  if (isLifted(line)) return { note: line, rest: '' };
  if (where === 'first-line') return embargoOfLine(line);
  return isEmbargo(line) ? { note: line, rest: '' } : undefined;
}

/** "The embargo is lifted at 1800 GMT", said before that moment. */
function liftsLater(line: string, given: StatusContext): boolean {
  const { utc } = readEmbargo(line, embargoContext(given)).until;
  return utc !== null && given.now !== undefined && Date.parse(utc) > Date.parse(given.now);
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
