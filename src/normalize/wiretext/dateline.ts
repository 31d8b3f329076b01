import type { Span } from '../../article/parsed-item.ts';
import { readCjkDateline } from './dateline-cjk.ts';
import { completeDate, cutDate, type PrintedDate } from './dateline-date.ts';
import { readHead, type City, type Head } from './dateline-head.ts';
import { marksIn, type Mark } from './dateline-mark.ts';

/** What the caller knows besides the string. `element`: a dateline field; `lead`: the first paragraph of agency copy; `text`: any line. */
export interface DatelineOptions {
  readonly language?: string | undefined;
  readonly where?: 'element' | 'lead' | 'text' | undefined;
  /** ISO instants that resolve a year that is not printed; the version's own moment goes first. */
  readonly context?: { readonly published?: string | undefined; readonly version_created?: string | undefined } | undefined;
}

/** A reading that was weighed and not taken. */
export interface RejectedReading {
  readonly value: string;
  readonly rule: string;
  readonly why: string;
}

/** A dateline, or why the line has none. `rest` is the text behind it; `span` counts UTF-16 units of the string. */
export interface DatelineReading {
  readonly isDateline: boolean;
  readonly rule: string;
  readonly raw?: string;
  readonly span?: Span;
  readonly cities: readonly City[];
  readonly region?: string;
  readonly country?: string;
  readonly countryName?: string;
  readonly date?: PrintedDate;
  readonly agencies: readonly string[];
  readonly service?: string;
  readonly rest: string;
  readonly rejected: readonly RejectedReading[];
}

type Attempt =
  | { readonly head: Head; readonly end: number; readonly rule: string; readonly mark?: Mark }
  | { readonly why: string; readonly rule: string; readonly value: string };

const WINDOW = 260;
const DASH = /^\s*\.?\s?[-–—−_]{1,3}\s*|^\s*[:：|=]\s*/u;
const ARABIC = /\p{Script=Arabic}/u;

/**
 * Reads the dateline at the beginning of a paragraph (`VELMAR/BREM, March 2 (Reuters) - …`) or a whole dateline field.
 * AP, Reuters, AFP, dpa, EFE, Europa Press, ANSA, TASS, Kyodo, PTI and press-release forms; never throws.
 */
export function readDateline(text: string, options: DatelineOptions = {}): DatelineReading {
  const window = text.slice(0, WINDOW).split(/\r?\n/u)[0] ?? '';
  const cjk = readCjkDateline(window);
  if (cjk !== undefined) {
    const cities = cjk.city === undefined ? [] : [{ name: cjk.city, raw: cjk.city }];
    const head: Head = { cities, ...(cjk.date === undefined ? {} : { date: cjk.date }), strength: 'known' };
    return accept(
      text,
      {
        head,
        end: cjk.length,
        rule: `dateline/${cjk.rule}`,
        mark: { start: 0, end: cjk.length, form: 'bracket', agencies: [cjk.agency], known: true },
      },
      options,
      [],
    );
  }
  const rejected: RejectedReading[] = [];
  for (const attempt of attempts(text, window, options)) {
    if ('head' in attempt) return accept(text, attempt, options, rejected);
    rejected.push({ value: attempt.value, rule: attempt.rule, why: attempt.why });
  }
  return { isDateline: false, rule: 'dateline/none', cities: [], agencies: [], rest: text, rejected };
}

function* attempts(text: string, window: string, options: DatelineOptions): Generator<Attempt> {
  for (const mark of marksIn(window).slice(0, 6)) {
    yield mark.start <= leadingBlank(window) ? afterMark(text, mark) : beforeMark(text, mark);
  }
  if (options.where === 'element') yield wholeField(text);
  else yield withoutMark(text, window, options);
}

function leadingBlank(window: string): number {
  return window.length - window.trimStart().length;
}

/** `CITY, date (AGENCY) - text`. */
function beforeMark(text: string, mark: Mark): Attempt {
  const rule = `dateline/agency-${mark.form}`;
  const head = readHead(text.slice(0, mark.start));
  const value = text.slice(0, mark.end);
  if ('why' in head) return { why: head.why, rule, value };
  const tail = readTail(text, mark.end);
  // A word in small letters in a bracket behind a shout is as often a remark: `FIRST HALF (Kelm United) - …`.
  const agency = mark.known || (head.strength === 'capitals' && /^\p{Lu}[\p{Lu}\d.&-]+$/u.test(mark.agencies[0] ?? ''));
  if (!agency && head.strength !== 'known' && head.strength !== 'none' && head.date === undefined)
    return { why: 'neither the agency nor the place is known', rule, value };
  const why = badRest(text, tail, head);
  if (why !== undefined) return { why, rule, value };
  return { head: tail.date === undefined ? head : { ...head, date: tail.date, dateRule: 'after-agency' }, end: tail.end, rule, mark };
}

