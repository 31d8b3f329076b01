import type { Repair } from '../../article/provenance.ts';

const MAX_MENDS = 100_000;

/** A repair with the offset in the text where it was first needed. */
export interface PlacedRepair extends Repair {
  readonly at: number;
}

/** Counts what was mended, by code. */
export class Oddities {
  /** Where the reader is: the offset of what it reads. */
  at = 0;
  #total = 0;
  readonly #counts = new Map<string, { count: number; first: string | undefined; at: number }>();

  /** More mends than any feed needs: whoever reads may stop. */
  get isHopeless(): boolean {
    return this.#total > MAX_MENDS;
  }

  readonly add = (code: string, source?: string): void => {
    this.#total += 1;
    const seen = this.#counts.get(code);
    if (seen === undefined) this.#counts.set(code, { count: 1, first: source?.slice(0, 40), at: this.at });
    else seen.count += 1;
  };

  /** One repair a code, with how often and the first one seen. */
  repairs(): PlacedRepair[] {
    return [...this.#counts].map(([code, { count, first, at }]) => {
      const detail = [count > 1 ? `${count} times` : undefined, first === undefined ? undefined : `first: ${first}`].filter(
        (part) => part !== undefined,
      );
      return detail.length === 0 ? { code, at } : { code, detail: detail.join(', '), at };
    });
  }
}
