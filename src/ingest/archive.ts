import type { BadInput } from '../faults.ts';
import type { ByteSource } from './byte-source.ts';

/** What stands in an archive, in its order. `label` is as the archive has it: data for people, never a path. */
export type ArchiveEntry = {
  readonly label: string;
  /** How far the file was read when this came out of it, bytes. */
  readonly position: number;
} & (ArchivedDocument | PassedOver | Damaged);

/** A document, unpacked. */
export interface ArchivedDocument {
  readonly kind: 'document';
  readonly bytes: Uint8Array;
  readonly url?: string;
  readonly mediaType?: string;
  /** Lower-case names. */
  readonly headers?: Readonly<Record<string, string>>;
  /** When a crawler had fetched it, ISO 8601 UTC. */
  readonly receivedAt?: string;
}

/** No document: a folder, a request, an answer that says 404. */
export interface PassedOver {
  readonly kind: 'skipped';
  readonly code: string;
}

/** What should have been a document. The next one is read all the same. */
export interface Damaged {
  readonly kind: 'bad';
  readonly error: BadInput;
}

/** A file that holds many documents. */
export interface ArchiveFile {
  readonly path: string;
  /** Its bytes from the beginning, unpacked where the file as a whole is gzipped. */
  readonly source: ByteSource;
}

/**
 * One kind of archive. Entries are read one by one, so that memory does not grow with the archive, and nothing is written to disk.
 * `recognises` looks at the first bytes, unpacked, never at a file's name.
 */
export interface ArchiveKind {
  readonly name: string;
  recognises(head: Uint8Array): boolean;
  /** @throws {BadInput} where nothing of the archive can be read. */
  entries(file: ArchiveFile): AsyncGenerator<ArchiveEntry>;
}
