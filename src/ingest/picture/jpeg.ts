import type { Repair } from '../../article/provenance.ts';
import { ascii, joined, MAX_XMP, numberAt, truncated, type PictureParts } from './parts.ts';

/** A marker segment: its second byte and its data without the length. */
interface Segment {
  readonly marker: number;
  readonly data: Uint8Array;
}

const EXIF = 'Exif\0';
const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const MORE_XMP = 'http://ns.adobe.com/xmp/extension/\0';
const PHOTOSHOP = 'Photoshop 3.0\0';
/** Behind its name an extension has the MD5 of the whole (32 characters), the length of the whole and the place of this piece. */
const MORE_XMP_HEAD = MORE_XMP.length + 40;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;
/** Frames: SOF0 to SOF15 without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
const MAX_SEGMENTS = 2_000;

/**
 * Segments of a JPEG up to its first scan. Sources: ITU-T T.81 annex B, Exif 2.32 4.5, XMP specification part 3 (2016) 1.1.3,
 * Adobe Photoshop file formats (2019) image resources.
 * @throws {BadInput} `picture.truncated`
 */
export function jpegParts(bytes: Uint8Array): PictureParts {
  const { segments, scan, repairs } = segmentsOf(bytes);
  const frame = segments.find(({ marker }) => isFrame(marker))?.data;
  const app = (marker: number, name: string): Uint8Array[] =>
    segments.filter((segment) => segment.marker === marker && begins(segment.data, name)).map(({ data }) => data.subarray(name.length));
  const [exif] = app(0xe1, EXIF);
  const resources = app(0xed, PHOTOSHOP);
  const more = extensionOf(segments);
  return {
    ...(frame === undefined || frame.length < 5 ? {} : { height: numberAt(frame, 1, 2), width: numberAt(frame, 3, 2) }),
    ...(exif === undefined ? {} : { exif: exif.subarray(1) }),
    xmp: [...app(0xe1, XMP), ...(more === undefined ? [] : [more])],
    ...(resources.length === 0 ? {} : { resources: joined(resources) }),
    pixels: bytes.subarray(scan),
    other: segments.flatMap(otherOf),
    repairs,
  };
}

function segmentsOf(bytes: Uint8Array): { segments: Segment[]; scan: number; repairs: Repair[] } {
  const segments: Segment[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && segments.length < MAX_SEGMENTS) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return { segments, scan: at, repairs: [{ code: 'picture.broken-part', detail: `no segment at byte ${at}` }] };
    if (marker === START_OF_SCAN || marker === END_OF_IMAGE) return { segments, scan: at, repairs: [] };
    // Fill bytes stand before a marker; restart markers and TEM stand alone.
    const isAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    const length = marker === 0xff ? -1 : isAlone ? 0 : numberAt(bytes, at + 2, 2);
    if (length > 0) segments.push({ marker, data: bytes.subarray(at + 4, at + 2 + length) });
    if (length > 0 && at + 2 + length > bytes.length) throw truncated('its last segment is cut short');
    at += 2 + length;
  }
  throw truncated('it ends before the picture');
}

function begins(data: Uint8Array, name: string): boolean {
  return data.length >= name.length && ascii(data.subarray(0, name.length)) === name;
}

/** A packet larger than a segment goes on in pieces, which may come in any order. */
function extensionOf(segments: readonly Segment[]): Uint8Array | undefined {
  const pieces = segments.filter(({ marker, data }) => marker === 0xe1 && begins(data, MORE_XMP) && data.length > MORE_XMP_HEAD);
  if (pieces.length === 0) return undefined;
  const ordered = pieces
    .map(({ data }) => ({ at: numberAt(data, MORE_XMP_HEAD - 4, 4), piece: data.subarray(MORE_XMP_HEAD) }))
    .sort((a, b) => a.at - b.at);
  return joined(ordered.map(({ piece }) => piece)).subarray(0, MAX_XMP);
}

/** Comments as text, other application data by its name and size. */
function otherOf({ marker, data }: Segment): (readonly [string, string])[] {
  if (marker === 0xfe) return [['jpeg/COM', ascii(data.subarray(0, 2_000)).replace(/(?<!\0)\0+$/, '')]];
  if (marker < 0xe1 || marker > 0xef || [EXIF, XMP, MORE_XMP, PHOTOSHOP].some((name) => begins(data, name))) return [];
  const name = /^[\w .:/-]{2,40}/.exec(ascii(data.subarray(0, 40)))?.[0] ?? '';
  return [[`jpeg/APP${marker - 0xe0}`, `${name} (${data.length} bytes)`.trim()]];
}
