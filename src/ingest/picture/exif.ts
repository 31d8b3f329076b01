import ExifReader from 'exifreader';
import type { Found } from '../../article/parsed-item.ts';
import type { Repair } from '../../article/provenance.ts';

/** Tags of Exif by name, as text; positions from GPS among them. */
export interface Exif {
  readonly values: ReadonlyMap<string, Found>;
  /** Photoshop resources, IIM and XMP that a TIFF file keeps as tags. */
  readonly embedded: { readonly resources?: Uint8Array; readonly iim?: Uint8Array; readonly xmp?: Uint8Array };
  readonly width?: number;
  readonly height?: number;
  readonly repairs: readonly Repair[];
}

const MAX_TEXT = 2_000;
const MAX_TAGS = 400;
/** Tags of TIFF that hold other metadata. */
const EMBEDDED = { resources: 'PhotoshopSettings', iim: 'IPTC-NAA', xmp: 'ApplicationNotes' } as const;
const NOT_TEXT = new Set<string>([
  ...Object.values(EMBEDDED),
  'MakerNote',
  'ICC_Profile',
  'ImageSourceData',
  'StripOffsets',
  'StripByteCounts',
]);

/**
 * Exif 2.32 in a TIFF structure (the segment of a JPEG, the chunk of a PNG, or a whole TIFF file), read by exifreader: only its tags, no
 * maker notes, no XMP. A structure that it cannot read is told as the repair `picture.broken-part`.
 */
export function readExif(structure: Uint8Array): Exif {
  try {
    return exifOf(load(structure));
  } catch (thrown) {
    const detail = thrown instanceof Error ? thrown.message.slice(0, 200) : 'unknown';
    return { values: new Map(), embedded: {}, repairs: [{ code: 'picture.broken-part', detail: `Exif: ${detail}` }] };
  }
}

interface Tag {
  readonly value?: unknown;
  readonly description?: unknown;
}

function load(structure: Uint8Array): Record<string, Tag> {
  // A view of its own bytes: the reader takes offsets from the start of the buffer.
  const own = structure.buffer.slice(structure.byteOffset, structure.byteOffset + structure.byteLength);
  const tags = ExifReader.load(own as ArrayBuffer, {
    expanded: true,
    excludeTags: { makerNotes: true, xmp: true, iptc: true, icc: true, photoshop: true, mpf: true, composite: true, thumbnail: true },
  });
  return { ...(tags.exif as Record<string, Tag> | undefined) };
}

function exifOf(tags: Record<string, Tag>): Exif {
  const values = new Map<string, Found>();
  for (const [name, tag] of Object.entries(tags).slice(0, MAX_TAGS)) {
    const text = / IFD Pointer$/.test(name) ? '' : textOf(name, tag);
    if (text !== '') values.set(name, { text, path: `exif/${name}` });
  }
  const bytesAt = (name: string): { bytes?: Uint8Array } => {
    const value = tags[name]?.value;
    return Array.isArray(value) && value.every((byte) => typeof byte === 'number') ? { bytes: Uint8Array.from(value) } : {};
  };
  const [resources, iim, xmp] = [bytesAt(EMBEDDED.resources).bytes, bytesAt(EMBEDDED.iim).bytes, bytesAt(EMBEDDED.xmp).bytes];
  const size = (name: string): number | undefined => {
    const value = tags[name]?.value;
    return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : undefined;
  };
  const [width, height] = [size('ImageWidth'), size('ImageLength')];
  return {
    values,
    embedded: {
      ...(resources === undefined ? {} : { resources }),
      ...(iim === undefined ? {} : { iim }),
      ...(xmp === undefined ? {} : { xmp }),
    },
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    repairs: [],
  };
}

/** What the standard's own tags say; for the others the value as written. */
function textOf(name: string, { value, description }: Tag): string {
  if (NOT_TEXT.has(name)) return Array.isArray(value) ? `${value.length} bytes` : '';
  const text = typeof description === 'string' ? description : typeof description === 'number' ? String(description) : '';
  const clean = text.replace(/[\x00-\x08\x0e-\x1f\x7f]/g, '').trim();
  return clean.slice(0, MAX_TEXT);
}
