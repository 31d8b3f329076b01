import type { ParsedItem } from '../article/parsed-item.ts';
import { BadInput } from '../faults.ts';
import type { BadItem } from './format.ts';

/** Reads item by item: one that cannot be read is reported in its place and does not cost its neighbours. */
export function eachItem<Source>(
  sources: readonly Source[],
  read: (source: Source, index: number) => ParsedItem,
): (ParsedItem | BadItem)[] {
  return sources.map((source, index) => {
    try {
      return read(source, index);
    } catch (thrown) {
      if (thrown instanceof BadInput) return { index, error: thrown };
      throw thrown;
    }
  });
}
