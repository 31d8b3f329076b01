import { BadInput } from '../faults.ts';
import type { ByteSource } from './byte-source.ts';

/** Takes bytes off a source by count and by line. Passes on what the source throws. */
export interface ByteReader {
  /** The next line without its end, one character for each byte; at most `most` of a longer one. Undefined at the end. */
  line(most: number): Promise<string | undefined>;
  /** Exactly so many bytes. @throws {BadInput} `archive.cut-short` */
  take(count: number): Promise<Buffer>;
  /** The same, thrown away. @throws {BadInput} `archive.cut-short` */
  skip(count: number): Promise<void>;
  /** So many bytes, or fewer at the end, without taking them. */
  peek(count: number): Promise<Buffer>;
  /** Puts bytes back in front. */
  unread(bytes: Buffer): void;
}

const EMPTY: Buffer = Buffer.alloc(0);
const LF = 0x0a;

export function byteReader(source: ByteSource): ByteReader {
  let held = EMPTY;
  /** At least `count` bytes in hand, or all that there are. What stood before a damage belongs to what the damage broke. */
  const gather = async (count: number): Promise<void> => {
    if (held.length >= count) return;
    const pieces = [held];
    let size = held.length;
    held = EMPTY;
    while (size < count) {
      const piece = await source.next();
      if (piece === undefined) break;
      pieces.push(piece);
      size += piece.length;
    }
    held = Buffer.concat(pieces, size);
  };
  const cut = (count: number): Buffer => {
    const taken = held.subarray(0, count);
    held = held.subarray(taken.length);
    return taken;
  };
  return {
    line: async (most) => {
      for (let seen = 0; ;) {
        const end = held.indexOf(LF, seen);
        if (end !== -1 && end < most)
          return cut(end + 1)
            .toString('latin1')
            .replace(/\r?\n$/, '');
        if (end !== -1 || held.length >= most) return cut(most).toString('latin1');
        seen = held.length;
        await gather(seen + 1);
        if (held.length === seen) return seen === 0 ? undefined : cut(seen).toString('latin1');
      }
    },
    take: async (count) => {
      await gather(count);
      const taken = cut(count);
      if (taken.length < count) throw cutShort();
      return taken;
    },
    skip: async (count) => {
      for (let left = count - cut(count).length; left > 0;) {
        const piece = await source.next();
        if (piece === undefined) throw cutShort();
        if (piece.length > left) held = piece.subarray(left);
        left -= piece.length;
      }
    },
    peek: async (count) => {
      await gather(count);
      return held.subarray(0, count);
    },
    unread: (bytes) => {
      held = Buffer.concat([bytes, held]);
    },
  };
}

function cutShort(): BadInput {
  return new BadInput('archive.cut-short', { message: 'The archive ends in the middle of a record', hint: 'Fetch the archive again' });
}
