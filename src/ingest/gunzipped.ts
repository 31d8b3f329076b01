import { crc32, createInflateRaw } from 'node:zlib';
import { BadInput } from '../faults.ts';
import type { ByteSource } from './byte-source.ts';
import { packedWindow, type PackedWindow } from './packed-window.ts';

/** Bytes that are inflated at once: they cannot become more than about a thousand times as many. */
const SLICE = 16_384;
/** A member up to this size is handed out only once its checksum is right. */
const HELD_BYTES = 32 * 1_048_576;
const MAX_RATIO = 200;
const RATIO_FREE_BYTES = 1_048_576;

/**
 * A gzip file unpacked member by member (RFC 1952; crawlers write one for each record). Where a member is damaged `next` throws, and the next
 * call goes on at the next member. Checksums are looked at, which zlib's own stream does only at the end of everything.
 */
export function gunzipped(packed: ByteSource): ByteSource {
  const window = packedWindow(packed);
  let member: AsyncGenerator<Buffer> | undefined;
  return {
    next: async () => {
      for (;;) {
        if (member === undefined && (await isAtEnd(window))) return undefined;
        member ??= readMember(window);
        try {
          const step = await member.next();
          if (step.done !== true) return step.value;
          member = undefined;
        } catch (thrown) {
          member = undefined;
          await window.seekMember();
          throw thrown;
        }
      }
    },
    position: () => packed.position(),
    close: () => packed.close(),
  };
}

/** Zeros may fill the file up to a block of its medium. */
async function isAtEnd(window: PackedWindow): Promise<boolean> {
  window.mark();
  for (;;) {
    const [byte] = await window.peek(1);
    if (byte === undefined) return true;
    if (byte !== 0) return false;
    window.pass(1);
  }
}

async function* readMember(window: PackedWindow): AsyncGenerator<Buffer> {
  window.mark();
  await passHeader(window);
  const inflation = startInflation();
  try {
    let [checksum, size, packedSize] = [0, 0, 0];
    let held: Buffer[] | undefined = [];
    for (let isOver = false; !isOver;) {
      const slice = await window.peek(SLICE);
      if (slice.length === 0) throw damaged('it ends too early');
      const { pieces, used } = await inflation.feed(slice);
      window.pass(used);
      packedSize += used;
      isOver = used < slice.length;
      for (const piece of pieces) [checksum, size] = [crc32(piece, checksum), size + piece.length];
      if (size > RATIO_FREE_BYTES && size > packedSize * MAX_RATIO) throw exploding();
      held?.push(...pieces);
      if (held !== undefined && size <= HELD_BYTES) continue;
      yield* held ?? pieces;
      held = undefined;
    }
    const trailer = await window.peek(8);
    if (trailer.length < 8) throw damaged('it ends too early');
    window.pass(8);
    if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== size % 2 ** 32) throw damaged('its checksum is wrong');
    yield* held ?? [];
  } finally {
    inflation.end();
  }
}

/** RFC 1952 section 2.3: ten bytes, then what the flags say. */
async function passHeader(window: PackedWindow): Promise<void> {
  const head = await window.peek(10);
  const flags = head[3] ?? 0;
  if (head.length < 10 || head[0] !== 0x1f || head[1] !== 0x8b || head[2] !== 8 || flags > 0x1f) throw damaged('it has no header');
  window.pass(10);
  if ((flags & 4) !== 0) {
    const length = await window.peek(2);
    window.pass(2);
    const extra = length.length < 2 ? 0 : length.readUInt16LE(0);
    await window.peek(extra);
    window.pass(extra);
  }
  if ((flags & 8) !== 0) await passText(window);
  if ((flags & 16) !== 0) await passText(window);
  if ((flags & 2) !== 0) {
    await window.peek(2);
    window.pass(2);
  }
}

/** A name or comment, ended by a zero. */
async function passText(window: PackedWindow): Promise<void> {
  for (let length = 0; length < SLICE; length += 1) {
    const [byte] = await window.peek(1);
    window.pass(1);
    if (byte === 0) return;
    if (byte === undefined) break;
  }
  throw damaged('its header does not end');
}

interface Inflation {
  /** What the slice gives, and how many of its bytes were used: fewer than there are where the data end. @throws {BadInput} */
  feed(slice: Buffer): Promise<{ readonly pieces: readonly Buffer[]; readonly used: number }>;
  end(): void;
}

function startInflation(): Inflation {
  const inflater = createInflateRaw();
  let pieces: Buffer[] = [];
  let fault: Error | undefined;
  let wake: () => void = () => undefined;
  inflater.on('data', (piece: Buffer) => pieces.push(piece));
  inflater.on('error', (error) => {
    fault = error;
    wake();
  });
  return {
    feed: async (slice) => {
      pieces = [];
      const before = inflater.bytesWritten;
      await new Promise<void>((resolve) => {
        wake = resolve;
        inflater.write(slice, (error) => {
          fault ??= error ?? undefined;
          resolve();
        });
      });
      if (fault !== undefined) throw damaged(fault.message);
      return { pieces, used: inflater.bytesWritten - before };
    },
    end: () => {
      inflater.destroy();
    },
  };
}

function damaged(reason: string): BadInput {
  return new BadInput('input.compression', {
    message: `A part of the gzip file cannot be unpacked: ${reason}`,
    hint: 'Fetch the archive again',
  });
}

function exploding(): BadInput {
  return new BadInput('input.compression', {
    message: `A part of the gzip file unpacks to more than ${MAX_RATIO} times its size`,
    hint: 'It is not read',
  });
}
