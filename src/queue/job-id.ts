import { sha256 } from '../article/hash.ts';

/**
 * A letter and a SHA-256: a raw guid as id could hold `:`, be all digits or be called like one of BullMQ's own keys,
 * and each of these bricks a queue.
 */
export function jobId(letter: 'n' | 'p' | 'd' | 'f', ...parts: readonly (string | number)[]): string {
  return `${letter}${sha256(JSON.stringify(parts))}`;
}
