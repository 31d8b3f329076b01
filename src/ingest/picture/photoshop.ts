import { createHash } from 'node:crypto';
import type { Found } from '../../article/parsed-item.ts';
import type { Repair } from '../../article/provenance.ts';
import { ascii, joined, numberAt } from './parts.ts';

/** What the image resources hold: the IIM block, whether it is the one that the XMP was written from, and the rest by size. */
export interface Resources {
  readonly iim?: Uint8Array;
  /** Undefined where no digest is kept. */
  readonly isInStep?: boolean;
  readonly rest: readonly Found[];
  readonly repairs: readonly Repair[];
}

const IIM = 0x0404;
const DIGEST = 0x0425;
const ADDRESS = 0x040b;
const MAX_RESOURCES = 2_000;

/**
 * Image resources: `8BIM`, number, padded name, length, data. Source: Adobe Photoshop file formats specification (November 2019).
 * The MD5 of the IIM block, kept beside it, tells whether anything but an XMP writer has changed it since (MWG 2.0, 3.3.1).
 */
export function resourcesOf(bytes: Uint8Array): Resources {
  const { found, repairs } = walk(bytes);
  const blocks = found.filter(({ id }) => id === IIM).map(({ data }) => data);
  const digest = found.find(({ id, data }) => id === DIGEST && data.length === 16)?.data;
  const iim = blocks.length === 0 ? undefined : joined(blocks);
  const current = iim === undefined || digest === undefined ? undefined : createHash('md5').update(iim).digest('hex');
  return {
    ...(iim === undefined ? {} : { iim }),
    ...(current === undefined || digest === undefined ? {} : { isInStep: current === Buffer.from(digest).toString('hex') }),
    rest: found.filter(({ id }) => id !== IIM && id !== DIGEST).map(restOf),
    repairs,
  };
}

interface Resource {
  readonly id: number;
  readonly data: Uint8Array;
}

function walk(bytes: Uint8Array): { found: Resource[]; repairs: Repair[] } {
  const found: Resource[] = [];
  for (let at = 0; at + 12 <= bytes.length && found.length < MAX_RESOURCES;) {
    if (ascii(bytes.subarray(at, at + 4)) !== '8BIM') return { found, repairs: [broken(`no resource at byte ${at}`)] };
    const name = 1 + (bytes[at + 6] ?? 0);
    const sizeAt = at + 6 + name + (name % 2);
    const length = numberAt(bytes, sizeAt, 4);
    const start = sizeAt + 4;
    found.push({ id: numberAt(bytes, at + 4, 2), data: bytes.subarray(start, start + length) });
    if (start + length > bytes.length) return { found, repairs: [broken('the last resource is cut short')] };
    at = start + length + (length % 2);
  }
  return { found, repairs: [] };
}

function broken(detail: string): Repair {
  return { code: 'picture.broken-part', detail: `Photoshop resources: ${detail}` };
}

function restOf({ id, data }: Resource): Found {
  const path = `photoshop/${id.toString(16).padStart(4, '0')}`;
  return { path, text: id === ADDRESS ? ascii(data.subarray(0, 2_000)) : `${data.length} bytes` };
}
