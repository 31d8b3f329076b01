import type { Article } from '../article/article.ts';
import { sha256 } from '../article/hash.ts';
import type { ParsedItem } from '../article/parsed-item.ts';
import type { Note } from '../article/provenance.ts';
import { BadInput } from '../faults.ts';
import { decode, MAX_BYTES } from '../ingest/decode.ts';
import type { BadItem, Format, ParsedDocument, SourceDocument } from '../ingest/format.ts';
import { formatOf } from '../ingest/formats.ts';
import type { Claim, Evidence } from '../normalize/draft.ts';

import { ledgerOf, type Ledger } from '../normalize/ledger.ts';
import { normalizeItem, type Normalized } from '../normalize/normalize-item.ts';
import { profileFor } from '../normalize/profiles.ts';

/** What a caller knows of a document besides its bytes. All instants ISO 8601 UTC. */
export interface ReadOptions {
  readonly receivedAt: string;
  /** The clock that embargoes are judged by; `receivedAt` unless given. */
  readonly now?: string;
  readonly feed?: string;
  readonly url?: string;
  readonly mediaType?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly transport?: string;
  /** The feed's zone for times without one: an IANA name or `+02:00`. */
  readonly zone?: string;
  readonly profile?: string;
  readonly provider?: string;
  readonly format?: string;
  /** The entry of a feed that led here. */
  readonly followed?: Article['provenance']['followed'];
}

/** One item: its article with the reasons, or why it could not be read. */
export type ReadItem =
  | { readonly ok: true; readonly index: number; readonly article: Article; readonly evidence: readonly Evidence[] }
  | { readonly ok: false; readonly index: number; readonly error: BadInput }
  /** Anything but bad input is a bug of ours: the item is kept for replay. */
  | { readonly ok: false; readonly index: number; readonly error: BadInput; readonly bug: unknown };

/** A document read: its items in the order of the document and what became of its text. */
export interface ReadDocument {
  readonly source: SourceDocument;
  readonly format: Format;
  readonly parsed: ParsedDocument;
  readonly items: readonly ReadItem[];
  readonly ledger: () => Ledger;
}

type Facts = Pick<SourceDocument, 'mediaType' | 'url' | 'headers'>;

/** Bytes to text, text to items. @throws {BadInput} where the document as a whole cannot be read. */
export function parseDocument(
  bytes: Uint8Array,
  options: Omit<ReadOptions, 'receivedAt'>,
): { source: SourceDocument; format: Format; parsed: ParsedDocument } {
  const { source, format } = recognise(bytes, options);
  return { source, format, parsed: format.parse(source) };
}

/** Bytes to text, and whose it is. @throws {BadInput} where nobody can read the document. */
export function recognise(
  bytes: Uint8Array,
  options: Omit<ReadOptions, 'receivedAt'>,
): { readonly source: SourceDocument; readonly format: Format } {
  const facts = factsOf(options);
  const source: SourceDocument = { bytes, ...decode(bytes, facts), ...facts };
  const format = formatOf(source, options.format);
  if (source.cut === true && format.readsBeginnings !== true) throw tooLarge();
  return { source, format };
}

/** What came with the bytes: their type, their address and the headers of the answer, as far as they are known. */
export function factsOf({ mediaType, url, headers }: { readonly [Name in keyof Facts]: Facts[Name] | undefined }): Facts {
  return {
    ...(mediaType === undefined ? {} : { mediaType }),
    ...(url === undefined ? {} : { url }),
    ...(headers === undefined ? {} : { headers }),
  };
}

function tooLarge(): BadInput {
  return new BadInput('input.too-large', {
    message: `The document has more than ${MAX_BYTES} bytes, which is all that is read`,
    hint: 'Split the file',
  });
}

/** Reads and normalizes a whole document. Pure. @throws {BadInput} where the document as a whole cannot be read. */
export function readDocument(bytes: Uint8Array, options: ReadOptions): ReadDocument {
  const { source, format, parsed } = parseDocument(bytes, options);
  const claims: Claim[] = [];
  const items = [...eachItem(parsed, { source, format, options, sha256: sha256(bytes), claims })];
  return { source, format, parsed, items, ledger: () => ledgerOf(source.text, claims) };
}

