import type { Repair } from '../../article/provenance.ts';
import { BadInput } from '../../faults.ts';

/** The parts of a picture file that hold words about it, as views of its bytes. */
export interface PictureParts {
  readonly width?: number;
  readonly height?: number;
  /** Exif as a TIFF structure. */
  readonly exif?: Uint8Array;
  /** XMP packets: the main one first. */
  readonly xmp: readonly Uint8Array[];
  /** Photoshop image resources (`8BIM`), the pieces joined; IPTC IIM is one of them. */
  readonly resources?: Uint8Array;
  /** An IIM block that stands alone (TIFF). */
  readonly iim?: Uint8Array;
  /** The picture itself, without the words about it: the same in every re-captioned copy of a file. */
  readonly pixels: Uint8Array;
  /** Text and sizes of parts that are not read, by path. */
  readonly other: readonly (readonly [path: string, text: string])[];
  readonly repairs: readonly Repair[];
}

/** More than any agency writes; what stands behind it is not read. */
export const MAX_XMP = 2_000_000;

/** Text of bytes that are ASCII by their standard; others become U+FFFD-free latin-1. */
export function ascii(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

/** The pieces in one. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  return pieces.length === 1 && only !== undefined ? only : Buffer.concat(pieces);
}

/** Big-endian number of two or four bytes; 0 beyond the end. */
export function numberAt(bytes: Uint8Array, at: number, length: 2 | 4): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

/** A file that is cut short may lack its embargo: it is not read. */
export function truncated(how: string): BadInput {
  return new BadInput('picture.truncated', { message: `The picture file is not whole: ${how}`, hint: 'Fetch it again' });
}
