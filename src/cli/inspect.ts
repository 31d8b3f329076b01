import { BadInput, sentenceOf } from '../faults.ts';
import type { SourceDocument } from '../ingest/format.ts';
import { inspectFeed } from '../ingest/syndication/inspect.ts';
import { readTime } from '../normalize/times/read-time.ts';
import { factsOf, recognise } from '../pipeline/read-document.ts';
import { EXIT, report } from './exit-code.ts';
import { feedLines } from './feed-lines.ts';
import { readFileInput, readInput, type Input } from './read-input.ts';
import { headersOf, requestLines, stringsOf, writeLine, writeText } from './request-lines.ts';

/** Formats that have the neutral feed form. */
const SYNDICATION: ReadonlySet<string> = new Set(['rss', 'atom', 'json-feed']);

/** `wirecopy inspect FILE` or `--batch`: what the parser read, before normalizing. Returns the exit code. */
export async function inspectCommand(
  place: string | undefined,
  flags: { readonly json?: boolean; readonly url?: string; readonly batch?: boolean },
): Promise<number> {
  if (flags.batch === true) return batch();
  try {
    const input = await readInput(place ?? '-');
    const view = inspected(input, flags.url);
    await writeText(flags.json === true ? JSON.stringify(view, null, 2) : linesOf(view).join('\n'));
    return EXIT.ok;
  } catch (thrown) {
    return report(thrown);
  }
}

/** Feeds have a form of their own; colour and the width of the window only where somebody looks. */
function linesOf(view: Record<string, unknown>): string[] {
  if (!('entries' in view)) return outline(view);
  const { isTTY, columns } = process.stdout;
  return feedLines(view, { width: isTTY ? columns : 120, colour: isTTY && process.env['NO_COLOR'] === undefined });
}

async function batch(): Promise<number> {
  for await (const request of requestLines()) {
    const { file = '', url } = stringsOf(request, ['file', 'url']);
    const headers = headersOf(request);
    try {
      const bytes = await readFileInput(file);
      await writeLine({ file, ...feedOrRefusal(inspected({ bytes, ...(headers === undefined ? {} : { headers }) }, url)) });
    } catch (thrown) {
      const code = thrown instanceof BadInput ? thrown.code : 'bug';
      await writeLine({ file, ok: false, error: { code, message: sentenceOf(thrown) } });
    }
  }
  return EXIT.ok;
}

/** The neutral feed form for feeds, the parsed items for all other formats. */
function inspected(input: Input, url: string | undefined): Record<string, unknown> {
  const { headers, mediaType = headers?.['content-type'] } = input;
  const { source, format } = recognise(input.bytes, factsOf({ mediaType, headers, url: url ?? input.url }));
  if (SYNDICATION.has(format.name)) return feedView(source);
  const parsed = format.parse(source);
  const items = Array.from(parsed.items, (item) =>
    'error' in item ? { index: item.index, error: { code: item.error.code, message: item.error.message } } : item,
  );
  return {
    ok: true,
    format: format.name,
    version: parsed.formatVersion ?? null,
    encoding: source.encoding,
    repairs: [...source.repairs, ...(parsed.repairs ?? [])],
    items,
  };
}

/** `--batch` is for feeds: what else was read is named and refused. */
function feedOrRefusal(view: Record<string, unknown>): Record<string, unknown> {
  if (!('items' in view)) return view;
  return { ok: false, error: { code: 'feed.no-root', message: `The document is no feed but ${String(view['format'])}` } };
}

function feedView(source: SourceDocument): Record<string, unknown> {
  return inspectFeed(source, (text) => readTime(text, { zone: 'UTC', zoneBasis: 'feed-default' }).utc);
}

/** An indented outline for people: one line per value, long values cut. */
function outline(value: unknown, indent = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${indent}${shortened(value)}`];
  return Object.entries(value).flatMap(([key, member]) => {
    if (member === undefined || member === null || (Array.isArray(member) && member.length === 0)) return [];
    if (typeof member !== 'object') return [`${indent}${key}: ${shortened(member)}`];
    if ('text' in member && 'path' in member)
      return [`${indent}${key}: ${shortened((member as { text: unknown }).text)}   <- ${String((member as { path: unknown }).path)}`];
    return [`${indent}${key}:`, ...outline(member, `${indent}  `)];
  });
}

function shortened(value: unknown): string {
  const text = String(value).replace(/\s+/gu, ' ');
  return text.length > 110 ? `${text.slice(0, 107)}...` : text;
}
