import { inflated } from '../inflated.ts';
import { ascii, MAX_XMP, numberAt, truncated, type PictureParts } from './parts.ts';

/** A chunk of PNG or RIFF. */
interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

const MAX_CHUNKS = 20_000;
const PNG_XMP = 'XML:com.adobe.xmp\0';
const EXIF = 'Exif\0\0';

/** Words of a PNG: `eXIf`, `iTXt` with XMP, and its own texts as data. Source: PNG 3rd ed. (2025) 11.3, XMP part 3 1.1.5. @throws {BadInput} `picture.truncated` */
export function pngParts(bytes: Uint8Array): PictureParts {
  const chunks = pngChunks(bytes);
  const head = chunks.find(({ type }) => type === 'IHDR')?.data;
  const exif = chunks.find(({ type }) => type === 'eXIf')?.data;
  const texts = chunks.filter(({ type }) => type === 'iTXt');
  const xmp = texts.filter(({ data }) => ascii(data.subarray(0, PNG_XMP.length)) === PNG_XMP).map(({ data }) => internationalText(data));
  return {
    ...(head === undefined ? {} : { width: numberAt(head, 0, 4), height: numberAt(head, 4, 4) }),
    ...(exif === undefined ? {} : { exif }),
    xmp: xmp.filter((packet) => packet !== undefined),
    pixels: bytes,
    other: chunks.filter(({ type }) => type === 'tEXt').map(({ data }) => plainText(data)),
    repairs: [],
  };
}

/** Words of a WebP: the chunks `EXIF` and `XMP `. Source: RFC 9649 2.7. @throws {BadInput} `picture.truncated` */
export function webpParts(bytes: Uint8Array): PictureParts {
  const chunks = riffChunks(bytes);
  const exif = chunks.find(({ type }) => type === 'EXIF')?.data;
  const canvas = chunks.find(({ type }) => type === 'VP8X')?.data;
  const isNamed = exif !== undefined && ascii(exif.subarray(0, EXIF.length)) === EXIF;
  return {
    ...(canvas === undefined || canvas.length < 10 ? {} : { width: 1 + threeBytes(canvas, 4), height: 1 + threeBytes(canvas, 7) }),
    ...(exif === undefined ? {} : { exif: isNamed ? exif.subarray(EXIF.length) : exif }),
    xmp: chunks.filter(({ type }) => type === 'XMP ').map(({ data }) => data.subarray(0, MAX_XMP)),
    pixels: bytes,
    other: [],
    repairs: [],
  };
}

function pngChunks(bytes: Uint8Array): Chunk[] {
  return walk(bytes, 8, (at) => {
    const length = numberAt(bytes, at, 4);
    return { type: ascii(bytes.subarray(at + 4, at + 8)), start: at + 8, length, next: at + 12 + length };
  });
}

function riffChunks(bytes: Uint8Array): Chunk[] {
  return walk(bytes, 12, (at) => {
    const length = threeBytes(bytes, at + 4) + (bytes[at + 7] ?? 0) * 0x1000000;
    return { type: ascii(bytes.subarray(at, at + 4)), start: at + 8, length, next: at + 8 + length + (length % 2) };
  });
}

function walk(
  bytes: Uint8Array,
  from: number,
  read: (at: number) => { type: string; start: number; length: number; next: number },
): Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = from; at + 8 <= bytes.length && chunks.length < MAX_CHUNKS;) {
    const { type, start, length, next } = read(at);
    chunks.push({ type, data: bytes.subarray(start, start + length) });
    if (start + length > bytes.length) throw truncated(`its part ${JSON.stringify(type)} is cut short`);
    at = next;
  }
  return chunks;
}

function threeBytes(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) + (bytes[at + 1] ?? 0) * 0x100 + (bytes[at + 2] ?? 0) * 0x10000;
}

/** Keyword, compression flag and method, language, translated keyword, text; unpacked within bounds. */
function internationalText(data: Uint8Array): Uint8Array | undefined {
  const flags = PNG_XMP.length;
  const language = data.indexOf(0, flags + 2);
  const keyword = language === -1 ? -1 : data.indexOf(0, language + 1);
  if (keyword === -1) return undefined;
  const text = data.subarray(keyword + 1);
  return data[flags] === 1 ? inflated(text, MAX_XMP) : text.subarray(0, MAX_XMP);
}

function plainText(data: Uint8Array): readonly [string, string] {
  const end = Math.max(0, data.indexOf(0));
  return [`png/${ascii(data.subarray(0, Math.min(end, 79)))}`, ascii(data.subarray(end + 1, end + 2_001))];
}
