import { isUtf8 } from 'node:buffer';
import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { Repair } from '../article/provenance.ts';
import { BadInput } from '../faults.ts';
import { detectCharset, isShiftedJapanese } from './charset/detect.ts';
import { isMail } from './is-mail.ts';
import { pictureKindOf } from './picture/kind.ts';

/** Text of a document and how its encoding was known. */
export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  /** Lower-case name; `binary` for a picture, which has no text. */
  readonly encoding: string;
  readonly encodingBasis: 'bom' | 'header' | 'declaration' | 'detection' | 'fallback';
  readonly repairs: readonly Repair[];
  /** True where only the first `MAX_BYTES` were read: there is more. */
  readonly cut?: boolean;
}

interface Choice {
  readonly encoding: string;
  readonly basis: Decoded['encodingBasis'];
  readonly skip?: number;
  readonly repairs?: readonly Repair[];
}

/** At most so many bytes of a document are read. */
export const MAX_BYTES = 20_000_000;
const MAX_RATIO = 200;
const RATIO_FROM = 1_000_000;

const BOMS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Names that publishers write for other charsets; web browsers read them so (WHATWG Encoding Standard). */
const ALIASES: Readonly<Record<string, string>> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'us-ascii',
  'iso8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  utf8: 'utf-8',
  'utf-16': 'utf-16le',
  'ucs-2': 'utf-16le',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-sjis': 'shift_jis',
  'ks_c_5601-1987': 'euc-kr',
};

const SINGLE_BYTE = /^(?:windows-125\d|iso-8859-\d{1,2}|koi8-[ru])$/;

/** Names that iconv-lite knows and that are no charsets of text. */
const NO_CHARSETS = new Set(['base64', 'hex', 'binary', 'cesu8', 'internal']);

/** Code points 0x80 to 0x9f of windows-1252; undefined bytes stay what they are. */
const C1 = iconv.decode(Buffer.from(Array.from({ length: 32 }, (_, index) => 0x80 + index)), 'windows-1252');

/**
 * Bytes to text, once for all formats: byte order mark, then HTTP charset, then XML prolog or HTML meta, then detection, then
 * windows-1252 with a flag. A picture has no text and keeps its bytes. Bytes that contradict their label win over it, with the repair `encoding.misdeclared`. Never UTF-7.
 * Other repairs: `encoding.fallback`, `encoding.unknown`, `encoding.c1-repaired`, `encoding.replaced` (with how many characters).
 * Of a larger document the first `MAX_BYTES` are read.
 * @throws {BadInput} `input.empty`, `input.compression`, `input.binary`, `input.encoding`
 */
export function decode(
  input: Uint8Array,
  known: { readonly mediaType?: string; readonly headers?: Readonly<Record<string, string>> },
): Decoded {
  const whole = unzipped(input);
  const bytes = whole.subarray(0, MAX_BYTES);
  const cut = whole.length > MAX_BYTES ? { cut: true } : {};
  if (pictureKindOf(bytes) !== undefined) return { text: '', encoding: 'binary', encodingBasis: 'detection', repairs: [], ...cut };
  const { encoding, basis, skip = 0, repairs = [] } = choiceOf(bytes, known);
  const decoded = mended(read(bytes.subarray(skip), encoding));
  if (decoded.text.trim() === '')
    throw new BadInput('input.empty', { message: 'The document is empty', hint: 'Check that the transfer was complete' });
  return {
    text: decoded.text,
    encoding,
    encodingBasis: basis,
    repairs: [...repairs, ...decoded.repairs],
    ...cut,
  };
}

/** Bytes that were packed with gzip, unpacked within bounds. @throws {BadInput} `input.compression` */
export function unzipped(input: Uint8Array): Uint8Array {
  if (input[0] !== 0x1f || input[1] !== 0x8b) return input;
  try {
    const limit = Math.min(MAX_BYTES, Math.max(RATIO_FROM, input.length * MAX_RATIO));
    return gunzipSync(input, { maxOutputLength: limit });
  } catch (thrown) {
    throw new BadInput('input.compression', {
      message: `The gzip data cannot be unpacked within its bounds: ${thrown instanceof Error ? thrown.message : ''}`,
      hint: 'Check that the transfer was complete',
    });
  }
}

