import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sha256 } from '../../article/hash.ts';
import { Misconfigured, Transient } from '../../faults.ts';
import type { Fetched, PollAdvice, Transport } from '../transport.ts';

/**
 * `settleMs`: a file whose size or time still changes within it is being written, and waits for the next poll. `done`: ending of the marker
 * that says that a file is whole, such as `.done`; then a file is taken once its marker is there, and at no other time.
 */
export interface DirectoryOptions {
  readonly path: string;
  readonly settleMs: number;
  readonly done?: string;
}

interface Listed {
  readonly name: string;
  readonly size: number;
  /**
   * Later of mtime and ctime, whole milliseconds on the file system's clock; a file moved in keeps its mtime but not its ctime. That of the
   * marker where it is later: the file counts from then on.
   */
  readonly stamp: number;
}

const ENDING = /^\.[\w.-]{1,30}$/;
const DEFAULT_SETTLE_MS = 250;
/** Stamps are coarse and a listing is no snapshot: this far behind the cursor files are read again. */
const OVERLAP_MS = 2_000;
const MAX_FILE_BYTES = 100 * 1_048_576;

/**
 * Files of one folder, in name order. Options: `path`, `settleMs`, `done`. The marker of `story.xml` is `story.xml.done` or `story.done`.
 *
 * The cursor is a stamp and not a name, so that a late file with an early name (a re-send, a second writer) is not lost. Files changed up to
 * two seconds before it are handed out again when anything there has changed; the journal knows their bytes and drops them. Left out: dotfiles,
 * `*.part`, `*.tmp`, folders, and every symbolic link. A clock of the file server that is set back by more than two seconds
 * hides what is written until it has caught up.
 */
export const directory: Transport<DirectoryOptions> = {
  name: 'directory',

  readOptions(raw) {
    const { path, settleMs = DEFAULT_SETTLE_MS, done, ...unknown } = raw;
    const [stray] = Object.keys(unknown);
    if (stray !== undefined) throw fault(`unknown option \`${stray}\``, stray, 'Options: path, settleMs, done');
    if (typeof path !== 'string' || path === '') throw fault('`path` must name a folder', 'path');
    if (typeof settleMs !== 'number' || !(settleMs >= 0 && settleMs <= 60_000)) throw fault('`settleMs` must be 0 to 60000', 'settleMs');
    if (done === undefined) return { path, settleMs };
    if (typeof done !== 'string' || !ENDING.test(done)) throw fault('`done` must be an ending such as `.done`', 'done');
    return { path, settleMs, done };
  },

  async *poll({ options, cursor, since, signal }): AsyncGenerator<Fetched, PollAdvice> {
    const { stamp: reached, digest } = readCursor(cursor ?? (since === undefined ? null : String(Date.parse(since))));
    const candidates = changedSince(await list(options), reached);
    if (candidates.length === 0 || digestOf(candidates) === digest) return {};
    const { settled, moving } =
      options.done === undefined ? await settle(options, candidates, signal) : { settled: candidates, moving: [] };
    const next = cursorAfter(settled, moving, reached);
    const faults: Transient[] = [];
    let held: Fetched | undefined;
    for (const { name } of settled) {
      if (signal.aborted) throw calledOff();
      const bytes = await read(options.path, name).catch((thrown: unknown) => remembered(thrown, faults));
      if (bytes === undefined) continue;
      if (held !== undefined) yield held;
      held = { bytes };
    }
    // Only the last document moves the cursor: names and stamps have different orders, so a poll that breaks off starts anew.
    const complete = faults.length === 0 && next !== undefined;
    if (held !== undefined) yield complete ? { ...held, cursor: next } : held;
    // The others have gone through; without a saved cursor the unread file comes up again until somebody looks.
    if (faults[0] !== undefined) throw faults[0];
    return {};
  },
};

/** `<stamp> <digest>`: how far the folder was read, and which files stood within the overlap then. */
function readCursor(cursor: string | null): { stamp: number; digest: string } {
  const [stamp = '', digest = ''] = (cursor ?? '').split(' ');
  return /^\d{1,15}$/.test(stamp) ? { stamp: Number(stamp), digest } : { stamp: -Infinity, digest: '' };
}

function changedSince(files: readonly Listed[], stamp: number): readonly Listed[] {
  return files.filter((file) => file.stamp >= stamp - OVERLAP_MS);
}

