import type { Found } from '../../article/parsed-item.ts';
import type { Repair } from '../../article/provenance.ts';
import { pngParts, webpParts } from './chunks.ts';
import { readExif, type Exif } from './exif.ts';
import { readIim, type Iim } from './iim.ts';
import { jpegParts } from './jpeg.ts';
import type { PictureKind } from './kind.ts';
import { joined, type PictureParts } from './parts.ts';
import { resourcesOf } from './photoshop.ts';
import { readXmp, type Xmp } from './xmp.ts';

/** All that a picture file says about itself, read and not yet reconciled. */
export interface Picture {
  readonly kind: PictureKind;
  readonly parts: PictureParts;
  readonly exif: Exif;
  readonly iim: Iim;
  readonly xmp: Xmp;
  /** Whether IIM is as it was when XMP was written; undefined where nothing tells. */
  readonly isInStep?: boolean;
  /** Every value with its place, for `rest`. */
  readonly leaves: readonly Found[];
  readonly repairs: readonly Repair[];
}

/** More than this says nothing to a newsroom (histories of editing); the raw bytes hold it. */
const MAX_LEAVES = 600;
const MAX_TEXT = 2_000;
const NO_EXIF: Exif = { values: new Map(), embedded: {}, repairs: [] };

/** Reads what can be read: a part that is broken costs only itself and is told as a repair. @throws {BadInput} `picture.truncated` */
export function readPicture(kind: PictureKind, bytes: Uint8Array): Picture {
  const parts = partsOf(kind, bytes);
  const exif = parts.exif === undefined ? NO_EXIF : readExif(parts.exif);
  const { embedded } = exif;
  const photoshop = resourcesOf(parts.resources ?? embedded.resources ?? new Uint8Array());
  const block = photoshop.iim ?? embedded.iim;
  const iim = block === undefined ? { values: new Map<string, Found[]>(), repairs: [] } : readIim(block);
  const xmp = readXmp([...parts.xmp, ...(embedded.xmp === undefined ? [] : [embedded.xmp])]);
  const leaves = [
    ...[...iim.values].flatMap(([, values]) => values),
    ...exif.values.values(),
    ...xmp.leaves,
    ...photoshop.rest,
    ...parts.other.map(([path, text]) => ({ path, text })),
  ];
  return {
    kind,
    parts,
    exif,
    iim,
    xmp,
    ...(photoshop.isInStep === undefined ? {} : { isInStep: photoshop.isInStep }),
    leaves: leaves.slice(0, MAX_LEAVES).map((leaf) => (leaf.text.length > MAX_TEXT ? { ...leaf, text: clipped(leaf.text) } : leaf)),
    repairs: [
      ...parts.repairs,
      ...photoshop.repairs,
      ...iim.repairs,
      ...exif.repairs,
      ...xmp.repairs,
      ...(leaves.length > MAX_LEAVES ? [{ code: 'picture.too-many-values', detail: `${leaves.length - MAX_LEAVES} are not kept` }] : []),
    ],
  };
}

function partsOf(kind: PictureKind, bytes: Uint8Array): PictureParts {
  if (kind === 'jpeg') return jpegParts(bytes);
  if (kind === 'png') return pngParts(bytes);
  if (kind === 'webp') return webpParts(bytes);
  return { exif: bytes, xmp: [], pixels: joined([bytes]), other: [], repairs: [] };
}

function clipped(text: string): string {
  return `${text.slice(0, MAX_TEXT - 1)}…`;
}