function choiceOf(bytes: Uint8Array, known: Parameters<typeof decode>[1]): Choice {
  const seen = bomOf(bytes) ?? wideOf(bytes);
  const head = bytes.subarray(seen?.skip ?? 0, 4_096);
  const labels = labelsOf(read(head, seen?.encoding ?? 'windows-1252'), known, mailLabel(bytes));
  if (seen !== undefined) {
    const liar = labels.find(({ encoding }) => !/^utf-(?:16|32)/.test(encoding));
    return liar === undefined || seen.encoding === 'utf-8' ? seen : { ...seen, repairs: [misdeclared(liar.encoding, seen.encoding)] };
  }
  if (labels.some(({ encoding }) => /utf-?7/.test(encoding)))
    throw new BadInput('input.encoding', {
      message: 'The document is labelled UTF-7, which is never read',
      hint: 'Ask the provider for UTF-8',
    });
  const [label] = labels.filter(({ encoding }) => isReadable(encoding));
  const unknown = labels.filter(({ encoding }) => !isReadable(encoding));
  const repairs = unknown.slice(0, 1).map(({ encoding }) => ({ code: 'encoding.unknown', detail: `no charset is called ${encoding}` }));
  const choice = label === undefined ? guessOf(bytes) : believed(bytes, label);
  return { ...choice, repairs: [...repairs, ...(choice.repairs ?? [])] };
}

function bomOf(bytes: Uint8Array): Choice | undefined {
  const found = BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found === undefined ? undefined : { encoding: found[0], basis: 'bom', skip: found[1].length };
}

/** Two- and four-byte encodings show by the places of their zero bytes, whatever a label says. */
function wideOf(bytes: Uint8Array): Choice | undefined {
  const head = bytes.subarray(0, 4_096);
  const quarter = head.length / 4;
  const zeros = [0, 0, 0, 0];
  head.forEach((byte, index) => {
    if (byte === 0) zeros[index % 4] = (zeros[index % 4] ?? 0) + 1;
  });
  const lanes = zeros.map((count) => (count > quarter * 0.3 ? '0' : count > quarter * 0.02 ? '?' : 'x')).join('');
  const encoding = { '000x': 'utf-32be', x000: 'utf-32le', '0x0x': 'utf-16be', x0x0: 'utf-16le' }[lanes];
  return encoding === undefined ? undefined : { encoding, basis: 'detection' };
}

/** What the header and the document say, the header first. */
function labelsOf(head: string, known: Parameters<typeof decode>[1], mail: string | undefined): Choice[] {
  const header = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec((known.headers?.['content-type'] ?? known.mediaType ?? '').slice(0, 500))?.[1];
  const declared =
    mail ??
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ??
    // In JSON and in text, such an element is quoted and says nothing of the document.
    (/^\s*</.test(head) ? /<meta[^>]{0,300}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1] : undefined);
  return [
    ...(header === undefined ? [] : [{ encoding: nameOf(header), basis: 'header' as const }]),
    ...(declared === undefined ? [] : [{ encoding: nameOf(declared), basis: 'declaration' as const }]),
  ];
}

/** A mail has a charset for each part; the first one is told of the whole. UTF-8 where none is named; undefined where the document is no mail. */
function mailLabel(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.subarray(0, 100_000)).toString('latin1');
  if (!isMail(text)) return undefined;
  const label = /^content-type:\s*text\/[^]{0,300}?charset\s*=\s*"?([\w.:-]{1,40})/imu.exec(text)?.[1];
  return label === undefined || /^(?:utf-?(?:16|32)|ucs)/iu.test(label) ? 'utf-8' : label;
}

function nameOf(label: string): string {
  const lower = label.trim().toLowerCase();
  return ALIASES[lower] ?? lower;
}

function isReadable(encoding: string): boolean {
  return decoderOf(encoding) !== undefined || (iconv.encodingExists(encoding) && !NO_CHARSETS.has(encoding));
}

