import { BadInput } from '../../faults.ts';
import type { ArchiveKind } from '../archive.ts';
import { entriesInTurn, labelled, type Turn } from '../archive-turns.ts';
import type { ByteReader } from '../byte-reader.ts';
import { MAX_BYTES } from '../decode.ts';
import { readStoredResponse } from '../stored-response.ts';

const VERSION = /^WARC\/(?:0\.1[78]|1\.[01])$/;
const LONGEST_LINE = 65_536;
const MOST_FIELDS = 200;
/** A block holds the head of the answer besides the document. */
const MAX_BLOCK = MAX_BYTES + 262_144;
const NEXT_RECORD = Buffer.from('\r\n\r\nWARC/1.');
/** What is read: answers, files fetched otherwise, and the texts made of pages (WET). */
const READ: ReadonlySet<string> = new Set(['response', 'resource', 'conversion']);

/** News crawls: WARC 1.0 and 1.1 (ISO 28500:2009, 2017), plain or gzipped as a whole or by record; WET is the same with texts. */
export const warc: ArchiveKind = {
  name: 'warc',
  recognises: (head) => /^WARC\/(?:0\.1[78]|1\.[01])\r?\n/.test(Buffer.from(head.subarray(0, 12)).toString('latin1')),
  entries: ({ source }) => entriesInTurn(source, 'record', readRecord),
};

async function readRecord(reader: ByteReader): Promise<Turn | undefined> {
  const fields = await readFields(reader);
  if (fields === undefined) return undefined;
  const id = fields.get('warc-record-id')?.replace(/^<|>$/g, '');
  const label = id === undefined ? {} : { label: id };
  const length = fields.get('content-length') ?? '';
  if (!/^\d{1,15}$/.test(length)) return { ...label, kind: 'bad', error: damaged('it does not tell its length') };
  return labelled(label, () => readContent(reader, fields, Number(length)));
}

/** The named fields of the next record, by lower-case name. What stands where a record should begin is passed over as one damage. */
async function readFields(reader: ByteReader): Promise<ReadonlyMap<string, string> | undefined> {
  let first = await reader.line(LONGEST_LINE);
  while (first === '') first = await reader.line(LONGEST_LINE);
  if (first === undefined) return undefined;
  if (!VERSION.test(first)) {
    await passToRecord(reader);
    throw damaged('it does not begin with WARC/1.0 or WARC/1.1');
  }
  const fields = new Map<string, string>();
  let last = '';
  for (let count = 0; count < MOST_FIELDS; count += 1) {
    const line = await reader.line(LONGEST_LINE);
    if (line === undefined || line === '') return fields;
    const folded = /^[ \t]/.test(line);
    const colon = line.indexOf(':');
    if (!folded) last = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const text = Buffer.from(line, 'latin1').toString('utf8');
    fields.set(last, folded ? `${fields.get(last) ?? ''} ${text.trim()}` : text.slice(text.indexOf(':') + 1).trim());
  }
  throw damaged(`it has more than ${MOST_FIELDS} fields`);
}

async function passToRecord(reader: ByteReader): Promise<void> {
  for (;;) {
    const line = await reader.line(LONGEST_LINE);
    if (line === undefined) return;
    if (!VERSION.test(line)) continue;
    reader.unread(Buffer.from(`${line}\r\n`, 'latin1'));
    return;
  }
}

async function readContent(reader: ByteReader, fields: ReadonlyMap<string, string>, length: number): Promise<Turn> {
  const type = fields.get('warc-type')?.toLowerCase() ?? '';
  if (!READ.has(type)) {
    await reader.skip(length);
    return { kind: 'skipped', code: 'archive.no-document' };
  }
  if (length > MAX_BLOCK) {
    await reader.skip(length);
    throw new BadInput('input.too-large', { message: `The record has more than ${MAX_BYTES} bytes`, hint: 'It is not read' });
  }
  const block = await reader.take(length);
  await checkEnd(reader, block);
  if (fields.has('warc-truncated') || fields.has('warc-segment-number'))
    throw new BadInput('archive.cut-short', {
      message: 'The record holds only a part of the document',
      hint: 'The crawler did not keep all of it',
    });
  return type === 'response' ? answerOf(block, fields) : { kind: 'document', bytes: block, ...originOf(fields), ...mediumOf(fields) };
}

/** Two line ends close a record. Where they are missing its length is wrong, and the next record may lie within what was taken. */
async function checkEnd(reader: ByteReader, block: Buffer): Promise<void> {
  const end = await reader.peek(4);
  if (end.every((byte) => byte === 0x0d || byte === 0x0a)) return;
  const next = block.indexOf(NEXT_RECORD);
  if (next !== -1) reader.unread(block.subarray(next + 4));
  else await passToRecord(reader);
  throw damaged('it does not end where it says');
}

async function answerOf(block: Buffer, fields: ReadonlyMap<string, string>): Promise<Turn> {
  const answer = await readStoredResponse(block);
  if (answer === undefined) return { kind: 'skipped', code: 'archive.no-document' };
  if (answer.status < 200 || answer.status > 203) return { kind: 'skipped', code: 'archive.http-status' };
  const mediaType = answer.headers['content-type'];
  return {
    kind: 'document',
    bytes: answer.body,
    headers: answer.headers,
    ...originOf(fields),
    ...(mediaType === undefined ? {} : { mediaType }),
  };
}

function originOf(fields: ReadonlyMap<string, string>): { readonly url?: string; readonly receivedAt?: string } {
  const url = fields.get('warc-target-uri')?.replace(/^<|>$/g, '');
  const fetched = Date.parse(fields.get('warc-date') ?? '');
  return {
    ...(url !== undefined && URL.canParse(url) ? { url } : {}),
    ...(Number.isNaN(fetched) ? {} : { receivedAt: new Date(fetched).toISOString() }),
  };
}

/** WET texts are UTF-8 without saying so. */
function mediumOf(fields: ReadonlyMap<string, string>): { readonly mediaType?: string } {
  const mediaType = fields.get('content-type');
  if (mediaType === undefined) return {};
  return { mediaType: mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType };
}

function damaged(reason: string): BadInput {
  return new BadInput('archive.damaged', { message: `A record cannot be read: ${reason}`, hint: 'Fetch the archive again' });
}
