import { BadInput } from '../../faults.ts';
import type { ArchiveKind } from '../archive.ts';
import { MAX_BYTES } from '../decode.ts';
import { lineBatches } from '../line-batches.ts';

/** One JSON document a line (JSON Lines), each in whatever format it is. The first line must lie within the first megabyte. */
export const jsonl: ArchiveKind = {
  name: 'jsonl',
  recognises(head) {
    const [first = '', second] = Buffer.from(head)
      .toString('utf8')
      .split('\n')
      .filter((line) => line.trim() !== '');
    return first.trimStart().startsWith('{') && second?.trimStart().startsWith('{') === true && isJson(first);
  },
  async *entries({ source }) {
    let number = 0;
    for await (const lines of lineBatches(source, MAX_BYTES)) {
      for (const line of lines) {
        number += 1;
        const place = { label: `line ${number}`, position: source.position() };
        if (line instanceof BadInput) yield { ...place, kind: 'bad', error: line };
        else if (!isBlank(line)) yield { ...place, kind: 'document', bytes: line, mediaType: 'application/json' };
      }
    }
  },
};

function isBlank(line: Buffer): boolean {
  return line.every((byte) => byte <= 0x20);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
