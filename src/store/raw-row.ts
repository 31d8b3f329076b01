import { gunzipSync, gzipSync } from 'node:zlib';
import type { Raw } from '../article/raw.ts';
import type { StoredRaw } from './journal.ts';

/** A raw document as both stores keep it. */
export interface RawRow {
  readonly id: number;
  readonly feed: string;
  readonly sha256: string;
  readonly received_at: string;
  readonly meta: string;
  readonly bytes: Buffer;
  readonly state: StoredRaw['state'];
  readonly attempts: number;
}

/** Bytes as received, compressed at level 1: written once and read once or twice, time counts more than the last tenth of size. */
export function compressed({ bytes }: Raw): Buffer {
  return gzipSync(bytes, { level: 1 });
}

/** What came with the bytes, as JSON. */
export function metaOf({ mediaType, url, headers, transport }: Raw): string {
  return JSON.stringify({ mediaType, url, headers, transport });
}

/** A row as the journal hands it out. */
export function storedRaw({ id, feed, sha256, received_at, meta, bytes, state, attempts }: RawRow): StoredRaw {
  const more = JSON.parse(meta) as Pick<Raw, 'mediaType' | 'url' | 'headers' | 'transport'>;
  return { id, raw: { feed, bytes: new Uint8Array(gunzipSync(bytes)), sha256, receivedAt: received_at, ...more }, state, attempts };
}
