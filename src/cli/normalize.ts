import type { Article } from '../article/article.ts';
import { BadInput, sentenceOf } from '../faults.ts';
import { explain, valueAt, type Explanation } from '../normalize/explain.ts';
import { openArchive, type Archive } from '../ingest/archives.ts';
import { openDocument, type ReadOptions } from '../pipeline/read-document.ts';
import { EXIT, report } from './exit-code.ts';
import { explanationLines } from './explanation-lines.ts';
import { normalizeArchive } from './normalize-archive.ts';
import { readFileInput, readInput, type Input } from './read-input.ts';
import { headersOf, requestLines, stringsOf, writeLine, writeText } from './request-lines.ts';

/** Options of `wirecopy normalize`, as typed. */
export interface NormalizeFlags {
  readonly now?: string;
  readonly url?: string;
  readonly zone?: string;
  readonly provider?: string;
  readonly profile?: string;
  readonly format?: string;
  readonly feed?: string;
  readonly get?: string;
  readonly explain?: string | true;
  readonly json?: boolean;
  readonly jsonl?: boolean;
  readonly batch?: boolean;
  readonly checkpoint?: string;
  readonly resume?: boolean;
}

/** `wirecopy normalize FILE|URL|-`, `--jsonl FILE…`, `--batch`; an archive gives lines by itself. Returns the exit code. */
export async function normalizeCommand(places: readonly string[], flags: NormalizeFlags): Promise<number> {
  if (flags.now !== undefined && Number.isNaN(Date.parse(flags.now))) {
    process.stderr.write(`wirecopy: --now ${flags.now} is no ISO 8601 instant; write it as 2026-11-24T02:14:00Z\n`);
    return EXIT.usage;
  }
  if (flags.batch === true) return batch(flags);
  if (flags.jsonl === true) return lines(places, flags);
  return single(places[0] ?? '-', flags);
}

async function single(place: string, flags: NormalizeFlags): Promise<number> {
  try {
    const archive = await openArchive(place);
    if (archive !== undefined) return await fromArchive(place, archive, flags);
    const { format, items } = openOne(await readInput(place), flags);
    let count = 0;
    let failed = 0;
    for (const item of items) {
      count += 1;
      if (!item.ok) failed += 1;
      if (item.ok) await writeText(rendered(item.article, explain(item.article, item.evidence, nameOf(flags.explain)), flags));
      else process.stderr.write(`wirecopy: ${sentenceOf(item.error)} (item ${item.index} of ${place})\n`);
    }
    if (count === 0) process.stderr.write(`wirecopy: ${place} is well formed (${format.name}) but holds no item\n`);
    return failed === 0 ? EXIT.ok : EXIT.failed;
  } catch (thrown) {
    return report(thrown instanceof BadInput ? placed(thrown, place) : thrown);
  }
}

function nameOf(field: string | true | undefined): string | undefined {
  return field === true ? undefined : field;
}

function rendered(article: Article, explanations: readonly Explanation[], flags: NormalizeFlags): string {
  if (flags.explain !== undefined)
    return flags.json === true ? JSON.stringify(explanations, null, 2) : explanationLines(explanations).join('\n');
  if (flags.get === undefined) return JSON.stringify(article, null, 2);
  const value = valueAt(article, flags.get);
  return typeof value === 'string' ? value : JSON.stringify(value ?? null, null, 2);
}

/** The fault with the file it is about, where it does not say so itself. */
function placed(error: BadInput, file: string): BadInput {
  return new BadInput(error.code, {
    message: error.message,
    where: { file, ...error.where },
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  });
}

async function lines(places: readonly string[], flags: NormalizeFlags): Promise<number> {
  let failed = false;
  for (const file of places.length === 0 ? ['-'] : places) {
    const archive = await openArchive(file);
    if (archive !== undefined) {
      const code = await fromArchive(file, archive, flags).catch(report);
      if (code === EXIT.interrupted) return code;
      failed ||= code !== EXIT.ok;
      continue;
    }
    for await (const row of rowsOf(file, () => readInput(file), flags)) {
      failed ||= 'error' in row;
      await writeLine(row);
    }
  }
  return failed ? EXIT.failed : EXIT.ok;
}

async function fromArchive(place: string, archive: Archive, flags: NormalizeFlags): Promise<number> {
  if (flags.get !== undefined || flags.explain !== undefined) {
    process.stderr.write(`wirecopy: ${place} is an archive (${archive.kind}): --get and --explain are for single documents\n`);
    return EXIT.usage;
  }
  return normalizeArchive(place, archive, flags, (entry) => openOne(entry, flags).items);
}

async function batch(flags: NormalizeFlags): Promise<number> {
  for await (const request of requestLines()) {
    const given = stringsOf(request, ['file', 'now', 'url', 'zone', 'provider', 'profile', 'format']);
    const file = given.file ?? '';
    const headers = headersOf(request);
    const input = async (): Promise<Input> => {
      if (given.file === undefined)
        throw new BadInput('input.request', stringsOf(request, ['problem']).problem ?? 'The request names no file');
      return { bytes: await readFileInput(given.file), ...(headers === undefined ? {} : { headers }) };
    };
    let articles = 0;
    for await (const row of rowsOf(file, input, { ...flags, ...given })) {
      if ('article' in row) articles += 1;
      await writeLine(row);
    }
    await writeLine({ file, done: true, articles });
  }
  return EXIT.ok;
}

type Row = { readonly file: string; readonly index?: number } & (
  { readonly article: Article } | { readonly error: { readonly code: string; readonly message: string } }
);

/** Rows one by one, so that a document of any length needs the memory of one article. */
async function* rowsOf(file: string, input: () => Promise<Input>, flags: NormalizeFlags): AsyncGenerator<Row> {
  try {
    const { items, format } = openOne(await input(), flags);
    let isEmpty = true;
    for (const item of items) {
      isEmpty = false;
      yield item.ok
        ? { file, index: item.index, article: item.article }
        : { file, index: item.index, error: { code: item.error.code, message: sentenceOf(item.error) } };
    }
    if (isEmpty)
      yield { file, error: { code: 'format.no-items', message: `The document is well formed (${format.name}) but holds no item` } };
  } catch (thrown) {
    yield { file, error: { code: thrown instanceof BadInput ? thrown.code : 'bug', message: sentenceOf(thrown) } };
  }
}

function openOne(input: Input & { readonly receivedAt?: string }, flags: NormalizeFlags): ReturnType<typeof openDocument> {
  const { url = input.url, zone, provider, profile, format, feed } = flags;
  const now = instantOf(flags.now ?? Date.now());
  const receivedAt = input.receivedAt === undefined ? now : instantOf(input.receivedAt);
  const known: Partial<ReadOptions> = Object.fromEntries(
    Object.entries({
      url,
      zone,
      provider,
      profile,
      format,
      feed,
      mediaType: input.mediaType ?? input.headers?.['content-type'],
      headers: input.headers,
    }).filter(([, value]) => value !== undefined),
  );
  return openDocument(input.bytes, { ...known, receivedAt, now });
}

function instantOf(moment: string | number): string {
  return new Date(moment).toISOString().replace('.000Z', 'Z');
}
