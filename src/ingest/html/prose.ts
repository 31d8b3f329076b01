import { isTag, type Element } from 'domhandler';
import type { Passage } from './passage.ts';

const STOP = /[.!?…。！？।؟:;"”»」)]$/u;
const COMMA = /[,;] \S|[，、،；]/u;
/** Characters of running text: sentences, not labels; links do not count. */
export function proseOf({ text, linked, length }: Passage): number {
  const own = length - linked;
  if (own < 20 || linked * 2 > length) return 0;
  return own > 140 || (own > 45 && (STOP.test(text) || COMMA.test(text))) ? own : 0;
}

/** What stands in an element at any depth: characters, those of links, those of prose, and how many passages. */
export interface Holding {
  prose: number;
  chars: number;
  linked: number;
  passages: number;
}

/** The holdings of every element around a passage. `proses` by place of the passage. */
export function holdingsOf(passages: readonly Passage[], proses: readonly number[]): Map<Element, Holding> {
  const holdings = new Map<Element, Holding>();
  for (const { element, length, linked, place } of passages) {
    const prose = proses[place] ?? 0;
    for (let up: Element['parent'] = element; up !== null && isTag(up); up = up.parent) {
      let holding = holdings.get(up);
      if (holding === undefined) holdings.set(up, (holding = { prose: 0, chars: 0, linked: 0, passages: 0 }));
      holding.prose += prose;
      holding.chars += length;
      holding.linked += linked;
      holding.passages += 1;
    }
  }
  return holdings;
}

/** The smallest element that holds nearly all prose: goes down from the root as long as one child holds four fifths. */
export function coreOf(roots: readonly Element[], holdings: ReadonlyMap<Element, Holding>): Element | undefined {
  const proseIn = (element: Element): number => holdings.get(element)?.prose ?? 0;
  let best = roots.toSorted((one, other) => proseIn(other) - proseIn(one))[0];
  while (best !== undefined && proseIn(best) > 0) {
    const least: number = proseIn(best) * 0.8;
    const next: Element | undefined = best.children.find((child): child is Element => isTag(child) && proseIn(child) > least);
    if (next === undefined) break;
    best = next;
  }
  return best;
}