/** `(AGENCY) - text`, `(ANSA) - ROMA, 12 MAR - text`. */
function afterMark(text: string, mark: Mark): Attempt {
  const rule = 'dateline/agency-first';
  const value = text.slice(0, mark.end);
  const tail = readTail(text, mark.end);
  if (mark.form === 'bare' && !(mark.known && tail.dash)) return { why: 'nothing before the agency', rule, value };
  if (!mark.known && (!tail.dash || !/\s|^\p{Lu}{3,}$/u.test(mark.agencies[0] ?? '')))
    return { why: 'the bracket names no known agency', rule, value };
  const next = /^([^\n]{2,70}?)(?:\s[-–—]{1,2}\s|[.,]\s?[-–—]\s?)/u.exec(text.slice(tail.end, tail.end + 90));
  const inner = next?.[1] === undefined ? undefined : readHead(next[1]);
  if (
    next !== null &&
    inner !== undefined &&
    !('why' in inner) &&
    inner.cities.length > 0 &&
    (inner.strength !== 'shape' || inner.date !== undefined)
  ) {
    return { head: inner, end: tail.end + next[0].length, rule: 'dateline/agency-then-city', mark };
  }
  const head: Head = { cities: [], strength: 'none' };
  const why = badRest(text, tail, head) ?? (tail.dash || tail.rest === '' || mark.known ? undefined : 'no dash');
  return why === undefined ? { head, end: tail.end, rule, mark } : { why, rule, value };
}

interface Tail {
  readonly end: number;
  readonly rest: string;
  readonly dash: boolean;
  readonly date?: PrintedDate;
}

/** Dash, colon or blanks behind the agency, and the date that press releases print there. */
function readTail(text: string, from: number): Tail {
  const behind = text.slice(from, from + 120);
  const dash = DASH.exec(behind)?.[0].length ?? 0;
  const dated = /^(?:\s?\/)?\s{0,40}([^/\n–—]{4,34}?)\s{0,40}(?:--|[–—]|\/|\s-\s)\s*/u.exec(behind.slice(dash));
  const cut = dated?.[1] === undefined ? undefined : cutDate(dated[1]);
  if (dated !== null && cut?.date?.month !== undefined && cut.before.trim() === '') {
    const end = from + dash + dated[0].length;
    return { end, rest: text.slice(end), dash: true, date: cut.date };
  }
  const blank = dash > 0 ? dash : (/^[\s.,]*/u.exec(behind)?.[0].length ?? 0);
  return { end: from + blank, rest: text.slice(from + blank), dash: dash > 0 };
}

/** Why the text behind cannot be the story's beginning: a story begins with a capital, a quotation mark or a digit. */
function badRest(text: string, tail: Tail, head: Head): string | undefined {
  const rest = tail.rest.trimStart();
  if (/^\p{Ll}/u.test(rest) && !/^\p{Ll}{1,3}\p{Lu}/u.test(rest)) return 'the text goes on in lower case';
  if (tail.dash || rest === '' || ARABIC.test(text)) return undefined;
  return head.strength === 'shape' && /^[,;)]/u.test(rest) ? 'the sentence goes on' : undefined;
}

/** `KYIV, Ukraine — text`, `Zagreb, 3 March - text`: no agency, so the place must be known or dated. */
function withoutMark(text: string, window: string, { language, where }: DatelineOptions): Attempt {
  const rule = 'dateline/no-agency';
  const match =
    /^([^\n]{2,90}?)(\s*—\s*|\s*–\s+|\s*--\s*|\s+-\s+|\s*_\s+|\s+=\s+)/u.exec(window) ??
    /^(\p{Lu}[\p{Lu} .'’-]{2,30})(:\s)(?=\p{Lu}\p{L}*\s\p{Ll})/u.exec(window) ??
    (language?.startsWith('de') === true ? /^([^\n.]{3,30})(\.\s)/u.exec(window) : null);
  if (match?.[1] === undefined) return { why: 'neither agency nor dash', rule, value: window.slice(0, 60) };
  const head = readHead(match[1]);
  if ('why' in head) return { why: head.why, rule, value: match[1] };
  const end = match[0].length;
  const shouted = head.cities.every(({ raw }) => /\p{Lu}{2}/u.test(raw) && !/\p{Ll}/u.test(raw));
  const placed = head.strength === 'known' && (shouted || /\s[—–]\s/u.test(match[2] ?? '') || match[2] === '. ');
  const dated = head.date?.month !== undefined && head.date.day !== undefined && head.strength !== 'none';
  const led = where === 'lead' && shouted && head.strength !== 'none' && match[1].length <= 40;
  // Before a colon only a known place is one: `STORY: …` is a label.
  const sure = match[2] === ': ' ? placed : placed || dated || led;
  if (head.cities.length === 0 || !sure) return { why: 'the place is not known and has no date', rule, value: match[1] };
  const why = badRest(text, { end, rest: text.slice(end), dash: true }, head);
  return why === undefined ? { head, end, rule } : { why, rule, value: match[1] };
}

/** A dateline field without an agency: place, date or both. */
function wholeField(text: string): Attempt {
  const rule = 'dateline/field';
  const head = readHead(text);
  if ('why' in head) return { why: head.why, rule, value: text.slice(0, 80) };
  return head.cities.length === 0 && head.date === undefined
    ? { why: 'empty', rule, value: text.slice(0, 80) }
    : { head, end: text.length, rule };
}

function accept(
  text: string,
  found: Extract<Attempt, { head: Head }>,
  options: DatelineOptions,
  rejected: readonly RejectedReading[],
): DatelineReading {
  const { head, end, rule, mark } = found;
  const { date, region, country, countryName } = head;
  return {
    isDateline: true,
    rule,
    raw: text.slice(0, end),
    span: [0, end],
    cities: head.cities,
    ...(region === undefined ? {} : { region }),
    ...(country === undefined ? {} : { country }),
    ...(countryName === undefined ? {} : { countryName }),
    ...(date === undefined ? {} : { date: completeDate(date, options.context?.version_created ?? options.context?.published) }),
    agencies: mark?.agencies ?? [],
    ...(mark?.service === undefined ? {} : { service: mark.service }),
    rest: text.slice(end),
    rejected,
  };
}
