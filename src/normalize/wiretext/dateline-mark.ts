import { agenciesIn, agencyOf } from '../lexicon/agencies.ts';
import { isKnownCity } from '../lexicon/cities.ts';
import { countryCodeOf } from '../lexicon/countries.ts';
import { regionOf } from '../lexicon/regions.ts';
import { cutDate } from './dateline-date.ts';

/** The agency of a dateline and where it is printed: `(AP)`, `/TASS/`, `, Kyodo -`. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly form: 'bracket' | 'slashes' | 'bare';
  /** Codes, in printed order; an agency that no table knows as printed. */
  readonly agencies: readonly string[];
  /** Regional service: `lni` of `(dpa/lni)`. */
  readonly service?: string;
  readonly known: boolean;
}

const BRACKET = /[(（[]([^()（）[\]]{1,60})[)）\]]/gu;
const SLASHES = /\/\s?(\p{L}[\p{L} .-]{1,30}?)\s?\/(?=[\s.\-–—,]|$)/gu;
/** `, Kyodo -`; `— РИА Новости.`; `taz |`; `AGI -` at the very beginning. */
const BARE =
  /[,.\d]\s+(\p{L}[\p{L} ]{1,24}?)(?=\s+[-–—]{1,2}\s)|\s[-–—]\s+(\p{Lu}[\p{L} ]{1,24}?)[.:]\s|\s(\p{L}{2,7})\s?\|\s|^\s*(\p{L}[\p{L} ]{1,24}?)\s+[-–—]{1,2}\s/gu;
const SERVICE = /^\p{Ll}{2,5}$/u;
const ACRONYM = /^\p{Lu}[\p{Lu}\d.&-]{1,7}$/u;
const NAMED = /^\p{Lu}[\p{L}\d.&-]*(?:\s\p{Lu}[\p{L}\d.&-]*){0,3}\s?$/u;

/** The marks at the beginning of a line, those of known agencies first, then in printed order; `window` is its first few hundred characters. */
export function marksIn(window: string): readonly Mark[] {
  return [...matches(window, BRACKET, 'bracket'), ...matches(window, SLASHES, 'slashes'), ...matches(window, BARE, 'bare')].sort(
    (a, b) => Number(b.known) - Number(a.known) || a.start - b.start,
  );
}

function matches(window: string, pattern: RegExp, form: Mark['form']): Mark[] {
  return [...window.matchAll(pattern)].flatMap((match): Mark[] => {
    const text = (match[1] ?? match[2] ?? match[3] ?? match[4] ?? '').trim();
    const named = readAgencies(text) ?? (form === 'bracket' ? unknownAgency(text) : houseMark(match[3]));
    if (named === undefined) return [];
    const [start, end] = form === 'bare' ? boundsOf(match, text) : [match.index, match.index + match[0].length];
    return [{ start, end, form, ...named }];
  });
}

function boundsOf(match: RegExpExecArray, text: string): readonly [number, number] {
  const start = match.index + match[0].indexOf(text);
  return [start, start + text.length];
}

function readAgencies(text: string): Pick<Mark, 'agencies' | 'service' | 'known'> | undefined {
  const listed = agenciesIn(text);
  if (listed.length > 0) return { agencies: listed.map(({ code }) => code), known: true };
  const [first = '', ...rest] = text.split('/').map((part) => part.trim());
  const agency = agencyOf(first);
  if (agency !== undefined && rest.length === 1 && SERVICE.test(rest[0] ?? ''))
    return { agencies: [agency.code], service: rest[0] ?? '', known: true };
  // `(tca/dpa)`: a syndicate that no table knows, and the agency that relays it.
  const relay = rest.length === 1 && SERVICE.test(first) ? agencyOf(rest[0] ?? '') : undefined;
  if (relay !== undefined) return { agencies: [relay.code], service: first, known: true };
  const lead = agencyOf(text.split(/[\s/]/u)[0] ?? '');
  if (lead !== undefined && text.length <= 40)
    return { agencies: [lead.code], service: text.slice((text.split(/[\s/]/u)[0] ?? '').length + 1), known: true };
  return undefined;
}

/** `BERLIN taz |`: a paper's own mark before the bar. */
function houseMark(text: string | undefined): Pick<Mark, 'agencies' | 'known'> | undefined {
  return text !== undefined && /^\p{Ll}{2,5}$/u.test(text) ? { agencies: [text], known: false } : undefined;
}

/** A bracket with the shape of a name that is neither a place nor a date: an agency that the table does not hold. */
function unknownAgency(text: string): Pick<Mark, 'agencies' | 'known'> | undefined {
  if (!ACRONYM.test(text) && !NAMED.test(text)) return undefined;
  if (regionOf(text) !== undefined || countryCodeOf(text) !== undefined || isKnownCity(text) || cutDate(text).date !== undefined)
    return undefined;
  return { agencies: [text], known: false };
}
