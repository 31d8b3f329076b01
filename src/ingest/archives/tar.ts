import { BadInput } from '../../faults.ts';
import type { ArchiveKind } from '../archive.ts';
import { entriesInTurn, labelled, type Turn } from '../archive-turns.ts';
import type { ByteReader } from '../byte-reader.ts';
import { MAX_BYTES } from '../decode.ts';

const BLOCK = 512;
const LONGEST_EXTENSION = 65_536;

/**
 * Tar archives (POSIX.1-1988 ustar and -2001 pax, GNU), plain or gzipped. Read here and not by a library: those stop at the first damaged
 * header, and here the next valid one is looked for.
 */
export const tar: ArchiveKind = {
  name: 'tar',
  recognises: (head) => isHeader(Buffer.from(head.subarray(0, BLOCK))),
  entries: ({ source }) => entriesInTurn(source, 'entry', readEntry),
};

interface Header {
  readonly label: string;
  readonly size: number;
  readonly type: string;
}

async function readEntry(reader: ByteReader): Promise<Turn | undefined> {
  const header = await readHeader(reader);
  return header === undefined ? undefined : labelled({ label: header.label }, () => readContent(reader, header));
}

/** The next header that describes an entry, with what the extensions before it say; undefined at the end. */
async function readHeader(reader: ByteReader): Promise<Header | undefined> {
  let extended: { label?: string; size?: number } = {};
  for (;;) {
    const block = await reader.peek(BLOCK);
    if (block.length === 0) return undefined;
    if (!isHeader(block) && !isZero(block)) {
      await passToHeader(reader);
      throw damaged();
    }
    await reader.skip(Math.min(BLOCK, block.length));
    if (isZero(block)) continue;
    const [size, type] = [sizeOf(block), typeOf(block)];
    if (!/[xgLK]/.test(type)) return { label: labelOf(block), size, type, ...extended };
    if (size > LONGEST_EXTENSION) throw damaged();
    const content = await padded(reader, size);
    if (type === 'x') extended = { ...extended, ...paxOf(content.toString('utf8')) };
    if (type === 'L') extended = { ...extended, label: textOf(content) };
  }
}

async function passToHeader(reader: ByteReader): Promise<void> {
  for (let block = await reader.peek(BLOCK); block.length > 0; block = await reader.peek(BLOCK)) {
    if (isHeader(block)) return;
    await reader.skip(block.length);
  }
}

async function readContent(reader: ByteReader, { size, type }: Header): Promise<Turn> {
  // Links have no content, whatever size they name.
  if (/[12]/.test(type)) throw notAFile();
  if (type === '5') return { kind: 'skipped', code: 'archive.no-document' };
  if (size > MAX_BYTES || !/[07\x00]/.test(type)) {
    await reader.skip(Math.ceil(size / BLOCK) * BLOCK);
    if (!/[07\x00]/.test(type)) throw notAFile();
    throw new BadInput('input.too-large', { message: `The file has more than ${MAX_BYTES} bytes`, hint: 'It is not read' });
  }
  return { kind: 'document', bytes: await padded(reader, size) };
}

async function padded(reader: ByteReader, size: number): Promise<Buffer> {
  const content = await reader.take(size);
  const padding = (BLOCK - (size % BLOCK)) % BLOCK;
  await reader.skip((await reader.peek(padding)).length);
  return content;
}

/** The sum over the header with blanks in place of the sum itself. */
function isHeader(block: Buffer): boolean {
  if (block.length < BLOCK) return false;
  const said = Number.parseInt(textOf(block.subarray(148, 156)).trim(), 8);
  const sum = block.reduce((total, byte, at) => total + (at >= 148 && at < 156 ? 0x20 : byte), 0);
  return said === sum;
}

function isZero(block: Buffer): boolean {
  return block.every((byte) => byte === 0);
}

/** Octal digits; GNU writes sizes that have no room so as a binary number behind a set bit. */
function sizeOf(block: Buffer): number {
  if (((block[124] ?? 0) & 0x80) !== 0) return Number(block.readBigUInt64BE(128));
  return Number.parseInt(textOf(block.subarray(124, 136)).trim(), 8) || 0;
}

function typeOf(block: Buffer): string {
  return String.fromCharCode(block[156] ?? 0);
}

function labelOf(block: Buffer): string {
  const isPosix = block.subarray(257, 263).toString('latin1') === 'ustar\0';
  const prefix = isPosix ? textOf(block.subarray(345, 500)) : '';
  return [prefix, textOf(block.subarray(0, 100))].filter((part) => part !== '').join('/');
}

function textOf(bytes: Buffer): string {
  const end = bytes.indexOf(0);
  return bytes.subarray(0, end === -1 ? bytes.length : end).toString('utf8');
}

/** Lines of `<length> <key>=<value>`; only these two matter here. */
function paxOf(content: string): { label?: string; size?: number } {
  const label = /(?:^|\n)\d{1,5} path=([^\n]*)/.exec(content)?.[1];
  const size = /(?:^|\n)\d{1,5} size=(\d{1,15})\n/.exec(content)?.[1];
  return { ...(label === undefined ? {} : { label }), ...(size === undefined ? {} : { size: Number(size) }) };
}

function notAFile(): BadInput {
  return new BadInput('archive.not-a-file', { message: 'The entry is a link or a device', hint: 'Pack the file that it points to' });
}

function damaged(): BadInput {
  return new BadInput('archive.damaged', { message: 'An entry has no valid header', hint: 'Fetch the archive again' });
}