function digestOf(files: readonly Listed[]): string {
  return sha256(JSON.stringify(files.map(({ name, size, stamp }) => [name, size, stamp]))).slice(0, 16);
}

function calledOff(): Transient {
  return new Transient('directory.aborted', 'Reading the folder was called off');
}

async function list({ path, done }: DirectoryOptions): Promise<readonly Listed[]> {
  const names = await readdir(path).catch((thrown: unknown) => {
    throw unreadable(path, thrown);
  });
  const files = (await Promise.all(names.filter(isWanted).map((name) => statOf(path, name)))).filter((file) => file !== undefined);
  return (done === undefined ? files : whole(files, done)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The files that have a marker. */
function whole(files: readonly Listed[], done: string): Listed[] {
  const markers = new Map(files.filter(({ name }) => name.endsWith(done)).map(({ name, stamp }) => [name.slice(0, -done.length), stamp]));
  return files.flatMap((file) => {
    const marked = markers.get(file.name) ?? markers.get(file.name.replace(/\.[^.]+$/, ''));
    return marked === undefined || file.name.endsWith(done) ? [] : [{ ...file, stamp: Math.max(file.stamp, marked) }];
  });
}

function isWanted(name: string): boolean {
  return !name.startsWith('.') && !/\.(?:part|tmp)$/i.test(name);
}

async function statOf(path: string, name: string): Promise<Listed | undefined> {
  try {
    const stats = await lstat(join(path, name));
    return stats.isFile() ? { name, size: stats.size, stamp: Math.floor(Math.max(stats.mtimeMs, stats.ctimeMs)) } : undefined;
  } catch {
    // Gone between the listing and now.
    return undefined;
  }
}

async function settle(
  { path, settleMs }: DirectoryOptions,
  before: readonly Listed[],
  signal: AbortSignal,
): Promise<{ settled: readonly Listed[]; moving: readonly Listed[] }> {
  await pause(settleMs, undefined, { signal }).catch(() => {
    throw calledOff();
  });
  const after = new Map(
    (await Promise.all(before.map(({ name }) => statOf(path, name)))).flatMap((file) => (file === undefined ? [] : [[file.name, file]])),
  );
  const still = before.filter(({ name }) => after.has(name));
  const isSettled = (file: Listed): boolean => after.get(file.name)?.size === file.size && after.get(file.name)?.stamp === file.stamp;
  return { settled: still.filter(isSettled), moving: still.filter((file) => !isSettled(file)) };
}

/** The newest stamp handed out, but never past a file that is still being written, and never backwards. */
function cursorAfter(settled: readonly Listed[], moving: readonly Listed[], reached: number): string | undefined {
  const newest = settled.reduce((latest, { stamp }) => Math.max(latest, stamp), -Infinity);
  const oldestMoving = moving.reduce((earliest, { stamp }) => Math.min(earliest, stamp), Infinity);
  const stamp = Math.max(Math.min(newest, oldestMoving), reached);
  return Number.isFinite(stamp) ? `${stamp} ${digestOf(changedSince(settled, stamp))}` : undefined;
}

async function read(path: string, name: string): Promise<Uint8Array | undefined> {
  // NOFOLLOW: the name may have become a link since it was listed. NONBLOCK: or a pipe, which would never open.
  const file = await open(join(path, name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    const stats = await file.stat();
    if (!stats.isFile()) return undefined;
    if (stats.size > MAX_FILE_BYTES)
      throw new Transient('directory.too-large', {
        message: `${name} has more than ${MAX_FILE_BYTES / 1_048_576} MB`,
        hint: 'Move it out of the folder',
        where: { file: join(path, name) },
      });
    return await file.readFile();
  } finally {
    await file.close();
  }
}

function remembered(thrown: unknown, faults: Transient[]): Uint8Array | undefined {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : undefined;
  if (code === 'ENOENT' || code === 'ELOOP') return undefined;
  faults.push(thrown instanceof Transient ? thrown : unreadable('a file', thrown));
  return undefined;
}

function unreadable(what: string, thrown: unknown): Transient {
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new Transient('directory.unreadable', {
    message: `Cannot read ${what}: ${reason}`,
    hint: 'Check that it exists, is mounted, and may be read',
  });
}

function fault(message: string, path: string, hint?: string): Misconfigured {
  return new Misconfigured('config.directory', {
    message: `directory: ${message}`,
    where: { path },
    ...(hint === undefined ? {} : { hint }),
  });
}
