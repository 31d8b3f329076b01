import { newRhythm, type Rhythm } from './rhythm.ts';

/** What is learned of a feed from poll to poll. */
export interface Learned {
  readonly rhythm: Rhythm;
  /** Offsets of the source's clock, see `source-clock.ts`. */
  readonly offsets: readonly number[];
}

interface Written {
  readonly v: 1;
  readonly arrivals: readonly number[];
  readonly hours: readonly number[];
  readonly through: number | null;
  readonly offsets: readonly number[];
}

/** As the journal keeps it; what an other version wrote is learned anew. */
export function readLearned(text: string | null): Learned {
  const written = text === null ? undefined : (JSON.parse(text) as Partial<Written>);
  if (written?.v !== 1) return { rhythm: newRhythm(), offsets: [] };
  const { arrivals = [], hours = [], through = null, offsets = [] } = written;
  return { rhythm: { arrivals, hours, through }, offsets };
}

export function writeLearned({ rhythm, offsets }: Learned): string {
  const { arrivals, hours, through } = rhythm;
  return JSON.stringify({ v: 1, arrivals: arrivals.map(rounded), hours: hours.map(rounded), through, offsets } satisfies Written);
}

/** A watched second is 0.0003 hours: five digits keep it. */
function rounded(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}
