import { oneByteCharset, type Read } from './one-byte.ts';
import { twoByteCharset } from './two-byte.ts';

/** So much of a document is looked at, from a little before its first byte beyond ASCII. */
const SAMPLE = 65_536;
const BEFORE = 4_096;
const ESCAPE = 0x1b;

/**
 * The charset of a text that is not UTF-8 and that nobody named, told by its bytes and letters; undefined where it could be
 * windows-1252 as well. Lower-case names of the WHATWG Encoding Standard, but `gb2312` where no character is beyond that set.
 */
export function detectCharset(bytes: Uint8Array, read: Read): string | undefined {
  const beyond = bytes.findIndex((byte) => byte > 0x7f);
  if (beyond === -1) return undefined;
  const start = Math.max(0, beyond - BEFORE);
  const sample = bytes.subarray(start, start + SAMPLE);
  return twoByteCharset(sample) ?? oneByteCharset(sample, read);
}

/** ISO-2022-JP has no byte beyond ASCII: it goes to its two-byte set with `ESC $ B` or `ESC $ @` and back with `ESC (`. */
export function isShiftedJapanese(bytes: Uint8Array): boolean {
  const at = bytes.indexOf(ESCAPE);
  const isShift = at !== -1 && bytes[at + 1] === 0x24 && (bytes[at + 2] === 0x42 || bytes[at + 2] === 0x40);
  const back = isShift ? bytes.indexOf(ESCAPE, at + 1) : -1;
  return back !== -1 && bytes[back + 1] === 0x28;
}
