/** One piece of a written date. `glued` = nothing stands between it and the piece before. */
export type Token = { readonly glued: boolean } & (
  | { readonly kind: 'date'; readonly parts: readonly [string, string, string]; readonly separator: string }
  | { readonly kind: 'pair'; readonly parts: readonly [string, string]; readonly separator: string }
  | { readonly kind: 'clock'; readonly parts: readonly [string, string, string | undefined, string | undefined] }
  | { readonly kind: 'number'; readonly digits: string; readonly apostrophe: boolean }
  | { readonly kind: 'offset'; readonly zone: string }
  | { readonly kind: 'place'; readonly zone: string }
  | { readonly kind: 'word'; readonly word: string; readonly raw: string }
);

const YEAR_FIRST = /(\d{4})(?:([-/])(\d{1,2})[-/](\d{1,2})|\s?(\.)\s?(\d{1,2})\s?\.\s?(\d{1,2})|(:)(\d{1,2}):(\d{1,2})(?=\s|$|t))(?!\d)/iy;
const YEAR_LAST = /(\d{1,2})(?:([-/])(\d{1,2})[-/]|\s?(\.)\s?(\d{1,2})\s?\.\s?|(:)(\d{1,2}):(?=\d{4}))(\d{4}|\d{2}(?!\s?:))(?!\d)/y;
const CLOCK = /(\d{1,2})\s?:\s?(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9})|:(\d{3}))?)?(?!\d|:\d)/y;
const PAIR = /(\d{1,4})([-/.])(\d{1,4})(?!\d|[-/.]\d)/y;
const NUMBER = /(?:(['’])(?=\d\d(?!\d)))?(\d{1,20})/y;
const OFFSET = /\s?([+\u2212-])(\d{1,2})(?::?([0-5]\d)(?::[0-5]\d)?)?(?![\d/.:]|-\d)/y;
const PLACE = /[A-Z][A-Za-z_]+\/[A-Za-z_]+(?:\/[A-Za-z_]+)?(?:[+-]\d{1,2})?/y;
/** Chinese and Japanese write words without spaces. */
const HAN = /午前|午後|上午|下午|中午|晚上|早上|凌晨|[月火水木金土日]曜日?|星期[一二三四五六日天]|[周週][一二三四五六日]|\p{sc=Han}/uy;
const WORD = /(?:(?!\p{sc=Han})[\p{L}\p{M}])(?:(?!\p{sc=Han})[\p{L}\p{M}'’ʼ])*(?:\.(?:(?!\p{sc=Han})[\p{L}\p{M}])+)*/uy;

/** Cuts a text into dates, clocks, numbers, offsets and words; everything else is punctuation. Linear in the length. */
export function scan(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let end = -1;
  let at = 0;
  while (at < text.length) {
    const found = tokenAt(text, at, tokens.at(-1), at === end);
    if (found !== undefined) tokens.push(found.token);
    at += found?.length ?? 1;
    if (found !== undefined) end = at;
  }
  return tokens;
}

interface FoundToken {
  readonly token: Token;
  readonly length: number;
}

function tokenAt(text: string, at: number, before: Token | undefined, glued: boolean): FoundToken | undefined {
  const sign = before === undefined ? null : offsetAt(text, at, before);
  if (sign !== null) {
    const zone = `${sign[1] === '+' ? '+' : '-'}${(sign[2] ?? '').padStart(2, '0')}:${sign[3] ?? '00'}`;
    return { token: { kind: 'offset', zone, glued }, length: sign[0].length };
  }
  const char = text[at] ?? '';
  return /[\d'’]/.test(char) ? figuresAt(text, at, glued) : wordAt(text, at, glued);
}

/** A sign is an offset after a clock or a zone; after a bare date only a plus is. */
function offsetAt(text: string, at: number, before: Token): RegExpExecArray | null {
  if (before.kind === 'number' || before.kind === 'pair' || before.kind === 'place') return null;
  if (before.kind === 'date' && !/^\s?\+/.test(text.slice(at, at + 2))) return null;
  if (before.kind === 'word' && !/^(?:[A-Z]{1,5}|[ap]\.?m)$/i.test(before.raw)) return null;
  if (before.kind === 'word' && before.raw.toUpperCase() !== before.raw && !/^[ap]\.?m|utc|gmt$/i.test(before.raw)) return null;
  return match(OFFSET, text, at);
}

function figuresAt(text: string, at: number, glued: boolean): FoundToken | undefined {
  const date = match(YEAR_FIRST, text, at) ?? match(YEAR_LAST, text, at);
  if (date !== null) {
    const [first = '', separator = '', second = '', ...rest] = date.slice(1).filter((part) => (part as string | undefined) !== undefined);
    return { token: { kind: 'date', parts: [first, second, rest[0] ?? ''], separator, glued }, length: date[0].length };
  }
  const clock = match(CLOCK, text, at);
  if (clock !== null) {
    const parts = [clock[1] ?? '', clock[2] ?? '', clock[3], clock[4] ?? clock[5]] as const;
    return { token: { kind: 'clock', parts, glued }, length: clock[0].length };
  }
  const pair = match(PAIR, text, at);
  if (pair !== null)
    return { token: { kind: 'pair', parts: [pair[1] ?? '', pair[3] ?? ''], separator: pair[2] ?? '', glued }, length: pair[0].length };
  const number = match(NUMBER, text, at);
  if (number === null) return undefined;
  return { token: { kind: 'number', digits: number[2] ?? '', apostrophe: number[1] !== undefined, glued }, length: number[0].length };
}

function wordAt(text: string, at: number, glued: boolean): FoundToken | undefined {
  const place = match(PLACE, text, at);
  if (place !== null) return { token: { kind: 'place', zone: place[0], glued }, length: place[0].length };
  const raw = (match(HAN, text, at) ?? match(WORD, text, at))?.[0];
  if (raw === undefined) return undefined;
  return { token: { kind: 'word', word: raw.toLowerCase().replaceAll('.', '').replaceAll('\u0307', ''), raw, glued }, length: raw.length };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
