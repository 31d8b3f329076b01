import type { ByteSource } from './byte-source.ts';

/** The part of a gzip file that is at hand: what comes next, and what was passed of the member, to look for the next one in it. */
export interface PackedWindow {
  /** So many bytes, or fewer at the end. */
  peek(count: number): Promise<Buffer>;
  pass(count: number): void;
  /** A member begins here. */
  mark(): void;
  /** Goes to the first place behind the mark that looks like the beginning of a member; to the end where there is none. */
  seekMember(): Promise<void>;
}

/** Of a longer member only the end is kept: where it is damaged, the next one lies there. */
const KEPT_BYTES = 262_144;
const MAGIC = Buffer.from([0x1f, 0x8b, 0x08]);

export function packedWindow(source: ByteSource): PackedWindow {
  let bytes: Buffer = Buffer.alloc(0);
  let [at, marked] = [0, 0];
  const grow = async (): Promise<boolean> => {
    const piece = await source.next();
    if (piece === undefined) return false;
    const from = Math.max(marked, at - KEPT_BYTES);
    bytes = Buffer.concat([bytes.subarray(from), piece]);
    [at, marked] = [at - from, Math.max(0, marked - from)];
    return true;
  };
  return {
    peek: async (count) => {
      while (bytes.length - at < count && (await grow()));
      return bytes.subarray(at, at + count);
    },
    pass: (count) => {
      at = Math.min(at + count, bytes.length);
    },
    mark: () => {
      marked = at;
    },
    seekMember: async () => {
      at = Math.min(marked + 1, bytes.length);
      for (;;) {
        const found = bytes.indexOf(MAGIC, at);
        at = found === -1 ? Math.max(at, bytes.length - MAGIC.length + 1) : found;
        marked = at;
        if (found !== -1 || !(await grow())) break;
      }
      if (bytes.length - at < MAGIC.length) at = bytes.length;
      marked = at;
    },
  };
}
