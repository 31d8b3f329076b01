import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { idOf, verdictOf, type Verdict } from './pattern-check.ts';
import { patternsOfSource, type Pattern } from './patterns.ts';

/** One line for each pattern that was checked: its id, the verdict, how it begins. Written by `npm run patterns`. */
const list = join(import.meta.dirname, 'patterns-checked.txt');
const writing = process.env['WIRECOPY_PATTERNS'] === '1';
const HOURS = 3_600_000;
/** New patterns that a run checks itself; more of them are for `npm run patterns`. */
const FEW = 40;

let patterns: readonly Pattern[] = [];
let late: readonly string[] = [];
const checked = new Map<string, Verdict>(
  (existsSync(list) ? readFileSync(list, 'utf8') : '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(' ', 2) as [string, Verdict]),
);

beforeAll(async () => {
  const found = await patternsOfSource();
  patterns = [...new Map(found.patterns.map((pattern) => [pattern.text, pattern])).values()];
  late = found.late;
}, HOURS);

function unchecked(): Pattern[] {
  return patterns.filter(({ text }) => !checked.has(idOf(text)));
}

function told({ text, place }: Pattern): string {
  return `${place}: ${text.slice(0, 200)}`;
}

async function check(todo: readonly Pattern[], done: () => void = () => undefined): Promise<void> {
  const waiting = [...todo];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      checked.set(idOf(next.text), await verdictOf(next.text));
      done();
    }
  };
  await Promise.all([work(), work()]);
}

function write(): void {
  const lines = patterns.flatMap(({ text, place }) => {
    const verdict = checked.get(idOf(text));
    const begin = text.slice(0, 60).replace(/[\r\n]/g, ' ');
    return verdict === undefined ? [] : [`${idOf(text)} ${verdict} ${place.replace(/:\d+$/, '')} ${begin}`];
  });
  const byPlace = (a: string, b: string): number => (a.slice(a.indexOf('src/')) < b.slice(b.indexOf('src/')) ? -1 : 1);
  writeFileSync(list, `${lines.sort(byPlace).join('\n')}\n`);
}

describe('no pattern of src can be made slow by its input', () => {
  test.runIf(writing)('the list is written', { timeout: 3 * HOURS }, async () => {
    await check(unchecked(), write);
    write();
  });

  test('every pattern is built while its module loads, where it can be checked', () => {
    expect(late).toEqual([]);
  });

  test('few patterns are new', () => {
    expect(unchecked().length, 'run `npm run patterns`, which checks them and writes the list').toBeLessThanOrEqual(FEW);
  });

  test('each has passed, the new ones now', { timeout: HOURS }, async () => {
    await check(unchecked().slice(0, FEW));
    const failed = patterns.filter(({ text }) => ['vulnerable', 'unknown'].includes(checked.get(idOf(text)) ?? ''));
    expect(failed.map(told)).toEqual([]);
  });

  test('a slow pattern is noticed, one that only looks slow is not', { timeout: HOURS }, async () => {
    expect(await verdictOf('/\\s+$/u')).toBe('vulnerable');
    // The fuzzer draws lots: a counted pattern may look slow to it, and then V8 shows that it is not.
    for (const text of ['/(?<!\\s)\\s+$/u', '/<meta[^>]{0,300}?charset\\s{0,9}=/i'])
      expect(['safe', 'bounded']).toContain(await verdictOf(text));
  });
});
