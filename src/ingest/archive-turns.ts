import { BadInput } from '../faults.ts';
import type { ArchivedDocument, ArchiveEntry, Damaged, PassedOver } from './archive.ts';
import { byteReader, type ByteReader } from './byte-reader.ts';
import type { ByteSource } from './byte-source.ts';

/** An entry that stands behind another; where it has no label it is named by its number. */
export type Turn = { readonly label?: string } & (ArchivedDocument | PassedOver | Damaged);

/**
 * The entries of an archive that must be read from its beginning, until `read` gives none. What it cannot read is an entry too, and the next
 * one is read all the same. `noun` names one that has no label.
 */
export async function* entriesInTurn(
  source: ByteSource,
  noun: string,
  read: (reader: ByteReader) => Promise<Turn | undefined>,
): AsyncGenerator<ArchiveEntry> {
  const reader = byteReader(source);
  for (let number = 1; ; number += 1) {
    const turn = await orFault(() => read(reader));
    if (turn === undefined) return;
    yield { label: `${noun} ${number}`, position: source.position(), ...turn };
  }
}

/** The content of an entry whose label is known already. */
export async function labelled(label: { readonly label?: string }, read: () => Promise<Turn>): Promise<Turn> {
  return { ...label, ...(await orFault(read)) };
}

async function orFault<Read extends Turn | undefined>(read: () => Promise<Read>): Promise<Read | Damaged> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof BadInput) return { kind: 'bad', error: thrown };
    throw thrown;
  }
}
