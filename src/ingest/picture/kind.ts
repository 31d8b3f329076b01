/** Kinds of picture files that can carry words about the picture. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'tiff';

/** First bytes of each kind; -1 = any. Source: JPEG ITU-T T.81 B.1, PNG 3rd ed. 5.2, WebP RFC 9649 2.4, TIFF 6.0 section 2. */
const SIGNATURES: readonly (readonly [PictureKind, readonly number[]])[] = [
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['webp', [0x52, 0x49, 0x46, 0x46, -1, -1, -1, -1, 0x57, 0x45, 0x42, 0x50]],
  ['tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** What kind of picture file the bytes begin; undefined where they begin none. */
export function pictureKindOf(bytes: Uint8Array): PictureKind | undefined {
  return SIGNATURES.find(([, signature]) => signature.every((byte, index) => byte === -1 || bytes[index] === byte))?.[0];
}