/** The label, unless the bytes cannot be what it says. */
function believed(bytes: Uint8Array, label: Choice): Choice {
  const { encoding, basis } = label;
  if (encoding === 'us-ascii' && bytes.every((byte) => byte < 0x80)) return label;
  // A prolog that could be read byte by byte is in no two-byte encoding, nor is valid UTF-8.
  const isWide = /^utf-(?:16|32)/.test(encoding) && (basis === 'declaration' || isUtf8(bytes));
  // Text in a single-byte encoding that happens to be valid UTF-8 beyond ASCII does not occur.
  const isUnderstated = encoding === 'us-ascii' || (SINGLE_BYTE.test(encoding) && bytes.some((byte) => byte > 0x7f) && isUtf8(bytes));
  const isOverstated = encoding === 'utf-8' && !isUtf8(bytes) && isMostlyBroken(bytes);
  if (!isWide && !isUnderstated && !isOverstated) return label;
  const actual = isUtf8(bytes) ? 'utf-8' : detectCharset(bytes, read);
  const repairs = [misdeclared(encoding, actual ?? 'windows-1252')];
  return { encoding: actual ?? 'windows-1252', basis: actual === undefined ? 'fallback' : 'detection', repairs };
}

/** A few broken sequences in UTF-8 are damage; where most of what is not ASCII is broken, the label is wrong. */
function isMostlyBroken(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  const beyond = text.match(/[^\x00-\x7f]/gu)?.length ?? 0;
  return replacedIn(text) > beyond / 2;
}

function misdeclared(said: string, actual: string): Repair {
  return { code: 'encoding.misdeclared', detail: `labelled ${said}, read as ${actual}` };
}

/** No word from anyone: valid UTF-8 shows itself, the rest is windows-1252 if it is text at all. */
function guessOf(bytes: Uint8Array): Choice {
  const head = bytes.subarray(0, 4_096);
  const controls = head.reduce((sum, byte) => sum + (byte < 0x09 || (byte > 0x0d && byte < 0x20 && byte !== 0x1b) ? 1 : 0), 0);
  if (controls > 2 && controls > head.length / 100 && !isTransmission(head))
    throw new BadInput('input.binary', {
      message: 'The document is binary, not text',
      hint: 'Of binary files only pictures (JPEG, PNG, WebP, TIFF) are read',
    });
  if (isUtf8(bytes)) return { encoding: isShiftedJapanese(bytes) ? 'iso-2022-jp' : 'utf-8', basis: 'detection' };
  if (!isMostlyBroken(bytes)) return { encoding: 'utf-8', basis: 'detection' };
  const detected = detectCharset(bytes, read);
  if (detected !== undefined)
    return {
      encoding: detected,
      basis: 'detection',
      repairs: [{ code: 'encoding.detected', detail: `no charset named, read as ${detected} by its letters` }],
    };
  const repairs = [{ code: 'encoding.fallback', detail: 'no charset named, not UTF-8: read as windows-1252' }];
  return { encoding: 'windows-1252', basis: 'fallback', repairs };
}

/**
 * Text for wires (IPTC 7901, ANPA 1312) is framed and set in control characters: after the padding comes SYN or SOH
 * and a printable heading, or ZCZC.
 */
function isTransmission(head: Uint8Array): boolean {
  const text = iconv.decode(Buffer.from(head), 'latin1');
  return /^[\x00\x7f\s]{0,200}(?:\x16{0,8}\x01[ -~]{4}|V?ZCZC\b)/i.test(text) && (text.match(/\x00/g)?.length ?? 0) <= 8;
}

/** The platform's decoder; undefined for names it does not know. */
function decoderOf(encoding: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(encoding);
  } catch {
    return undefined;
  }
}

function read(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8' && isUtf8(bytes))
    return withoutMark(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  // The platform reads windows-1252 as latin-1 in some versions; the table of iconv-lite does not change.
  const decoder = encoding === 'windows-1252' ? undefined : decoderOf(encoding);
  const text = decoder === undefined ? iconv.decode(Buffer.from(bytes), encoding) : decoder.decode(bytes);
  return withoutMark(text);
}

function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** C1 controls become the windows-1252 characters that were meant; characters that could not be read are counted. */
function mended(source: string): { text: string; repairs: Repair[] } {
  let controls = 0;
  const text = source.replace(/[\x80-\x9f]/g, (control) => {
    const meant = C1[control.charCodeAt(0) - 0x80] ?? control;
    if (meant !== control && meant !== '\ufffd') controls += 1;
    return meant === '\ufffd' ? control : meant;
  });
  const replaced = replacedIn(text);
  const repairs = [
    { code: 'encoding.c1-repaired', count: controls, detail: `${controls} control characters read as windows-1252` },
    { code: 'encoding.replaced', count: replaced, detail: `${replaced} unreadable characters` },
  ];
  return { text, repairs: repairs.filter(({ count }) => count > 0).map(({ code, detail }) => ({ code, detail })) };
}

function replacedIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1;
  return count;
}
