import { Readable } from 'node:stream';
import { BadInput } from '../faults.ts';
import { readBody } from './body-reader.ts';

/** An HTTP answer as a crawler kept it (RFC 9112), its body unpacked. Header names are lower case; a repeated one is joined. */
export interface StoredResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const HEAD_END = /\r?\n\r?\n/;
const LONGEST_HEAD = 262_144;

/** Reads an answer; undefined where the bytes are none. @throws {BadInput} `http.content-encoding`, `input.compression`, `input.too-large` */
export async function readStoredResponse(block: Buffer): Promise<StoredResponse | undefined> {
  const start = block.subarray(0, LONGEST_HEAD).toString('latin1');
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(start)?.[1];
  if (status === undefined) return undefined;
  const end = HEAD_END.exec(start);
  const headers = headersOf(start.slice(0, end?.index));
  const stored = end === null ? Buffer.alloc(0) : block.subarray(end.index + end[0].length);
  const whole = /\bchunked\b/i.test(headers['transfer-encoding'] ?? '') ? joined(stored) : stored;
  const body = await readBody({ stream: Readable.from([whole]), encoding: headers['content-encoding'] });
  return { status: Number(status), headers, body };
}

function headersOf(head: string): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/).slice(1)) {
    const colon = line.indexOf(':');
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const before = headers.get(name);
    const value = line.slice(colon + 1).trim();
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(headers);
}

/** The chunks put together. Many crawlers keep the header but join the body themselves: what does not begin with a chunk is whole. */
function joined(stored: Buffer): Buffer {
  const chunks: Buffer[] = [];
  for (let at = 0; ;) {
    const size = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n/i.exec(stored.subarray(at, at + 240).toString('latin1'));
    if (size === null) {
      if (chunks.length === 0) return stored;
      throw cutShort();
    }
    const [start, length] = [at + size[0].length, Number.parseInt(size[1] ?? '', 16)];
    if (length === 0) return Buffer.concat(chunks);
    if (start + length > stored.length) throw cutShort();
    chunks.push(stored.subarray(start, start + length));
    at = start + length;
    at += stored[at] === 0x0d ? 2 : 1;
  }
}

function cutShort(): BadInput {
  return new BadInput('archive.cut-short', {
    message: 'The answer breaks off between its chunks',
    hint: 'The crawler did not get all of it',
  });
}
