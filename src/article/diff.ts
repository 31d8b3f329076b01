import type { Article } from './article.ts';
import type { Block } from './block.ts';

/** A value that differs, by its dotted path; absent on the side that does not have it. */
export interface FieldChange {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A block that differs. `at` is its place in the later body, or, for a removed one, the place before which it stood. */
export interface BlockChange {
  readonly op: 'added' | 'removed' | 'changed';
  readonly at: number;
  readonly before?: Block;
  readonly after?: Block;
}

export interface ArticleDiff {
  readonly fields: readonly FieldChange[];
  readonly blocks: readonly BlockChange[];
  /** Blocks that are the same in both. */
  readonly unchanged: number;
}

/** What each revision has of its own, or what only repeats the blocks. */
const OWN = /^(?:schema|provenance\.|identity\.(?:revision$|contentHash$|supersedes)|times\.received\.|body\.)/;
/** Blocks that share this much of their words are one block, changed. */
const SAME_BLOCK = 0.4;
/** Beyond it, only what both begin and end with is paired: a table of all pairs would be too large. */
const MOST_PAIRS = 4_000_000;

/** What changed from one revision to another: fields by path, the body block by block. Pure. */
export function diffArticles(before: Article, after: Article): ArticleDiff {
  const { changes, unchanged } = diffBlocks(before.body.blocks, after.body.blocks);
  return { fields: diffFields(before, after), blocks: changes, unchanged };
}

function diffFields(before: Article, after: Article): FieldChange[] {
  const [one, other] = [leavesOf(before), leavesOf(after)];
  const paths = [...new Set([...one.keys(), ...other.keys()])].filter((path) => !OWN.test(path));
  return paths
    .filter((path) => JSON.stringify(one.get(path)) !== JSON.stringify(other.get(path)))
    .sort()
    .map((path) => ({
      path,
      ...(one.has(path) ? { before: one.get(path) } : {}),
      ...(other.has(path) ? { after: other.get(path) } : {}),
    }));
}

/** Values by dotted path; list entries by their number. */
function leavesOf(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null) return new Map([[path, value]]);
  const entries = Object.entries(value).flatMap(([key, inner]) => [...leavesOf(inner, path === '' ? key : `${path}.${key}`)]);
  return new Map(entries);
}

function diffBlocks(before: readonly Block[], after: readonly Block[]): { changes: BlockChange[]; unchanged: number } {
  const [keys, later] = [before.map(keyOf), after.map(keyOf)];
  const pairs = pairsOf(keys, later);
  const changes: BlockChange[] = [];
  let [from, to] = [0, 0];
  for (const [nextFrom, nextTo] of [...pairs, [before.length, after.length] as const]) {
    changes.push(...betweenPairs(before.slice(from, nextFrom), after.slice(to, nextTo), to));
    [from, to] = [nextFrom + 1, nextTo + 1];
  }
  return { changes, unchanged: pairs.length };
}

/** Blocks that have no twin: those alike are one block that changed, the others came or went. */
function betweenPairs(gone: readonly Block[], come: readonly Block[], start: number): BlockChange[] {
  const changes: BlockChange[] = [];
  const waiting = [...gone];
  come.forEach((after, index) => {
    const alike = waiting.findIndex((before) => before.type === after.type && likeness(before.text ?? '', after.text ?? '') >= SAME_BLOCK);
    const passed = alike < 0 ? [] : waiting.splice(0, alike + 1);
    const before = passed.pop();
    for (const block of passed) changes.push({ op: 'removed', at: start + index, before: block });
    changes.push(before === undefined ? { op: 'added', at: start + index, after } : { op: 'changed', at: start + index, before, after });
  });
  return [...changes, ...waiting.map((before) => ({ op: 'removed' as const, at: start + come.length, before }))];
}

/** The longest common subsequence: places in both, in order. */
function pairsOf(before: readonly string[], after: readonly string[]): [number, number][] {
  const head = commonStart(before, after);
  const tail = commonStart(before.slice(head).toReversed(), after.slice(head).toReversed());
  const [middle, later] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)];
  const inner = middle.length * later.length > MOST_PAIRS ? [] : longest(middle, later);
  return [
    ...Array.from({ length: head }, (_, index): [number, number] => [index, index]),
    ...inner.map(([from, to]): [number, number] => [from + head, to + head]),
    ...Array.from({ length: tail }, (_, index): [number, number] => [before.length - tail + index, after.length - tail + index]),
  ];
}

function commonStart(one: readonly string[], other: readonly string[]): number {
  const differs = one.findIndex((key, index) => key !== other[index]);
  return differs < 0 ? Math.min(one.length, other.length) : differs;
}

function longest(one: readonly string[], other: readonly string[]): [number, number][] {
  const width = other.length + 1;
  const lengths = new Uint32Array((one.length + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] ?? 0;
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1)
      lengths[row * width + column] =
        one[row] === other[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: [number, number][] = [];
  for (let [row, column] = [0, 0]; row < one.length && column < other.length;) {
    if (one[row] === other[column]) pairs.push([row++, column++]);
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** A block is the same only with the same markup. */
function keyOf(block: Block): string {
  return JSON.stringify(block);
}

function likeness(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])) as [Set<string>, Set<string>];
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
