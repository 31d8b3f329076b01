import { pipeline } from 'node:stream/promises';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { BadInput } from '../faults.ts';

/** How much of a body is taken: a feed above it is refused, not cut. */
export const MAX_BODY_BYTES = 20 * 1_048_576;
/** Below this much output any ratio is fine: short repetitive feeds compress well. */
const RATIO_FREE_BYTES = 1_048_576;
const MAX_RATIO = 200;

/** A body as it comes off the wire, with its `content-encoding`. */
export interface EncodedBody {
  readonly stream: Readable;
  readonly encoding: string | undefined;
}

/**
 * Reads a body whole, undoing at most one content coding (RFC 9110 section 8.4.1: gzip, deflate, br), counting while it streams.
 * @throws {BadInput} `input.too-large`, `input.compression`, `http.content-encoding`
 */
export async function readBody({ stream, encoding }: EncodedBody): Promise<Uint8Array> {
  // Destroying a half-read body emits an error of its own, after ours has been thrown.
  stream.on('error', () => undefined);
  try {
    return await decoded(stream, encoding);
  } catch (thrown) {
    stream.destroy();
    throw thrown;
  }
}

async function decoded(stream: Readable, encoding: string | undefined): Promise<Uint8Array> {
  const iterator = stream[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  const first = await iterator.next();
  if (first.done === true) return new Uint8Array();
  const counter = { taken: 0 };
  const decoder = decoderOf(encoding, first.value);
  const source = counted(first.value, iterator, counter);
  if (decoder === undefined) return collect(source, () => Infinity);
  const [, bytes] = await Promise.all([
    pipeline(source, decoder).catch(rethrowCompression),
    collect(decoder, () => counter.taken).catch(rethrowCompression),
  ]);
  return bytes;
}

async function* counted(first: Buffer, rest: AsyncIterator<Buffer>, counter: { taken: number }): AsyncGenerator<Buffer> {
  try {
    for (let chunk: Buffer | undefined = first; chunk !== undefined;) {
      counter.taken += chunk.byteLength;
      yield chunk;
      const next = await rest.next();
      chunk = next.done === true ? undefined : next.value;
    }
  } finally {
    await rest.return?.();
  }
}

async function collect(chunks: AsyncIterable<Buffer>, taken: () => number): Promise<Uint8Array> {
  const kept: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > MAX_BODY_BYTES) {
      throw new BadInput('input.too-large', {
        message: `The answer is larger than ${MAX_BODY_BYTES / 1_048_576} MB`,
        hint: 'Ask the sender for a shorter feed',
      });
    }
    if (size > RATIO_FREE_BYTES && size > taken() * MAX_RATIO)
      throw new BadInput('input.compression', `The answer unpacks to more than ${MAX_RATIO} times its size`);
    kept.push(chunk);
  }
  return Buffer.concat(kept, size);
}

function decoderOf(encoding: string | undefined, start: Buffer): Transform | undefined {
  switch ((encoding ?? '').trim().toLowerCase()) {
    case '':
    case 'identity':
      return undefined;
    case 'gzip':
    case 'x-gzip':
      // Some servers declare gzip and send plain text; no text begins with these two bytes.
      return start[0] === 0x1f && (start.length < 2 || start[1] === 0x8b) ? createGunzip() : undefined;
    case 'deflate':
      // RFC 9110 means zlib; half of the servers send raw deflate.
      return ((start[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw();
    case 'br':
      return createBrotliDecompress();
    default:
      throw new BadInput('http.content-encoding', {
        message: `The answer is coded as \`${(encoding ?? '').slice(0, 60)}\``,
        hint: 'One of gzip, deflate and br is read, and only one at a time',
      });
  }
}

/** zlib's own errors carry codes such as Z_DATA_ERROR; everything else is passed on as it is. */
function rethrowCompression(thrown: unknown): never {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  if (/^(?:Z_|ERR__ERROR|ERR_BROTLI|ERR_PADDING|ERR_UNKNOWN)|^ERR_.*(?:BROTLI|FORMAT)/.test(code))
    throw new BadInput('input.compression', { message: `The answer cannot be unpacked: ${code}`, hint: 'It is damaged or cut short' });
  throw thrown;
}
