import type { ParsedItem } from '../article/parsed-item.ts';
import type { Repair } from '../article/provenance.ts';
import type { BadInput } from '../faults.ts';

/** A document after decoding, before any format has claimed it. */
export interface SourceDocument {
  readonly bytes: Uint8Array;
  /** Decoded text without BOM; all spans count in it. */
  readonly text: string;
  readonly encoding: string;
  /** How the encoding was known: bom, header, declaration, detection, fallback. */
  readonly encodingBasis: string;
  readonly mediaType?: string;
  readonly url?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly repairs: readonly Repair[];
  /** True where the document is larger than what is read of it. */
  readonly cut?: boolean;
}

/** What a format read: the items that could be read, and for each that could not, why. */
export interface ParsedDocument {
  /** Version of the standard that the document states. */
  readonly formatVersion?: string;
  /** A list, or items that are read one by one each time they are asked for, where a document may hold very many. */
  readonly items: Iterable<ParsedItem | BadItem>;
  readonly repairs?: readonly Repair[];
}

/** An item that could not be read; its neighbours go through. */
export interface BadItem {
  readonly index: number;
  readonly error: BadInput;
}

/**
 * One wire format: pure (no clock, network, file system). `recognises` looks at content only, never at a file's name,
 * and for every document at most one registered format says yes.
 */
export interface Format {
  readonly name: string;
  /** Of our reader, raised when its output changes. */
  readonly version: string;
  /** The document this follows, with its date. */
  readonly source: string;
  /** What it reads, in a sentence or two, for docs/formats.md. */
  readonly reads: string;
  /** What it knowingly does not read. */
  readonly gaps: readonly string[];
  /** True where the beginning of a document too large to be read whole gives items; all other formats refuse it. */
  readonly readsBeginnings?: boolean;
  recognises(document: SourceDocument): boolean;
  /** @throws {BadInput} where the document as a whole cannot be read. */
  parse(document: SourceDocument): ParsedDocument;
}
