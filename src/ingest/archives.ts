import { stat } from 'node:fs/promises';
import { BadInput } from '../faults.ts';
import type { ArchiveEntry, ArchiveKind } from './archive.ts';
import { jsonl } from './archives/jsonl.ts';
import { mbox } from './archives/mbox.ts';
import { tar } from './archives/tar.ts';
import { warc } from './archives/warc.ts';
import { zip } from './archives/zip.ts';
import { fileSource, type ByteSource } from './byte-source.ts';
import { unzipped } from './decode.ts';
import { gunzipped } from './gunzipped.ts';

/** Every kind of archive. */
export const archives: readonly ArchiveKind[] = [warc, zip, tar, mbox, jsonl];

/** An archive that was recognised. */
export interface Archive {
  readonly kind: string;
  /** Bytes of the file. */
  readonly size: number;
  /** Its entries, one by one. @throws {BadInput} where nothing of it can be read. */
  entries(): AsyncGenerator<ArchiveEntry>;
}

/** So much of a file is looked at. */
const HEAD_BYTES = 1_048_576;
/** How other archives begin: 7-Zip, RAR, XZ, bzip2, Zstandard. */
const FOREIGN = /^(?:7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\xfd7zXZ\x00|BZh[1-9]1AY|\x28\xb5\x2f\xfd)/;

/** The archive in a file; undefined where the file is a document, or cannot be read at all. */
export async function openArchive(path: string): Promise<Archive | undefined> {
  const stats = await stat(path).catch(() => undefined);
  if (stats?.isFile() !== true) return undefined;
  const source = await sourceOf(path).catch(() => undefined);
  if (source === undefined) return undefined;
  const head = await headOf(source).finally(() => source.close());
  const kind = archives.find((candidate) => candidate.recognises(head));
  return kind === undefined ? undefined : { kind: kind.name, size: stats.size, entries: () => entriesOf(kind, path) };
}

async function* entriesOf(kind: ArchiveKind, path: string): AsyncGenerator<ArchiveEntry> {
  const source = await sourceOf(path);
  try {
    for await (const entry of kind.entries({ path, source })) yield flat(entry);
  } finally {
    await source.close();
  }
}

async function sourceOf(path: string): Promise<ByteSource> {
  const plain = await fileSource(path);
  const start = await plain.next();
  await plain.close();
  const again = await fileSource(path);
  return start?.[0] === 0x1f && start[1] === 0x8b ? gunzipped(again) : again;
}

/** The first bytes; where the very first are damaged, those behind the damage. */
async function headOf(source: ByteSource): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for (let damages = 0; size < HEAD_BYTES && damages < 3;) {
    const piece = await source.next().catch(damageOf);
    if (piece === undefined) break;
    if (piece === 'damaged') {
      if (size > 0) break;
      damages += 1;
      continue;
    }
    pieces.push(piece);
    size += piece.length;
  }
  return Buffer.concat(pieces, size);
}

function damageOf(thrown: unknown): 'damaged' {
  if (thrown instanceof BadInput) return 'damaged';
  throw thrown;
}

/** Archives within archives multiply what one file can unpack to: they are refused. A document that is gzipped is only a document. */
function flat(entry: ArchiveEntry): ArchiveEntry {
  if (entry.kind !== 'document') return entry;
  const { label, position } = entry;
  try {
    const bytes = unzipped(entry.bytes);
    const head = bytes.subarray(0, HEAD_BYTES);
    const isNested = archives.some((kind) => kind.recognises(head)) || FOREIGN.test(Buffer.from(head.subarray(0, 10)).toString('latin1'));
    if (isNested) throw nested();
    return { ...entry, bytes };
  } catch (thrown) {
    if (thrown instanceof BadInput) return { label, position, kind: 'bad', error: thrown };
    throw thrown;
  }
}

function nested(): BadInput {
  return new BadInput('archive.nested', {
    message: 'The entry is an archive itself',
    hint: 'Unpack the outer archive and give each inner one as a file',
  });
}
