import { createHash } from 'node:crypto';

/** What a test picture says about itself: `picture.json` beside a fixture, which a person can change. */
export interface PictureDescription {
  readonly size?: readonly [width: number, height: number];
  /** Datasets of IIM in their order: `["2:105", "Headline"]`. */
  readonly iim?: readonly (readonly [id: string, text: string])[];
  readonly iimCharset?: 'utf8' | 'latin1';
  /** Datasets that say another length than they have. */
  readonly lengths?: Readonly<Record<string, number>>;
  /** The digest that an XMP writer keeps of the IIM block. */
  readonly digest?: 'current' | 'outdated';
  /** Exif tags by number (`0x010e`), all as text. */
  readonly exif?: Readonly<Record<string, string>>;
  readonly gps?: Readonly<Record<string, string>>;
  readonly comment?: string;
  /** Bytes kept of the file. */
  readonly cutAt?: number;
}

/** A grey JPEG of whole 8 x 8 blocks with the segments that the description names. */
export function jpegOf(about: PictureDescription, xmp?: string): Buffer {
  const [width, height] = about.size ?? [24, 16];
  const exif = exifOf(about);
  const resources = resourcesOf(about);
  const file = Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from('JFIF\0\x01\x02\0\0\x01\0\x01\0\0', 'latin1')),
    ...(exif === undefined ? [] : [segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif]))]),
    ...(resources === undefined ? [] : [segment(0xed, Buffer.concat([Buffer.from('Photoshop 3.0\0', 'latin1'), resources]))]),
    ...(xmp === undefined ? [] : [segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${xmp}`, 'utf8'))]),
    ...(about.comment === undefined ? [] : [segment(0xfe, Buffer.from(about.comment, 'utf8'))]),
    greyPicture(width, height),
  ]);
  return about.cutAt === undefined ? file : file.subarray(0, about.cutAt);
}

/** Baseline JPEG whose every block is two zero bits: no difference in brightness, end of block. */
function greyPicture(width: number, height: number): Buffer {
  const bits = 2 * Math.ceil(width / 8) * Math.ceil(height / 8);
  const data = Buffer.alloc(Math.ceil(bits / 8), 0);
  if (bits % 8 !== 0) data[data.length - 1] = 0xff >> (bits % 8);
  const table = (id: number): Buffer => segment(0xc4, Buffer.from([id, 1, ...Array<number>(15).fill(0), 0]));
  return Buffer.concat([
    segment(0xdb, Buffer.from([0, ...Array<number>(64).fill(1)])),
    segment(0xc0, Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0])),
    table(0x00),
    table(0x10),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    data,
    Buffer.from([0xff, 0xd9]),
  ]);
}

function segment(marker: number, data: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff]), data]);
}

function resourcesOf(about: PictureDescription): Buffer | undefined {
  if (about.iim === undefined) return undefined;
  const block = iimOf(about);
  const digest =
    about.digest === undefined
      ? undefined
      : createHash('md5')
          .update(about.digest === 'current' ? block : 'before')
          .digest();
  return Buffer.concat([resource(0x0404, block), ...(digest === undefined ? [] : [resource(0x0425, digest)])]);
}

function resource(id: number, data: Buffer): Buffer {
  const head = Buffer.from([0x38, 0x42, 0x49, 0x4d, id >> 8, id & 0xff, 0, 0, ...four(data.length)]);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

/** Datasets of IIM: marker, record, number, length, text. */
export function iimOf({ iim = [], iimCharset = 'utf8', lengths = {} }: PictureDescription): Buffer {
  const datasets = iim.map(([id, text]) => {
    const data = Buffer.from(text, iimCharset);
    const [record = 2, number = 0] = id.split(':').map(Number);
    const length = lengths[id] ?? data.length;
    return Buffer.concat([Buffer.from([0x1c, record, number, length >> 8, length & 0xff]), data]);
  });
  return Buffer.concat(datasets);
}

const OF_EXIF_IFD = (tag: number): boolean => tag > 0x8298;

/** A big-endian TIFF structure: tags of the picture, those of the camera behind them, then the position. */
export function exifOf({ exif = {}, gps = {} }: PictureDescription): Buffer | undefined {
  const tags = Object.entries(exif).map(([tag, text]) => [Number(tag), text] as const);
  if (tags.length === 0 && Object.keys(gps).length === 0) return undefined;
  const camera = tags.filter(([tag]) => OF_EXIF_IFD(tag));
  const position = Object.entries(gps).map(([tag, text]) => [Number(tag), text] as const);
  const main = tags.filter(([tag]) => !OF_EXIF_IFD(tag));
  const pointers = [...(camera.length === 0 ? [] : [0x8769]), ...(position.length === 0 ? [] : [0x8825])];
  const first = directory(main, pointers, 8);
  const second = camera.length === 0 ? Buffer.alloc(0) : directory(camera, [], 8 + first.length);
  const third = directory(position, [], 8 + first.length + second.length);
  const starts: Record<number, number> = { 0x8769: 8 + first.length, 0x8825: 8 + first.length + second.length };
  const at = (tag: number): number => 2 + 12 * (main.length + pointers.indexOf(tag)) + 8;
  for (const tag of pointers) first.writeUInt32BE(starts[tag] ?? 0, at(tag));
  const parts = [first, second, ...(position.length === 0 ? [] : [third])];
  return Buffer.concat([Buffer.from([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8]), ...parts]);
}

function directory(tags: readonly (readonly [number, string])[], pointers: readonly number[], start: number): Buffer {
  const texts = tags.map(([, text]) => Buffer.from(`${text}\0`, 'utf8'));
  let next = start + 2 + 12 * (tags.length + pointers.length) + 4;
  const entries = tags.map(([tag], index) => {
    const data = texts[index] ?? Buffer.alloc(0);
    const isShort = data.length <= 4;
    const value = isShort ? [...data, 0, 0, 0, 0].slice(0, 4) : four(next);
    if (!isShort) next += data.length;
    return Buffer.from([tag >> 8, tag & 0xff, 0, 2, ...four(data.length), ...value]);
  });
  const links = pointers.map((tag) => Buffer.from([tag >> 8, tag & 0xff, 0, 4, 0, 0, 0, 1, 0, 0, 0, 0]));
  const count = tags.length + pointers.length;
  return Buffer.concat([
    Buffer.from([count >> 8, count & 0xff]),
    ...entries,
    ...links,
    Buffer.alloc(4),
    ...texts.filter(({ length }) => length > 4),
  ]);
}

function four(value: number): number[] {
  return [24, 16, 8, 0].map((shift) => (value >>> shift) & 0xff);
}
