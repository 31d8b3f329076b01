import type { Repair } from '../../article/provenance.ts';
import { BadInput } from '../../faults.ts';
import { decode } from '../decode.ts';

/** Told of each repair. */
export type Told = (repair: Repair) => void;

/**
 * Bytes of a part or of an encoded word as text, by the rules for whole documents: bytes that contradict their label win, control
 * characters of windows-1252 are mended, and each loss is told. Bytes that are no text at all give an empty string and `email.no-text`.
 */
export function textOfBytes(bytes: Uint8Array, charset: string | undefined, told: Told): string {
  if (bytes.length === 0) return '';
  try {
    const mediaType = charset === undefined ? {} : { mediaType: `text/plain; charset=${charset.replace(/\*.*$/su, '').slice(0, 60)}` };
    const { text, repairs } = decode(bytes, mediaType);
    repairs.forEach(told);
    return text;
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown;
    if (thrown.code !== 'input.empty') told({ code: 'email.unreadable-part', detail: thrown.message });
    return '';
  }
}

/** Characters that each stand for one byte, as bytes. */
export function bytesOf(binary: string): Buffer {
  return Buffer.from(binary, 'latin1');
}