/**
 * The same, item by item: what was taken can be forgotten before the next one is made.
 * @throws {BadInput} here or on the way, where the document as a whole cannot be read.
 */
export function openDocument(bytes: Uint8Array, options: ReadOptions): { readonly format: Format; readonly items: Iterable<ReadItem> } {
  const { source, format, parsed } = parseDocument(bytes, options);
  return { format, items: eachItem(parsed, { source, format, options, sha256: sha256(bytes) }) };
}

interface Given {
  readonly source: SourceDocument;
  readonly format: Format;
  readonly options: ReadOptions;
  readonly sha256: string;
  /** Where what each article says about the source text is gathered, for the ledger. */
  readonly claims?: Claim[];
}

/** Normalizes item by item, so that a caller can yield between them. */
export function* eachItem(parsed: ParsedDocument, given: Given): Generator<ReadItem> {
  for (const item of parsed.items) {
    if (isBad(item)) yield { ok: false, index: item.index, error: item.error };
    else yield readItem(item, parsed, given);
  }
}

function isBad(item: ParsedItem | BadItem): item is BadItem {
  return 'error' in item;
}

function readItem(item: ParsedItem, parsed: ParsedDocument, given: Given): ReadItem {
  try {
    const { article, evidence, claims } = normalizeOne(item, parsed, given);
    if (given.claims !== undefined) for (const claim of claims) given.claims.push(claim);
    return { ok: true, index: item.index, article, evidence };
  } catch (thrown) {
    if (thrown instanceof BadInput) return { ok: false, index: item.index, error: thrown };
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    const error = new BadInput('bug.normalize', {
      message: `wirecopy failed on this item: ${message}`,
      hint: 'The item is kept; please report it with its bytes',
      where: { item: item.index },
    });
    return { ok: false, index: item.index, error, bug: thrown };
  }
}

function normalizeOne(item: ParsedItem, parsed: ParsedDocument, { source, format, options, sha256: rawSha256 }: Given): Normalized {
  const { receivedAt, now = receivedAt, feed = 'local', zone, url, transport, followed } = options;
  const profile = profileFor(item, options);
  return normalizeItem(item, profile, {
    context: { feed, now, receivedAt, ...(url === undefined ? {} : { url }), ...(zone === undefined ? {} : { zone }) },
    origin: {
      rawSha256,
      format: format.name,
      parser: { name: format.name, version: format.version },
      encoding: source.encoding,
      encodingBasis: source.encodingBasis,
      ...(parsed.formatVersion === undefined ? {} : { formatVersion: parsed.formatVersion }),
      ...(transport === undefined ? {} : { transport }),
      ...(followed === undefined ? {} : { followed }),
      ...(source.mediaType === undefined ? {} : { mediaType: source.mediaType }),
    },
    repairs: [...source.repairs, ...(parsed.repairs ?? [])],
  });
}

/** An oddity or a fault of a document, as the library reports it. */
export interface Issue extends Note {
  readonly severity: 'warning' | 'error';
  readonly item?: number;
  readonly hint?: string;
  /** The page about this code. */
  readonly docs: string;
}

/** The notes of all articles and the faults of all bad items. */
export function issuesOf(items: readonly ReadItem[]): Issue[] {
  return items.flatMap((item): Issue[] =>
    item.ok
      ? item.article.provenance.warnings.map((note) => ({ ...note, severity: 'warning', item: item.index, docs: docsOf(note.code) }))
      : [issueOf(item.error, item.index)],
  );
}

/** A fault as an issue. */
export function issueOf(error: BadInput, item?: number): Issue {
  return {
    code: error.code,
    severity: 'error',
    detail: error.message,
    docs: docsOf(error.code),
    ...(error.where.path === undefined ? {} : { path: error.where.path }),
    ...(item === undefined ? {} : { item }),
    ...(error.hint === undefined ? {} : { hint: error.hint }),
  };
}

function docsOf(code: string): string {
  return `docs/codes.md#${code.replaceAll('.', '')}`;
}
