import { gunzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import type { Repair } from '../article/provenance.ts';
import { BadInput } from '../faults.ts';

/** Text of a document and how its encoding was known. */
export interface Decoded {
  /** Without a byte order mark. */
  readonly text: string;
  /** Lower-case name. */
  readonly encoding: string;
  readonly encodingBasis: 'bom' | 'header' | 'declaration' | 'detection' | 'fallback';
  readonly repairs: readonly Repair[];
}

interface Choice {
  readonly encoding: string;
  readonly basis: Decoded['encodingBasis'];
  readonly skip?: number;
}

const MAX_BYTES = 20_000_000;
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
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
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

/**
 * Bytes to text, once for all formats: byte order mark, then HTTP charset, then XML prolog or HTML meta, then detection, then
 * windows-1252 with a flag. Never UTF-7. A character that had to be replaced is counted in `repairs`.
 * @throws {BadInput} `input.empty`, `input.too-large`, `input.compression`, `input.binary`
 */
export function decode(
  input: Uint8Array,
  known: { readonly mediaType?: string; readonly headers?: Readonly<Record<string, string>> },
): Decoded {
  const bytes = unzipped(input);
  if (bytes.length > MAX_BYTES)
    throw new BadInput('input.too-large', {
      message: `The document has ${bytes.length} bytes; at most ${MAX_BYTES} are read`,
      hint: 'Split the file',
    });
  const choice = bomOf(bytes) ?? declaredOf(bytes, known) ?? guessOf(bytes);
  const decoded = textOf(bytes.subarray(choice.skip ?? 0), choice);
  if (decoded.text.trim() === '')
    throw new BadInput('input.empty', { message: 'The document is empty', hint: 'Check that the transfer was complete' });
  return decoded;
}

function unzipped(input: Uint8Array): Uint8Array {
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

function bomOf(bytes: Uint8Array): Choice | undefined {
  const found = BOMS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found === undefined ? undefined : { encoding: found[0], basis: 'bom', skip: found[1].length };
}

function declaredOf(
  bytes: Uint8Array,
  known: { readonly mediaType?: string; readonly headers?: Readonly<Record<string, string>> },
): Choice | undefined {
  const header = charsetIn(known.headers?.['content-type'] ?? known.mediaType ?? '');
  if (header !== undefined && isReadable(header)) return { encoding: header, basis: 'header' };
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4_096)).toString('latin1');
  const declared =
    /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(head)?.[1] ??
    /<meta[^>]{0,300}?charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(head)?.[1];
  const name = declared === undefined ? undefined : nameOf(declared);
  // A prolog that can be read as bytes cannot be in a two-byte encoding.
  return name !== undefined && isReadable(name) && !name.startsWith('utf-16') && !name.startsWith('utf-32')
    ? { encoding: name, basis: 'declaration' }
    : undefined;
}

function charsetIn(contentType: string): string | undefined {
  const name = /charset\s*=\s*["']?([\w.:-]{1,40})/i.exec(contentType)?.[1];
  return name === undefined ? undefined : nameOf(name);
}

function nameOf(label: string): string {
  const lower = label.trim().toLowerCase();
  return ALIASES[lower] ?? lower;
}

function isReadable(encoding: string): boolean {
  return encoding !== 'utf-7' && iconv.encodingExists(encoding);
}

/** No word from anyone: zero bytes show two- and four-byte encodings, valid UTF-8 shows itself. */
function guessOf(bytes: Uint8Array): Choice {
  const head = bytes.subarray(0, 4_096);
  const zeros = [0, 1, 2, 3].map((lane) => head.reduce((sum, byte, index) => sum + (index % 4 === lane && byte === 0 ? 1 : 0), 0));
  const quarter = head.length / 4;
  const lane = (index: number): boolean => (zeros[index] ?? 0) > quarter * 0.7;
  if (lane(0) && lane(1) && lane(2)) return { encoding: 'utf-32be', basis: 'detection' };
  if (lane(1) && lane(2) && lane(3)) return { encoding: 'utf-32le', basis: 'detection' };
  if (lane(0) && lane(2)) return { encoding: 'utf-16be', basis: 'detection' };
  if (lane(1) && lane(3)) return { encoding: 'utf-16le', basis: 'detection' };
  if (zeros.some((count) => count > 2))
    throw new BadInput('input.binary', {
      message: 'The document is binary, not text',
      hint: 'Pictures and archives are not read as stories',
    });
  return isUtf8(bytes) ? { encoding: 'utf-8', basis: 'detection' } : { encoding: 'windows-1252', basis: 'fallback' };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function textOf(bytes: Uint8Array, { encoding, basis }: Choice): Decoded {
  const repairs: Repair[] =
    basis === 'fallback' ? [{ code: 'encoding.fallback', detail: 'no charset named, not UTF-8: read as windows-1252' }] : [];
  if (encoding === 'utf-8') {
    if (isUtf8(bytes)) return { text: new TextDecoder('utf-8').decode(bytes), encoding, encodingBasis: basis, repairs };
    const single = iconv.decode(Buffer.from(bytes), 'windows-1252');
    const text = new TextDecoder('utf-8').decode(bytes);
    const replaced = text.split('\ufffd').length - 1;
    // Mostly broken: the declaration is wrong. A few broken bytes: the declaration is right and the bytes are not.
    if (replaced > text.length / 200 && !/[\u0081\u008d\u008f\u0090\u009d]/.test(single)) {
      return {
        text: single,
        encoding: 'windows-1252',
        encodingBasis: 'fallback',
        repairs: [...repairs, { code: 'encoding.misdeclared', detail: 'declared utf-8 is not valid: read as windows-1252' }],
      };
    }
    return {
      text,
      encoding,
      encodingBasis: basis,
      repairs: [...repairs, { code: 'encoding.replaced', detail: `${replaced} unreadable bytes` }],
    };
  }
  const text = iconv.decode(Buffer.from(bytes), encoding);
  const replaced = text.split('\ufffd').length - 1;
  return {
    text,
    encoding,
    encodingBasis: basis,
    repairs: replaced === 0 ? repairs : [...repairs, { code: 'encoding.replaced', detail: `${replaced} unreadable bytes` }],
  };
}
