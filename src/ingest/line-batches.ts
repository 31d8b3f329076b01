import { BadInput } from '../faults.ts';
import type { ByteSource } from './byte-source.ts';

/** A line with its end; longer ones than are read come as a fault. */
export type Line = Buffer | BadInput;

const LF = 0x0a;

/** The lines of each piece of a source together, so that nobody waits once a line. Damage comes as a line of its own. */
export async function* lineBatches(source: ByteSource, most: number): AsyncGenerator<readonly Line[]> {
  let [open, size]: [Buffer[], number] = [[], 0];
  for (;;) {
    const piece = await source.next().catch(damageOf);
    if (piece === undefined) break;
    if (piece instanceof BadInput) {
      [open, size] = [[], 0];
      yield [piece];
      continue;
    }
    const lines: Line[] = [];
    let start = 0;
    for (let end = piece.indexOf(LF); end !== -1; end = piece.indexOf(LF, start)) {
      const last = piece.subarray(start, end + 1);
      size += last.length;
      lines.push(size > most ? tooLong(most) : open.length === 0 ? last : Buffer.concat([...open, last], size));
      [open, size, start] = [[], 0, end + 1];
    }
    const rest = piece.subarray(start);
    size += rest.length;
    // What is too long already is counted, not kept.
    if (size > most) open = [];
    else if (rest.length > 0) open.push(rest);
    yield lines;
  }
  if (size > 0) yield [size > most ? tooLong(most) : Buffer.concat(open, size)];
}

function damageOf(thrown: unknown): BadInput {
  if (thrown instanceof BadInput) return thrown;
  throw thrown;
}

function tooLong(most: number): BadInput {
  return new BadInput('input.too-large', { message: `A line has more than ${most} bytes`, hint: 'Split it' });
}
