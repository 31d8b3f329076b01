import type { Repair } from '../../article/provenance.ts';

const MAX_MENDS = 100_000;

/** Counts what was mended, by code. */
export class Oddities {
  #total = 0;
  readonly #counts = new Map<string, { count: number; first: string | undefined }>();

  /** More mends than any feed needs: whoever reads may stop. */
  get isHopeless(): boolean {
    return this.#total > MAX_MENDS;
  }

  readonly add = (code: string, source?: string): void => {
    this.#total += 1;
    const seen = this.#counts.get(code);
    if (seen === undefined) this.#counts.set(code, { count: 1, first: source?.slice(0, 40) });
    else seen.count += 1;
  };

  /** One repair a code, with how often and the first one seen. */
  repairs(): Repair[] {
    return [...this.#counts].map(([code, { count, first }]) => {
      const detail = [count > 1 ? `${count} times` : undefined, first === undefined ? undefined : `first: ${first}`].filter(
        (part) => part !== undefined,
      );
      return detail.length === 0 ? { code } : { code, detail: detail.join(', ') };
    });
  }
}
