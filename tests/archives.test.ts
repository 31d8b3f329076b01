import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { pack, type Header } from 'tar-stream';
import { afterAll, describe, expect, test } from 'vitest';
import { BadInput } from '../src/faults.ts';
import type { ArchiveEntry } from '../src/ingest/archive.ts';
import { openArchive } from '../src/ingest/archives.ts';
import { answer, crawled, record, story, zipOf } from './archive-files.ts';

const folder = mkdtempSync(join(tmpdir(), 'wirecopy-archives-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

let count = 0;
function fileOf(bytes: Buffer | string): string {
  count += 1;
  const file = join(folder, `file-${count}`);
  writeFileSync(file, bytes);
  return file;
}

async function entriesOf(bytes: Buffer | string, kind: string): Promise<ArchiveEntry[]> {
  const archive = await openArchive(fileOf(bytes));
  expect(archive?.kind).toBe(kind);
  const entries: ArchiveEntry[] = [];
  for await (const entry of archive!.entries()) entries.push(entry);
  return entries;
}

/** Each entry in a word: the headline of a story, the code of what was passed over or is bad. */
const told = (entries: readonly ArchiveEntry[]): string[] =>
  entries.map((entry) => {
    if (entry.kind === 'skipped') return `skipped ${entry.code}`;
    if (entry.kind === 'bad') return `bad ${entry.error.code}`;
    const text = Buffer.from(entry.bytes).toString('utf8');
    return /<h1>(.*?)<\/h1>/.exec(text)?.[1] ?? text.trim().split('\n', 1)[0]!;
  });

async function tarOf(files: readonly (readonly [string | (Partial<Header> & { name: string }), (string | Buffer)?])[]): Promise<Buffer> {
  const packing = pack();
  for (const [header, text] of files) packing.entry(typeof header === 'string' ? { name: header } : header, text ?? '');
  packing.finalize();
  const pieces: Buffer[] = [];
  for await (const piece of packing as AsyncIterable<Buffer>) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('WARC', () => {
  const records = [
    record('warcinfo', 'software: testcrawl\r\n'),
    record('request', 'GET /1 HTTP/1.1\r\nHost: velmar.example\r\n\r\n'),
    crawled('One'),
    crawled('Two'),
    record('metadata', 'outlink: https://velmar.example/3\r\n'),
    crawled('Three'),
  ];
  const expected = ['skipped archive.no-document', 'skipped archive.no-document', 'One', 'Two', 'skipped archive.no-document', 'Three'];

  test('is read plain, gzipped by record, and gzipped as a whole', async () => {
    expect(told(await entriesOf(Buffer.concat(records), 'warc'))).toEqual(expected);
    expect(told(await entriesOf(Buffer.concat(records.map((one) => gzipSync(one))), 'warc'))).toEqual(expected);
    expect(told(await entriesOf(gzipSync(Buffer.concat(records)), 'warc'))).toEqual(expected);
  });

  test('tells of each document what the crawler knew', async () => {
    const [entry] = await entriesOf(crawled('One', { version: '1.1', date: '2026-11-24T02:14:00.123456Z' }), 'warc');
    expect(entry).toMatchObject({
      kind: 'document',
      label: 'urn:uuid:one',
      url: 'https://velmar.example/one',
      receivedAt: '2026-11-24T02:14:00.123Z',
      mediaType: 'text/html; charset=utf-8',
      headers: { 'content-type': 'text/html; charset=utf-8', 'x-twice': 'a, b' },
    });
  });

  test.each([
    ['chunked', { 'transfer-encoding': 'chunked' }, (body: Buffer) => chunked(body)],
    ['said to be chunked, and joined', { 'transfer-encoding': 'chunked' }, (body: Buffer) => body],
    ['gzip', { 'content-encoding': 'gzip' }, (body: Buffer) => gzipSync(body)],
    ['deflate', { 'content-encoding': 'deflate' }, (body: Buffer) => deflateSync(body)],
    ['br, chunked', { 'content-encoding': 'br', 'transfer-encoding': 'chunked' }, (body: Buffer) => chunked(brotliCompressSync(body))],
    ['said to be gzip, and unpacked', { 'content-encoding': 'gzip' }, (body: Buffer) => body],
  ])('undoes a body that is %s', async (_, headers, coded) => {
    const body = coded(Buffer.from(story('Coded')));
    expect(told(await entriesOf(record('response', answer(200, headers, body)), 'warc'))).toEqual(['Coded']);
  });

  test('an answer that breaks off between its chunks is a fault, as is one the crawler cut', async () => {
    const body = chunked(Buffer.from(story('Cut'))).subarray(0, -20);
    const cut = record('response', answer(200, { 'transfer-encoding': 'chunked' }, body));
    const truncated = record('response', answer(200, {}, Buffer.from(story('Cut'))), { 'WARC-Truncated': 'length' });
    expect(told(await entriesOf(Buffer.concat([cut, truncated, crawled('Next')]), 'warc'))).toEqual([
      'bad archive.cut-short',
      'bad archive.cut-short',
      'Next',
    ]);
  });

  test('a body that unpacks to too much is a fault, and the next one is read', async () => {
    const bomb = record('response', answer(200, { 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(64_000_000))));
    expect(told(await entriesOf(Buffer.concat([bomb, crawled('Next')]), 'warc'))).toEqual(['bad input.compression', 'Next']);
  });

  test('answers without a page and dns records are passed over', async () => {
    const moved = record('response', answer(301, { location: '/2' }, Buffer.alloc(0)));
    const dns = record('response', '20261124021400\r\nvelmar.example. 300 IN A 192.0.2.1\r\n', { 'Content-Type': 'text/dns' });
    expect(told(await entriesOf(Buffer.concat([moved, dns]), 'warc'))).toEqual([
      'skipped archive.http-status',
      'skipped archive.no-document',
    ]);
  });

  test('WET texts and resources are documents', async () => {
    const text = record('conversion', 'Harbour closes\nThe harbour will close.\n', { 'Content-Type': 'text/plain' });
    const file = record('resource', story('Fetched by FTP'), { 'Content-Type': 'text/html' });
    const entries = await entriesOf(Buffer.concat([text, file]), 'warc');
    expect(told(entries)).toEqual(['Harbour closes', 'Fetched by FTP']);
    expect(entries).toMatchObject([{ mediaType: 'text/plain; charset=utf-8' }, { mediaType: 'text/html' }]);
  });

  test.each([
    ['without its first line', (bytes: Buffer) => bytes.subarray(12)],
    ['with a length that is too small', (bytes: Buffer) => relength(bytes, (length) => length - 50)],
    ['with a length that is too large', (bytes: Buffer) => relength(bytes, (length) => length + 700)],
    ['with no length', (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace(/Content-Length: \d+\r\n/, ''), 'latin1')],
  ])('a record %s is one fault, and the next ones are read', async (_, harm) => {
    const damaged = Buffer.concat([crawled('One'), harm(crawled('Two')), crawled('Three'), crawled('Four')]);
    const entries = told(await entriesOf(damaged, 'warc'));
    expect(entries[0]).toBe('One');
    expect(entries.slice(-2)).toEqual(['Three', 'Four']);
    expect(new Set(entries.slice(1, -2))).toEqual(new Set(['bad archive.damaged']));
  });

  test.each([
    ['in the middle', (bytes: Buffer) => spoiled(bytes, Math.floor(bytes.length / 2))],
    ['in its checksum', (bytes: Buffer) => spoiled(bytes, bytes.length - 6)],
    ['in its header', (bytes: Buffer) => spoiled(bytes, 1)],
    ['by losing its end', (bytes: Buffer) => bytes.subarray(0, -30)],
  ])('a gzip member damaged %s is a fault, and the next ones are read', async (_, harm) => {
    const [one, two, three, four] = ['One', 'Two', 'Three', 'Four'].map((headline) => gzipSync(crawled(headline)));
    const entries = told(await entriesOf(Buffer.concat([one!, harm(two!), three!, four!]), 'warc'));
    expect(entries[0]).toBe('One');
    expect(entries.slice(-2)).toEqual(['Three', 'Four']);
    expect(entries.slice(1, -2)).toEqual(['bad input.compression']);
  });

  test('the first member may be the damaged one, and the last may be cut', async () => {
    const [one, two, three] = ['One', 'Two', 'Three'].map((headline) => gzipSync(crawled(headline)));
    const entries = told(await entriesOf(Buffer.concat([spoiled(one!, 200), two!, three!.subarray(0, -40)]), 'warc'));
    expect(entries).toEqual(['bad input.compression', 'Two', 'bad input.compression']);
  });

  test('a file that ends within a record says so', async () => {
    expect(told(await entriesOf(Buffer.concat([crawled('One'), crawled('Two').subarray(0, -100)]), 'warc'))).toEqual([
      'One',
      'bad archive.cut-short',
    ]);
  });

  test('a member that unpacks to two hundred times its size is left, not unpacked', async () => {
    const bomb = gzipSync(Buffer.concat([Buffer.from('WARC/1.0\r\nContent-Length: 1000000000\r\n\r\n'), Buffer.alloc(100_000_000)]));
    const entries = told(await entriesOf(Buffer.concat([gzipSync(crawled('One')), bomb, gzipSync(crawled('Two'))]), 'warc'));
    expect(entries).toEqual(['One', 'bad input.compression', 'Two']);
  });

  test('a record above what is read is passed over as a fault', async () => {
    const large = record('resource', Buffer.alloc(21_000_000, 'a'), { 'Content-Type': 'text/plain' });
    expect(told(await entriesOf(Buffer.concat([large, crawled('Next')]), 'warc'))).toEqual(['bad input.too-large', 'Next']);
  });
});

describe('zip', () => {
  test('is read entry by entry, whatever the names are', async () => {
    const names = ['../../etc/passwd', '/absolute', 'same', 'same', 'C:\\x', 'folder/'];
    const before = readdirSync(folder).length;
    const entries = await entriesOf(zipOf(names.map((name) => ({ name, text: name.endsWith('/') ? '' : story(name) }))), 'zip');
    expect(told(entries)).toEqual([...names.slice(0, 5), 'skipped archive.no-document']);
    expect(entries.map(({ label }) => label)).toEqual(names.map((name) => name.replace('\\', '/')));
    expect(readdirSync(folder)).toHaveLength(before + 1);
  });

  test.each([
    ['a link', { mode: 0o120777 }, 'archive.not-a-file'],
    ['encrypted', { flags: 1 }, 'archive.encrypted'],
    ['packed in an unknown way', { method: 14 }, 'archive.method'],
    ['named otherwise in the directory', { localName: 'other' }, 'archive.name-mismatch'],
    ['of another checksum', { checksum: 1 }, 'archive.damaged'],
    ['larger than is read', { text: 'x'.repeat(21_000_000) }, 'input.too-large'],
    ['a bomb', { text: 'x'.repeat(19_000_000) }, 'input.compression'],
    ['lying about its size', { size: 20 }, 'archive.damaged'],
    ['an archive itself', { text: zipOf([{ name: 'inner', text: story('Inner') }]) }, 'archive.nested'],
    ['a gzipped archive', { text: gzipSync(crawled('Inner')) }, 'archive.nested'],
    ['a 7-Zip archive', { text: Buffer.from('377abcaf271c0004000000000000', 'hex') }, 'archive.nested'],
  ])('an entry that is %s is a fault, and its neighbours are read', async (_, harm, code) => {
    const entries = told(
      await entriesOf(
        zipOf([
          { name: 'a', text: story('A') },
          { name: 'b', text: story('B'), ...harm },
          { name: 'c', text: story('C') },
        ]),
        'zip',
      ),
    );
    expect(entries).toEqual(['A', `bad ${code}`, 'C']);
  });

  test('a gzipped story within is a story', async () => {
    expect(told(await entriesOf(zipOf([{ name: 'a.gz', text: gzipSync(story('Packed twice')) }]), 'zip'))).toEqual(['Packed twice']);
  });

  test.each([
    [
      'shared bytes',
      zipOf([
        { name: 'a', text: story('A') },
        { name: 'b', text: story('B'), at: 0 },
      ]),
      'archive.overlap',
    ],
    ['too many entries', zipOf(Array.from({ length: 10_001 }, (_, index) => ({ name: String(index), text: 'x' }))), 'archive.too-many'],
    ['a lost end', zipOf([{ name: 'a', text: story('A') }]).subarray(0, -30), 'archive.damaged'],
  ])('%s: nothing of the archive is read', async (_, bytes, code) => {
    await expect(entriesOf(bytes, 'zip')).rejects.toMatchObject({ name: 'BadInput', code });
  });
});

describe('tar', () => {
  test('is read plain and gzipped, with long names', async () => {
    const long = `${'folder/'.repeat(40)}story.html`;
    const bytes = await tarOf([[{ name: 'folder', type: 'directory' }], ['../up', story('Up')], [long, story('Long')], ['empty', '']]);
    for (const one of [bytes, gzipSync(bytes)]) {
      const entries = await entriesOf(one, 'tar');
      expect(told(entries)).toEqual(['skipped archive.no-document', 'Up', 'Long', '']);
      expect(entries.map(({ label }) => label)).toEqual(['folder', '../up', long, 'empty']);
    }
  });

  test('links and devices are faults, and so is an archive within', async () => {
    const inner = await tarOf([['a', story('Inner')]]);
    const bytes = await tarOf([
      [{ name: 'link', type: 'symlink', linkname: '/etc/passwd' }],
      [{ name: 'null', type: 'character-device' }],
      ['inner.tar', inner],
      ['last', story('Last')],
    ]);
    expect(told(await entriesOf(bytes, 'tar'))).toEqual(['bad archive.not-a-file', 'bad archive.not-a-file', 'bad archive.nested', 'Last']);
  });

  test('a damaged header is a fault, and the next file is read', async () => {
    const bytes = await tarOf([
      ['one', story('One')],
      ['two', story('Two')],
      ['three', story('Three')],
    ]);
    const second = bytes.indexOf('two\0');
    expect(told(await entriesOf(spoiled(bytes, second + 130), 'tar'))).toEqual(['One', 'bad archive.damaged', 'Three']);
  });

  test('a file that ends too early says so; one that is too large is passed over', async () => {
    const bytes = await tarOf([
      ['large', 'x'.repeat(21_000_000)],
      ['next', story('Next')],
    ]);
    expect(told(await entriesOf(bytes.subarray(0, bytes.length - 1_700), 'tar'))).toEqual(['bad input.too-large', 'bad archive.cut-short']);
  });
});

describe('mbox', () => {
  const mail = (subject: string, text: string): string =>
    `From anna@velmar.example Tue Nov 24 02:14:00 2026\r\nFrom: Anna <anna@velmar.example>\r\nSubject: ${subject}\r\nMessage-ID: <${subject}@velmar.example>\r\n\r\n${text}\r\n\r\n`;

  test('messages are parted at From lines behind a blank one, and quoted ones lose a mark', async () => {
    const entries = await entriesOf(
      mail('one', 'Text\r\nFrom here on it rains.\r\n\r\n>From the port:\r\n>>From afar') + mail('two', 'Text'),
      'mbox',
    );
    expect(entries.map((entry) => (entry.kind === 'document' ? Buffer.from(entry.bytes).toString() : entry.kind))).toEqual([
      'From: Anna <anna@velmar.example>\r\nSubject: one\r\nMessage-ID: <one@velmar.example>\r\n\r\nText\r\nFrom here on it rains.\r\n\r\nFrom the port:\r\n>From afar\r\n\r\n',
      'From: Anna <anna@velmar.example>\r\nSubject: two\r\nMessage-ID: <two@velmar.example>\r\n\r\nText\r\n\r\n',
    ]);
  });

  test('a mail that is too large is a fault, and the next one is read', async () => {
    const lines = `${'x'.repeat(76)}\r\n`.repeat(280_000);
    expect((await entriesOf(mail('large', lines) + mail('two', 'Text'), 'mbox')).map(({ kind }) => kind)).toEqual(['bad', 'document']);
  });

  test('one mail that was saved with its From line is no folder', async () => {
    expect(await openArchive(fileOf(mail('one', 'Text')))).toBeUndefined();
  });
});

describe('JSONL', () => {
  const line = (headline: string): string => `${JSON.stringify({ headline })}\n`;

  test('each line is a document, damaged or not', async () => {
    const entries = await entriesOf(
      gzipSync(`${line('One')}\n${line('Two')}{"headline": \n${JSON.stringify({ headline: 'Last' })}`),
      'jsonl',
    );
    expect(told(entries)).toEqual(['{"headline":"One"}', '{"headline":"Two"}', '{"headline":', '{"headline":"Last"}']);
    expect(entries.map(({ label }) => label)).toEqual(['line 1', 'line 3', 'line 4', 'line 5']);
  });

  test('a line that is too long is a fault, and the next one is read', async () => {
    const entries = await entriesOf(`${line('One')}${line('Two')}${'x'.repeat(21_000_000)}\n${line('Three')}`, 'jsonl');
    expect(told(entries)).toEqual(['{"headline":"One"}', '{"headline":"Two"}', 'bad input.too-large', '{"headline":"Three"}']);
  });
});

test('documents are no archives', async () => {
  const root = join(import.meta.dirname, '../fixtures/formats');
  const inputs = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => /\binput\.\w+$/.test(name));
  expect(inputs.length).toBeGreaterThan(50);
  for (const name of inputs) expect([name, await openArchive(join(root, name))]).toEqual([name, undefined]);
  expect(await openArchive(fileOf(gzipSync(readFileSync(join(root, inputs[0]!)))))).toBeUndefined();
  expect(await openArchive(fileOf('{"one": 1}\n'))).toBeUndefined();
  expect(await openArchive(join(folder, 'absent'))).toBeUndefined();
});

const corpus = join(import.meta.dirname, '../../shared/corpus/hostile/compression');
const hostile = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.zip')) : [];
if (hostile.length === 0) console.log(`skipped: ${corpus} is absent`);

test.skipIf(hostile.length === 0).each(hostile)('hostile %s: a fault with a code, or every entry in full', async (name) => {
  const archive = await openArchive(join(corpus, name));
  const entries: ArchiveEntry[] = [];
  const refused = await (async () => {
    for await (const entry of archive!.entries()) entries.push(entry);
  })().catch((thrown: unknown) => thrown);
  const codes = entries.flatMap((entry) => (entry.kind === 'bad' ? [entry.error.code] : []));
  if (name === 'dup_names.zip') expect([refused, codes, entries.length]).toEqual([undefined, [], 2]);
  else expect([...codes, ...(refused instanceof BadInput ? [refused.code] : [])].length).toBeGreaterThan(0);
});

function chunked(body: Buffer): Buffer {
  const half = Math.floor(body.length / 2);
  const chunk = (bytes: Buffer): Buffer => Buffer.concat([Buffer.from(`${bytes.length.toString(16)};x=1\r\n`), bytes, Buffer.from('\r\n')]);
  return Buffer.concat([chunk(body.subarray(0, half)), chunk(body.subarray(half)), Buffer.from('0\r\n\r\n')]);
}

function relength(bytes: Buffer, change: (length: number) => number): Buffer {
  return Buffer.from(
    bytes.toString('latin1').replace(/Content-Length: (\d+)/, (_, length: string) => `Content-Length: ${change(Number(length))}`),
    'latin1',
  );
}

function spoiled(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}
