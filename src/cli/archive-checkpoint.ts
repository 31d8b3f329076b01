import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { BadInput, sentenceOf } from '../faults.ts';

/** What was counted of an archive; skipped and quarantined by code. */
export interface Counts {
  records: number;
  articles: number;
  readonly skipped: Record<string, number>;
  readonly quarantined: Record<string, number>;
}

/** Where the reading of one archive stands, in a file beside it. */
export interface Checkpoint {
  /** What an earlier run counted; undefined where there was none. @throws {BadInput} `archive.checkpoint` */
  read(): Promise<Counts | undefined>;
  /**
   * Everything counted has been written to stdout. Where the place was not asked for and cannot be written, that is said once.
   * @throws {BadInput} `archive.checkpoint`
   */
  save(counts: Counts): Promise<void>;
  remove(): Promise<void>;
}

/** The checkpoint of an archive, at `place` or `<archive>.checkpoint`. It is of use only while the archive stays as it is. */
export async function checkpointOf(archive: string, asked: string | undefined): Promise<Checkpoint> {
  const { size, mtimeMs } = await stat(archive);
  const place = asked ?? `${archive}.checkpoint`;
  let isWritable = true;
  const of = { version: 1, size, changed: Math.floor(mtimeMs) };
  return {
    read: async () => {
      const text = await readFile(place, 'utf8').catch(() => undefined);
      if (text === undefined) return undefined;
      const saved = parsed(text);
      if (saved?.version === of.version && saved.size === of.size && saved.changed === of.changed) return saved.counts;
      throw new BadInput('archive.checkpoint', {
        message: `${place} is no checkpoint of this archive as it is now`,
        hint: 'Delete it to read the archive from its beginning',
      });
    },
    save: async (counts) => {
      if (!isWritable) return;
      try {
        await writeFile(`${place}.part`, JSON.stringify({ ...of, counts }));
        await rename(`${place}.part`, place);
      } catch (thrown) {
        const fault = new BadInput('archive.checkpoint', {
          message: `The checkpoint cannot be written: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
          hint: 'Name a place that may be written with --checkpoint FILE',
        });
        if (asked !== undefined) throw fault;
        isWritable = false;
        process.stderr.write(`wirecopy: ${sentenceOf(fault)}\n`);
      }
    },
    remove: () => rm(place, { force: true }),
  };
}

interface Saved {
  readonly version: number;
  readonly size: number;
  readonly changed: number;
  readonly counts: Counts;
}

function parsed(text: string): Saved | undefined {
  try {
    return JSON.parse(text) as Saved;
  } catch {
    return undefined;
  }
}
