import { setTimeout as pause } from 'node:timers/promises';
import { sha256 } from '../article/hash.ts';
import { Misconfigured, Transient } from '../faults.ts';
import type { OptionReader } from './option-reader.ts';
import type { Fetched, PollAdvice } from './transport.ts';

/** A file as its server lists it. The name is data: it is asked for again on the same server, and never a path of ours. */
export interface RemoteFile {
  readonly name: string;
  readonly size: number;
  /** Whatever of its time the server tells. */
  readonly stamp: string;
}

/** One folder of a server of files. */
export interface RemoteFolder {
  list(): Promise<readonly RemoteFile[]>;
  /** At most `mostBytes`; more is a Transient. */
  read(name: string, mostBytes: number): Promise<Uint8Array>;
  remove(name: string): Promise<void>;
}

/** What every server of files is asked in the same way. */
export interface FolderOptions {
  /** A file is taken when its size and time have stood still for so long. */
  readonly settleMs: number;
  /** Endings to take, in lower case; all where empty. */
  readonly endings: readonly string[];
  /** Ending of the marker that says that a file is whole, such as `.done`; absent where the sender sends none. */
  readonly done?: string;
  /** What happens to a file once it is kept here. */
  readonly after: 'keep' | 'delete';
}

/** A folder with more is no feed but an archive; its cursor would not fit. */
const MAX_FILES = 20_000;
export const MAX_FILE_BYTES = 100 * 1_048_576;
/** Characters of one file in the cursor: 60 bits. */
const MARK = 10;

/** `settleMs`, `endings`, `done`, `after`. @throws {Misconfigured} `config.option` */
export function readFolderOptions(options: OptionReader): FolderOptions {
  const done = options.textOr('done', undefined);
  const endings = options
    .textOr('endings', '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((ending) => ending !== '');
  return {
    settleMs: options.number('settleMs', { fallback: 1_000, least: 0, most: 60_000 }),
    endings,
    after: options.choice('after', ['keep', 'delete'], 'keep'),
    ...(done === undefined ? {} : { done }),
  };
}

export interface FolderPoll {
  readonly folder: RemoteFolder;
  readonly options: FolderOptions;
  readonly cursor: string | null;
  readonly signal: AbortSignal;
}

/**
 * Files that are new or changed since the cursor, oldest name first. The cursor holds a mark of every file that was handed out and is still
 * there, so that neither the server's clock nor the order of names matters. A file that cannot be read holds back itself alone: it stays out
 * of the cursor, and the poll ends with its fault.
 */
export async function* pollFolder({ folder, options, cursor, signal }: FolderPoll): AsyncGenerator<Fetched, PollAdvice> {
  refuseAborted(signal);
  const marks = new Set((cursor ?? '').match(/.{10}/g) ?? []);
  const listed = wanted(await folder.list(), options);
  const fresh = listed.filter((file) => !marks.has(markOf(file)));
  if (fresh.length === 0) return {};
  const settled = options.done === undefined ? await settle(folder, fresh, { options, signal }) : fresh;
  const reached = new Set(listed.map(markOf).filter((mark) => marks.has(mark)));
  const faults: Error[] = [];
  for (const file of settled) {
    refuseAborted(signal);
    const bytes = await readWhole(folder, file).catch((thrown: unknown) => {
      faults.push(thrown instanceof Error ? thrown : new Error(String(thrown)));
      return undefined;
    });
    if (bytes === undefined) continue;
    reached.add(markOf(file));
    yield { bytes, cursor: [...reached].join('') };
    if (options.after === 'delete') await removed(folder, file.name, options);
  }
  if (faults[0] !== undefined) throw faults[0];
  return {};
}

/** Half a file may come where the connection breaks without saying so. */
async function readWhole(folder: RemoteFolder, { name, size }: RemoteFile): Promise<Uint8Array> {
  const bytes = await folder.read(name, MAX_FILE_BYTES);
  if (bytes.byteLength >= size) return bytes;
  throw new Transient('folder.partial', { message: `${name} came shorter than it is`, hint: 'It is fetched again' });
}

/** Files whose names no command can be broken with, in name order; of those with markers, the ones that are whole. */
function wanted(files: readonly RemoteFile[], { endings, done }: FolderOptions): readonly RemoteFile[] {
  if (files.length > MAX_FILES)
    throw new Transient('folder.too-many', {
      message: `The folder holds ${files.length} files; ${MAX_FILES} are read at most`,
      hint: 'Move old files away, or let them be deleted once they are kept here (`after: delete`)',
    });
  const names = new Set(files.map(({ name }) => name));
  const isWhole = ({ name }: RemoteFile): boolean => done === undefined || (!name.endsWith(done) && names.has(`${name}${done}`));
  const isAsked = ({ name }: RemoteFile): boolean => endings.length === 0 || endings.some((ending) => name.toLowerCase().endsWith(ending));
  return files.filter((file) => isName(file.name) && isAsked(file) && isWhole(file)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isName(name: string): boolean {
  return /^[^./\\\u0000-\u001f\u007f][^/\\\u0000-\u001f\u007f]{0,254}$/.test(name) && !/\.(?:part|tmp|filepart)$/i.test(name);
}

async function settle(
  folder: RemoteFolder,
  before: readonly RemoteFile[],
  { options, signal }: { options: FolderOptions; signal: AbortSignal },
): Promise<readonly RemoteFile[]> {
  await pause(options.settleMs, undefined, { signal }).catch(() => {
    throw calledOff();
  });
  const after = new Set((await folder.list()).map(markOf));
  return before.filter((file) => after.has(markOf(file)));
}

/** What is kept here need not go: where it cannot be deleted, its mark keeps it from coming again. */
async function removed(folder: RemoteFolder, name: string, { done }: FolderOptions): Promise<void> {
  await folder.remove(name).catch(() => undefined);
  if (done !== undefined) await folder.remove(`${name}${done}`).catch(() => undefined);
}

function markOf({ name, size, stamp }: RemoteFile): string {
  return sha256(JSON.stringify([name, size, stamp])).slice(0, MARK);
}

function refuseAborted(signal: AbortSignal): void {
  if (signal.aborted) throw calledOff();
}

function calledOff(): Transient {
  return new Transient('folder.aborted', 'Reading the folder was called off');
}

/** A file that is too large, told the same way by every server of files. */
export function tooLarge(name: string): Transient {
  return new Transient('folder.too-large', {
    message: `${name} has more than ${MAX_FILE_BYTES / 1_048_576} MB`,
    hint: 'Move it out of the folder',
  });
}

/** What a server of files or its connection did wrong. Secrets never stand in it: servers do not repeat passwords, and user names are none. */
export function serverFault(server: string, thrown: unknown): Error {
  if (thrown instanceof Transient || thrown instanceof Misconfigured) return thrown;
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new Transient('folder.unreadable', {
    message: `${server}: ${reason.slice(0, 300)}`,
    hint: 'Check host, port, credentials and path; it is tried again',
  });
}
