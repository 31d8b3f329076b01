import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const script = join(import.meta.dirname, 'mutants.mjs');
const mutator = join(import.meta.dirname, '../../../shared/corpus/hostile/mutate.mjs');
const withoutMutator = !existsSync(mutator);
if (withoutMutator) console.log(`skipped: the mutator is not beside this checkout (${mutator})`);

const COUNT = 2_000;

interface Found {
  readonly n: number;
  readonly fault: string;
}
interface Report {
  readonly read: number;
  readonly articles: number;
  readonly operators: Readonly<Record<string, number>>;
  readonly crashes: readonly Found[];
  readonly hangs: readonly Found[];
}

function mutants(...args: readonly string[]): { readonly report: Report; readonly plain: string; readonly status: number | null } {
  const { stdout, status } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const [json = '', plain = ''] = stdout.trim().split('\n').slice(-2);
  return { report: JSON.parse(json) as Report, plain, status };
}

/** In place of the library, to see that what must never happen is noticed: it does its worst with the third document. */
const standIn = (worst: string): string =>
  `data:text/javascript,${encodeURIComponent(
    `let n = 0; export function normalize() { n += 1; if (n === 3) { ${worst} } return { ok: false, error: { code: 'input.empty', message: 'Nothing' }, items: [] }; }`,
  )}`;

describe.skipIf(withoutMutator)('mutants of the fixtures', () => {
  test(`${COUNT} are read: no crash, no hang, every refusal has a code`, { timeout: 600_000 }, () => {
    const { report, plain, status } = mutants('--seed', '1', '--count', String(COUNT));
    console.info(plain);
    expect([report.crashes, report.hangs, status]).toEqual([[], [], 0]);
    expect(report.read).toBe(COUNT);
    expect(report.articles).toBeGreaterThan(COUNT / 4);
    expect(Object.keys(report.operators).length).toBeGreaterThan(40);
  });

  const CRASHES: readonly [string, string, RegExp][] = [
    ['throws', 'throw new Error("planted")', /thrown: Error: planted/],
    ['exits', 'process.exit(7)', /the process ended with 7/],
    ['is killed', 'process.kill(process.pid, "SIGKILL")', /the process ended with SIGKILL/],
    ['eats all memory', 'const all = []; for (;;) all.push(new Array(1e6).fill({}))', /the process ended with/],
    ['changes the prototype of all objects', 'Object.prototype.planted = 1', /Object.prototype was changed/],
    ['refuses without a code', 'return { ok: false, error: { code: "", message: "" }, items: [] }', /without code or words/],
    ['calls itself broken', 'return { ok: false, error: { code: "bug.parse", message: "x" }, items: [] }', /bug\.parse/],
    ['makes no article', 'return { ok: true, items: [{ ok: true, article: {} }] }', /no article/],
    ['connects', 'process.getBuiltinModule("node:net").connect(9, "127.0.0.1")', /a document made wirecopy connect/],
  ];
  test.each(CRASHES)('a library that %s is caught, and the others are read', { timeout: 120_000 }, (_what, worst, words) => {
    const { report, status } = mutants('--count', '4', '--library', standIn(worst));
    expect(report.crashes).toContainEqual(expect.objectContaining({ n: 2, fault: expect.stringMatching(words) as string }));
    expect(report.hangs).toEqual([]);
    expect(report.read + report.crashes.filter(({ fault }) => fault.startsWith('the process')).length).toBe(4);
    expect(status).toBe(1);
  });

  test('a library that hangs is caught, and the next one is read', { timeout: 120_000 }, () => {
    const { report, status } = mutants('--count', '4', '--hang-ms', '3000', '--library', standIn('for (;;);'));
    expect(report.hangs.map(({ n }) => n)).toEqual([2]);
    expect([report.read, status]).toEqual([3, 1]);
  });
});
