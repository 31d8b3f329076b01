import { crc32, deflateRawSync } from 'node:zlib';

/** A page of the invented port of Velmar. */
export function story(headline: string): string {
  return `<!DOCTYPE html><html lang="en"><head><title>${headline}</title><meta property="og:type" content="article"></head><body><article><h1>${headline}</h1><p class="byline">By Ana Prill</p>
<p>The harbour of Velmar will close on Friday for a day of repairs, the port authority said on Tuesday after a meeting with fishermen.</p>
<p>Ships will wait outside the breakwater until the gates open again on Saturday morning, a spokeswoman told reporters.</p>
<p>The repairs cost four million crowns and are the first in twelve years, according to the harbour master.</p></article></body></html>`;
}

/** A WARC record around a block. */
export function record(type: string, block: Buffer | string, fields: Readonly<Record<string, string>> = {}, version = '1.0'): Buffer {
  const bytes = Buffer.from(block);
  const all = { 'WARC-Type': type, 'WARC-Date': '2026-11-24T02:14:00Z', ...fields, 'Content-Length': String(bytes.length) };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/${version}\r\n${head.join('')}\r\n`), bytes, Buffer.from('\r\n\r\n')]);
}

/** An HTTP answer as it came over the wire. */
export function answer(status: number, headers: Readonly<Record<string, string>>, body: Buffer): Buffer {
  const lines = Object.entries({ 'content-type': 'text/html; charset=utf-8', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status} Said\r\nX-Twice: a\r\nX-Twice: b\r\n${lines.join('')}\r\n`), body]);
}

/** The response record of a story. */
export function crawled(headline: string, { version = '1.0', date = '2026-11-24T02:14:00Z' } = {}): Buffer {
  const name = headline.toLowerCase().replaceAll(' ', '-');
  const fields = {
    'WARC-Date': date,
    'WARC-Record-ID': `<urn:uuid:${name}>`,
    'WARC-Target-URI': `https://velmar.example/${name}`,
    'Content-Type': 'application/http; msgtype=response',
  };
  return record('response', answer(200, {}, Buffer.from(story(headline))), fields, version);
}

/** One entry of a zip; everything besides name and text makes it lie. */
export interface ZipEntry {
  readonly name: string;
  readonly text: string | Buffer;
  readonly localName?: string;
  readonly mode?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly checksum?: number;
  readonly size?: number;
  /** Where the directory says that it lies. */
  readonly at?: number;
}

/** A zip written by hand, as no program would write the lying ones. */
export function zipOf(entries: readonly ZipEntry[]): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const entry of entries) {
    const bytes = Buffer.from(entry.text);
    const packed = deflateRawSync(bytes);
    const numbers = (head: Buffer): Buffer => {
      head.writeUInt16LE(20, 0);
      head.writeUInt16LE(entry.flags ?? 0, 2);
      head.writeUInt16LE(entry.method ?? 8, 4);
      head.writeUInt32LE(entry.checksum ?? crc32(bytes), 10);
      head.writeUInt32LE(packed.length, 14);
      head.writeUInt32LE(entry.size ?? bytes.length, 18);
      return head;
    };
    const header = Buffer.alloc(30);
    header.write('PK\x03\x04', 'latin1');
    numbers(header.subarray(4));
    const localName = Buffer.from(entry.localName ?? entry.name);
    header.writeUInt16LE(localName.length, 26);
    local.push(header, localName, packed);
    const listed = Buffer.alloc(46);
    listed.write('PK\x01\x02', 'latin1');
    listed.writeUInt16LE(3 * 256 + 20, 4);
    numbers(listed.subarray(6));
    listed.writeUInt16LE(Buffer.byteLength(entry.name), 28);
    listed.writeUInt32LE(((entry.mode ?? 0o100644) * 65_536) >>> 0, 38);
    listed.writeUInt32LE(entry.at ?? offset, 42);
    central.push(listed, Buffer.from(entry.name));
    offset += 30 + localName.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}
