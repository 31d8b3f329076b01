import { createHash } from 'node:crypto';
import { foldSpace } from './fold-space.ts';

/** Lower-case hex SHA-256. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** Id of a block: the first 12 hex digits of SHA-1 over its text, white space folded, so that a re-flowed paragraph keeps its id. */
export function blockId(text: string): string {
  return createHash('sha1')
    .update(foldSpace(text.normalize('NFC')))
    .digest('hex')
    .slice(0, 12);
}

/** A key that is safe in a URL path, a file name and a job: what had to be replaced is kept apart by a short hash. */
export function safeKey(text: string): string {
  const safe = text
    .trim()
    .replace(/[^A-Za-z0-9._:~-]+/g, '-')
    .replace(/^[-.]+|(?<!-)-+$/g, '')
    .slice(0, 160);
  return safe === text ? safe : `${safe}${safe === '' ? '' : '~'}${sha256(text).slice(0, 8)}`;
}
