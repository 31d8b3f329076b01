import { crc32 } from 'node:zlib';
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from 'yauzl';
import { BadInput } from '../../faults.ts';
import type { ArchivedDocument, ArchiveEntry, ArchiveKind, PassedOver } from '../archive.ts';
import { MAX_BYTES } from '../decode.ts';

/** More is an attack or a library; threats, row 6. */
const MOST_ENTRIES = 10_000;
const MAX_RATIO = 200;
const RATIO_FREE_BYTES = 1_048_576;
const LOCAL_HEADER = 30;
const FILE_KIND = 0o170000;
const REGULAR: ReadonlySet<number> = new Set([0, 0o100000]);

/** Zip archives (APPNOTE 6.3), stored or deflated. The directory at the end is believed only where it agrees with the entries. */
export const zip: ArchiveKind = {
  name: 'zip',
  recognises: (head) => /^PK(?:\x03\x04|\x05\x06)/.test(Buffer.from(head.subarray(0, 4)).toString('latin1')),
  async *entries({ path }) {
    const file = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(refuse);
    try {
      const all = await directoryOf(file).catch(refuse);
      refuseOverlap(all);
      for (const entry of all) yield await entryOf(file, entry);
    } finally {
      file.close();
    }
  },
};

/** What the directory lists, in the order of the file. */
async function directoryOf(file: ZipFile): Promise<readonly Entry[]> {
  if (file.entryCount > MOST_ENTRIES)
    throw new BadInput('archive.too-many', {
      message: `The archive lists ${file.entryCount} entries; at most ${MOST_ENTRIES} are read`,
      hint: 'Split it, or pack the stories as tar',
    });
  const all: Entry[] = [];
  for await (const entry of file.eachEntry()) all.push(entry);
  return all.sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
}

/** Entries that share bytes make gigabytes of kilobytes. @throws {BadInput} `archive.overlap` */
function refuseOverlap(all: readonly Entry[]): void {
  let end = 0;
  for (const { relativeOffsetOfLocalHeader: start, fileNameLength, compressedSize } of all) {
    if (start < end)
      throw new BadInput('archive.overlap', {
        message: 'Entries of the archive share bytes',
        hint: 'It was made to do harm; nothing of it is read',
      });
    end = start + LOCAL_HEADER + fileNameLength + compressedSize;
  }
}

async function entryOf(file: ZipFile, entry: Entry): Promise<ArchiveEntry> {
  const name = nameOf(entry);
  const place = { label: name, position: entry.relativeOffsetOfLocalHeader + LOCAL_HEADER + entry.compressedSize };
  try {
    return { ...place, ...(await contentOf(file, entry, name)) };
  } catch (thrown) {
    return { ...place, kind: 'bad', error: faultOf(thrown) };
  }
}

async function contentOf(file: ZipFile, entry: Entry, name: string): Promise<ArchivedDocument | PassedOver> {
  if (name.endsWith('/')) return { kind: 'skipped', code: 'archive.no-document' };
  if (!REGULAR.has((entry.externalFileAttributes >>> 16) & FILE_KIND))
    throw new BadInput('archive.not-a-file', { message: 'The entry is a link or a device', hint: 'Pack the file that it points to' });
  if (entry.isEncrypted())
    throw new BadInput('archive.encrypted', { message: 'The entry is encrypted', hint: 'Pack it without a password' });
  if (!entry.canDecodeFileData())
    throw new BadInput('archive.method', {
      message: `The entry is packed by method ${entry.compressionMethod}`,
      hint: 'Pack it by deflate, as every program can',
    });
  if (entry.uncompressedSize > MAX_BYTES)
    throw new BadInput('input.too-large', { message: `The file has more than ${MAX_BYTES} bytes`, hint: 'It is not read' });
  if (entry.uncompressedSize > RATIO_FREE_BYTES && entry.uncompressedSize > entry.compressedSize * MAX_RATIO)
    throw new BadInput('input.compression', {
      message: `The entry unpacks to more than ${MAX_RATIO} times its size`,
      hint: 'It is not read',
    });
  const { fileName } = await file.readLocalFileHeaderPromise(entry, { minimal: false });
  if (!fileName.equals(entry.fileNameRaw))
    throw new BadInput('archive.name-mismatch', {
      message: 'The entry has another name in the directory of the archive',
      hint: 'Pack the archive again',
    });
  return { kind: 'document', bytes: await bytesOf(file, entry) };
}

/** The reader of zips counts bytes against the directory and stops at one too many; the checksum is ours to look at. */
async function bytesOf(file: ZipFile, entry: Entry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of (await file.openReadStreamPromise(entry)) as AsyncIterable<Buffer>) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  if (crc32(bytes) === entry.crc32) return bytes;
  throw new BadInput('archive.damaged', { message: 'The checksum of the entry is wrong', hint: 'Fetch the archive again' });
}

function nameOf(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
}

function faultOf(thrown: unknown): BadInput {
  if (thrown instanceof BadInput) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new BadInput('archive.damaged', { message: `The archive cannot be read: ${reason}`, hint: 'Fetch it again' });
}

function refuse(thrown: unknown): never {
  throw faultOf(thrown);
}
