import { diffArticles } from '../article/diff.ts';
import { publicArticle } from '../publish/encodings/canonical.ts';
import type { ReplayedItem, ReplayFate } from './replay.ts';

/** One value that differs. */
export interface ReplaySample {
  readonly id: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** How often a field differs, the most frequent first, with the first few cases. */
export interface FieldReport {
  /** `[]` stands for the number of a list entry; `body.blocks` for the body. */
  readonly path: string;
  readonly count: number;
  readonly samples: readonly ReplaySample[];
}

export interface ReplayReport {
  readonly documents: number;
  readonly items: Readonly<Record<ReplayFate, number>>;
  readonly fields: readonly FieldReport[];
  /** Codes of what cannot be read, the most frequent first. */
  readonly faults: readonly { readonly code: string; readonly count: number }[];
}

interface Field {
  count: number;
  readonly samples: ReplaySample[];
}

/** Gathers what a replay changes, field by field; memory grows with the number of fields, not of articles. */
export class ReplayTally {
  readonly #samples: number;
  readonly #fields = new Map<string, Field>();
  readonly #faults = new Map<string, number>();
  readonly #items: Record<ReplayFate, number> = { unchanged: 0, changed: 0, new: 0, passed: 0, bad: 0, filtered: 0 };
  #documents = 0;

  constructor(samples: number) {
    this.#samples = samples;
  }

  /** The items of one document. */
  add(items: readonly ReplayedItem[]): void {
    this.#documents += 1;
    for (const item of items) {
      this.#items[item.fate] += 1;
      if (item.code !== undefined) this.#faults.set(item.code, (this.#faults.get(item.code) ?? 0) + 1);
      if (item.fate === 'changed') this.#compare(item);
    }
  }

  report(): ReplayReport {
    const fields = [...this.#fields].map(([path, { count, samples }]) => ({ path, count, samples }));
    const faults = [...this.#faults].map(([code, count]) => ({ code, count }));
    return {
      documents: this.#documents,
      items: { ...this.#items },
      fields: fields.sort((a, b) => b.count - a.count || (a.path < b.path ? -1 : 1)),
      faults: faults.sort((a, b) => b.count - a.count),
    };
  }

  #compare({ id = '', before, after }: ReplayedItem): void {
    if (before === undefined || after === undefined) return;
    const { fields, blocks } = diffArticles(publicArticle(before), publicArticle(after));
    const seen = new Set<string>();
    for (const { path, ...sides } of fields) this.#note(path.replace(/\.\d+(?=\.|$)/g, '[]'), { id, ...sides }, seen);
    for (const block of blocks) this.#note('body.blocks', { id, before: block.before?.text, after: block.after?.text }, seen);
  }

  /** A field counts once for each article. */
  #note(path: string, sample: ReplaySample, seen: Set<string>): void {
    const field = this.#fields.get(path) ?? { count: 0, samples: [] };
    this.#fields.set(path, field);
    if (!seen.has(path)) field.count += 1;
    if (!seen.has(path) && field.samples.length < this.#samples) field.samples.push(sample);
    seen.add(path);
  }
}
