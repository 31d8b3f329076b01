import { open, readFile, stat } from 'node:fs/promises';
import { BadInput } from '../faults.ts';
import { MAX_BYTES } from '../ingest/decode.ts';

/** Bytes of a document with what its way in says about them. */
export interface Input {
  readonly bytes: Uint8Array;
  readonly url?: string;
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Reads `-` (stdin), an http(s) address through the guarded client, or a file. @throws {BadInput} `input.unreadable` */
export async function readInput(place: string): Promise<Input> {
  if (place === '-') return { bytes: await readStdin() };
  if (/^https?:\/\//i.test(place)) return fetchInput(place);
  return { bytes: await readFileInput(place) };
}

/** Bytes of a file. @throws {BadInput} `input.unreadable` with what to do. */
export async function readFileInput(file: string): Promise<Uint8Array> {
  try {
    return await beginningOf(file);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new BadInput('input.unreadable', {
      message: `Cannot read the file: ${reason}`,
      hint: 'Check the path and that it may be read',
      where: { file },
    });
  }
}

/** The bytes of a file; of one larger than is read, one more than that, so that readers see there is more. */
async function beginningOf(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size <= MAX_BYTES) return readFile(file);
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAX_BYTES + 1), 0, MAX_BYTES + 1, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** At most one byte more than is read of a document. */
async function readStdin(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MAX_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, MAX_BYTES + 1);
}

async function fetchInput(url: string): Promise<Input> {
  const { createGuardedClient } = await import('../ingest/guarded-client.ts');
  const client = createGuardedClient({ allow: [] });
  try {
    const answer = await client.request({ method: 'GET', url, headers: { accept: '*/*' }, signal: AbortSignal.timeout(60_000) });
    if (answer.status !== 200)
      throw new BadInput('input.http-status', { message: `${url} answered ${answer.status}`, hint: 'Open it in a browser to see why' });
    const mediaType = answer.headers['content-type'];
    return { bytes: answer.bytes, url: answer.url, headers: answer.headers, ...(mediaType === undefined ? {} : { mediaType }) };
  } finally {
    await client.close();
  }
}
