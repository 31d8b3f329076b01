import { setImmediate } from 'node:timers/promises';
import { BadInput, sentenceOf } from '../faults.ts';
import type { ArchiveEntry } from '../ingest/archive.ts';
import type { Archive } from '../ingest/archives.ts';
import type { ReadItem } from '../pipeline/read-document.ts';
import { checkpointOf, type Checkpoint, type Counts } from './archive-checkpoint.ts';
import { archiveProgress, type ArchiveProgress } from './archive-progress.ts';
import { EXIT } from './exit-code.ts';
import { writeLine } from './request-lines.ts';
import { untilStopped } from './until-stopped.ts';

export interface ArchiveFlags {
  readonly checkpoint?: string;
  readonly resume?: boolean;
}

/** How an entry's bytes become items. @throws {BadInput} */
export type OpenEntry = (entry: ArchiveEntry & { readonly kind: 'document' }) => Iterable<ReadItem>;

/** Records between two checkpoints: as many may come twice after a crash. */
const CHECKPOINT_EVERY = 100;

/**
 * Reads an archive entry by entry to JSON lines on stdout: `{file, entry, index, article}`, or `{…, error}` for what could not be read.
 * Progress and counts go to stderr. SIGINT and SIGTERM stop it behind the record under way; `resume` goes on there. Returns the exit code.
 */
export async function normalizeArchive(place: string, archive: Archive, flags: ArchiveFlags, open: OpenEntry): Promise<number> {
  const checkpoint = await checkpointOf(place, flags.checkpoint);
  const earlier = flags.resume === true ? await checkpoint.read() : undefined;
  const counts: Counts = earlier ?? { records: 0, articles: 0, skipped: {}, quarantined: {} };
  const isStopped = stopSwitch();
  const progress = archiveProgress(archive.size, counts.records);
  const ended = await readThrough(archive, { place, counts, checkpoint, open, isStopped, progress });
  progress.clear();
  if (ended) await checkpoint.remove();
  else await checkpoint.save(counts);
  process.stderr.write(`wirecopy: ${place}: ${countsLine(counts)}${ended ? '' : '; stopped: --resume goes on from here'}\n`);
  if (!ended) return EXIT.interrupted;
  return Object.keys(counts.quarantined).length > 0 ? EXIT.failed : EXIT.ok;
}

interface Run {
  readonly place: string;
  readonly counts: Counts;
  readonly checkpoint: Checkpoint;
  readonly open: OpenEntry;
  readonly isStopped: () => boolean;
  readonly progress: ArchiveProgress;
}

/** True where the archive was read to its end. What an earlier run counted is read again and passed over. */
async function readThrough(archive: Archive, { place, counts, checkpoint, open, isStopped, progress }: Run): Promise<boolean> {
  let number = 0;
  for await (const entry of archive.entries()) {
    number += 1;
    progress.show(Math.max(number, counts.records), entry.position);
    if (number <= counts.records) continue;
    await writeEntry(place, entry, counts, open);
    counts.records = number;
    // A breath, in which signals are heard.
    await setImmediate();
    if (isStopped()) return false;
    if (number % CHECKPOINT_EVERY === 0) await checkpoint.save(counts);
  }
  return true;
}

async function writeEntry(file: string, entry: ArchiveEntry, counts: Counts, open: OpenEntry): Promise<void> {
  if (entry.kind === 'skipped') {
    add(counts.skipped, entry.code);
    return;
  }
  const row = { file, entry: entry.label };
  const quarantine = async (error: BadInput, index?: number): Promise<void> => {
    add(counts.quarantined, error.code);
    await writeLine({ ...row, ...(index === undefined ? {} : { index }), error: { code: error.code, message: sentenceOf(error) } });
  };
  if (entry.kind === 'bad') {
    await quarantine(entry.error);
    return;
  }
  try {
    for (const item of open(entry)) {
      if (!item.ok) await quarantine(item.error, item.index);
      else {
        counts.articles += 1;
        await writeLine({ ...row, index: item.index, article: item.article });
      }
    }
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown;
    await quarantine(thrown);
  }
}

function add(counts: Record<string, number>, code: string): void {
  counts[code] = (counts[code] ?? 0) + 1;
}

function countsLine({ records, articles, skipped, quarantined }: Counts): string {
  return `read ${records} records: ${articles} articles, ${sumOf(skipped)} skipped${listOf(skipped)}, ${sumOf(quarantined)} quarantined${listOf(quarantined)}`;
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function listOf(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts)
    .sort(([, a], [, b]) => b - a)
    .map(([code, count]) => `${code} ${count}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** True once SIGINT or SIGTERM has come. */
function stopSwitch(): () => boolean {
  let stopped = false;
  void untilStopped().then(() => {
    stopped = true;
  });
  return () => stopped;
}
