import iconv from 'iconv-lite';
import type { Found } from '../../article/parsed-item.ts';
import type { Repair } from '../../article/provenance.ts';
import { ascii, numberAt } from './parts.ts';

/** Values of IPTC IIM by dataset (`2:105`), each as text; data that is no text is told by its size. */
export interface Iim {
  readonly values: ReadonlyMap<string, readonly Found[]>;
  readonly repairs: readonly Repair[];
}

interface Dataset {
  readonly id: string;
  readonly data: Uint8Array;
}

const MARKER = 0x1c;
const MAX_DATASETS = 5_000;
const MAX_VALUE = 40_000;
/** Escape sequences of 1:90 (ISO 2022): UTF-8 as a whole, and latin-1 as G1 or G2. */
const CHARSETS: Readonly<Record<string, string>> = { '\x1b%G': 'utf-8', '\x1b.A': 'windows-1252', '\x1b-A': 'windows-1252' };

/**
 * IPTC-NAA Information Interchange Model 4.2 (2014): tag marker, record, dataset, length, data. The charset is the one that 1:90
 * names; else UTF-8 where all of it is, else windows-1252 with the repair `encoding.fallback`. A dataset longer than what is left is cut.
 */
export function readIim(block: Uint8Array): Iim {
  const { datasets, repairs } = datasetsOf(block);
  const texts = datasets.filter(isText);
  const charset = charsetOf(datasets, texts);
  const values = new Map<string, Found[]>();
  let broken = 0;
  for (const dataset of datasets) {
    const { id, data } = dataset;
    const { text, isBroken } = isText(dataset) ? decoded(data, charset.name) : { text: sizeOf(data), isBroken: false };
    if (isBroken) broken += 1;
    if (text !== '') values.set(id, [...(values.get(id) ?? []), { text, path: `iim/${id}` }]);
  }
  const misread = broken === 0 ? [] : [{ code: 'encoding.misdeclared', detail: `${broken} IIM values are not the UTF-8 that they say` }];
  return { values, repairs: [...repairs, ...charset.repairs, ...misread] };
}

function datasetsOf(block: Uint8Array): { datasets: Dataset[]; repairs: Repair[] } {
  const datasets: Dataset[] = [];
  let skipped = 0;
  for (let at = 0; at + 5 <= block.length && datasets.length < MAX_DATASETS;) {
    if (block[at] !== MARKER || !isRecord(block[at + 1])) {
      // Some writers pad the block; a lying length leads astray: go on at the next marker.
      if (block[at] !== 0) skipped += 1;
      at += 1;
      continue;
    }
    const { start, length } = extentOf(block, at);
    const id = `${block[at + 1] ?? 0}:${String(block[at + 2] ?? 0).padStart(2, '0')}`;
    datasets.push({ id, data: withoutPadding(block.subarray(start, start + length)) });
    if (start + length > block.length)
      return { datasets, repairs: [{ code: 'picture.broken-part', detail: `IIM: the dataset ${id} is cut short` }] };
    at = start + length;
  }
  return {
    datasets,
    repairs: skipped === 0 ? [] : [{ code: 'picture.broken-part', detail: `IIM: ${skipped} bytes stand between datasets` }],
  };
}

function isRecord(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 1 && byte <= 9;
}

/** An extended dataset has the top bit set and says how many bytes its length takes. */
function extentOf(block: Uint8Array, at: number): { start: number; length: number } {
  const length = numberAt(block, at + 3, 2);
  if (length < 0x8000) return { start: at + 5, length };
  const digits = length & 0x7fff;
  return digits === 4 ? { start: at + 9, length: numberAt(block, at + 5, 4) } : { start: at + 5, length: block.length };
}

/** Envelope and application record hold words, the records behind them figures about the picture. */
function isText({ id, data }: Dataset): boolean {
  return /^[12]:/.test(id) && data.length <= MAX_VALUE && !data.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0d].includes(byte));
}

/** Zero bytes behind a text only fill up; a number of two bytes may end in one. */
function withoutPadding(data: Uint8Array): Uint8Array {
  let end = data.length;
  while (end > 2 && data[end - 1] === 0) end -= 1;
  return data.subarray(0, end);
}

/** Numbers of up to four bytes as such, the rest by its size. */
function sizeOf(data: Uint8Array): string {
  if (data.length > 4) return data[0] === 0x1b ? JSON.stringify(ascii(data.subarray(0, 32))) : `${data.length} bytes`;
  return data[0] === 0x1b ? JSON.stringify(ascii(data)) : String(data.reduce((value, byte) => value * 256 + byte, 0));
}

function charsetOf(datasets: readonly Dataset[], texts: readonly Dataset[]): { name: string; repairs: Repair[] } {
  const stated = datasets.find(({ id }) => id === '1:90')?.data;
  const named = stated === undefined ? undefined : CHARSETS[ascii(stated.subarray(0, 3))];
  if (named !== undefined) return { name: named, repairs: [] };
  const isBeyondAscii = texts.some(({ data }) => data.some((byte) => byte > 0x7f));
  if (!isBeyondAscii || texts.every(({ data }) => utf8(data) !== undefined)) return { name: 'utf-8', repairs: [] };
  return {
    name: 'windows-1252',
    repairs: [{ code: 'encoding.fallback', detail: 'IIM names no charset and is not UTF-8: read as windows-1252' }],
  };
}

/** A value cut at its longest length may end within a character. */
function decoded(data: Uint8Array, charset: string): { text: string; isBroken: boolean } {
  const whole = charset === 'utf-8' ? (utf8(data) ?? utf8(withoutCutCharacter(data))) : undefined;
  const text = whole ?? iconv.decode(Buffer.from(data), 'windows-1252');
  return { text: text.trim(), isBroken: charset === 'utf-8' && whole === undefined };
}

function utf8(data: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(data);
  } catch {
    return undefined;
  }
}

function withoutCutCharacter(data: Uint8Array): Uint8Array {
  let end = data.length;
  while (end > data.length - 3 && ((data[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return data.subarray(0, Math.max(0, end - 1));
}
