import { MOMENT_WORDS } from '../lexicon/byline-words.ts';
import { printedMonth } from '../times/month-names.ts';
import { isWeekday } from '../times/weekdays.ts';

/** A byline without what is no name: handles, addresses, the moment, and the segments behind bars. */
export interface Peeled {
  readonly names: string;
  readonly segments: readonly string[];
  readonly handles: readonly string[];
  readonly emails: readonly string[];
  readonly moment?: { readonly raw: string; readonly start: number };
}

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/gu;
const HANDLE = /(?<![\p{L}\d])@\w{2,30}/gu;
const DIGITS = /(?:\d{4}-\d\d-\d\d|\d{1,2}\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{2,4})/gu;
const WORDS =
  /(?:\d{1,2}(?:er|st|nd|rd|th|º|\.)?\s+(?:de\s+)?(\p{L}{3,12})\.?,?\s+(?:de\s+|del\s+)?\d{4}|(\p{L}{3,12})\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4})/gu;

/** Takes a byline apart; `names` is the part in which persons and agencies stand. */
export function peel(text: string): Peeled {
  const { emails, handles } = addressesIn(text);
  const start = momentStart(text);
  const moment = start === undefined ? undefined : { raw: momentText(text.slice(start)), start };
  const before = start === undefined ? text : `${cutLabel(text.slice(0, start))} ${text.slice(start + (moment?.raw.length ?? 0))}`;
  const parts = (before.includes('@') ? before.replace(EMAIL, ' ').replace(HANDLE, ' ') : before)
    .split(/(?:(?<!\s)\s+)?[|·•]\s*/u)
    .map(trimMarks);
  // Where the moment stands first, the names stand behind its bar.
  const [names = '', ...segments] = parts[0] === '' && moment !== undefined ? parts.slice(1) : parts;
  return { names, segments: segments.filter((segment) => segment !== ''), handles, emails, ...(moment === undefined ? {} : { moment }) };
}

function addressesIn(text: string): Pick<Peeled, 'emails' | 'handles'> {
  if (!text.includes('@')) return { emails: [], handles: [] };
  const emails = [...text.matchAll(EMAIL)].map(([email]) => email);
  const handles = [...text.replace(EMAIL, ' ').matchAll(HANDLE)].map(([handle]) => handle);
  return { emails, handles };
}

function momentStart(text: string): number | undefined {
  if (!/\d/u.test(text)) return undefined;
  const named = [...text.matchAll(WORDS)].find((match) => printedMonth(match[1] ?? match[2] ?? '') !== undefined);
  const numbered = [...text.matchAll(DIGITS)].at(0);
  const starts = [named, numbered].flatMap((match) => (match === undefined ? [] : [match.index]));
  if (starts.length === 0) return undefined;
  const start = Math.min(...starts);
  const weekday = /(\p{L}{3,12})\.?,?\s+$/u.exec(text.slice(0, start));
  return weekday?.[1] !== undefined && isWeekday(weekday[1]) ? weekday.index : start;
}

/** The moment runs to the next bar or dash that no digit follows. */
function momentText(text: string): string {
  return (text.split(/(?<!\s)\s+(?:[|·•]\s+|[-–—]\s+(?!\d)|(?=(?:par|by|von|por|di|door|av|af)\s+\p{Lu}))/u)[0] ?? '').replace(
    /(?<![\s,;.)])[\s,;.)]+$/u,
    (end) => (/^\.$/u.test(end) ? end : ''),
  );
}

/** `Von R. R. am` gives `Von R. R.`. */
function cutLabel(text: string): string {
  const trimmed = trimMarks(text).replace(
    /(?:^|[\s,])\d{1,2}[:.h]\d\d(?:\s?[ap]\.?m\.?)?(?:,?\s?\(?(?:GMT|UTC|[A-Z]{1,3}T|CEST)\)?)?$/iu,
    '',
  );
  const lower = trimmed.toLowerCase();
  const word = MOMENT_WORDS.find((label) => lower === label || lower.endsWith(` ${label}`));
  return word === undefined ? trimmed : trimMarks(trimmed.slice(0, trimmed.length - word.length));
}

function trimMarks(text: string): string {
  return text
    .replace(/\s{1,50}/gu, ' ')
    .replace(/^[\s,;|·•–—-]{1,20}|[\s,;|·•–—-]{1,20}$/gu, '')
    .trim();
}
