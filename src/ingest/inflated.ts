import { inflateSync } from 'node:zlib';

/** Unpacks zlib data; undefined where it is broken or would grow beyond `most` bytes. */
export function inflated(packed: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateSync(packed, { maxOutputLength: most });
  } catch {
    return undefined;
  }
}
