// npm run mutants -- --seed 1 --count 200000 [--from N] [--jobs N] [--keep DIR]
// Breaks the project's own fixtures in every way the mutator knows and has them read. Prints one line of JSON and, last, one plain line.
// Exit 1 on any crash or hang; `--keep` writes their bytes. One of them again: the same seed, `--from` its number, `--count 1`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { mutantsOf, whyNoMutants } from './mutator.mjs';
import { HANG_MS, runMutants } from './run.mjs';

const text = { type: 'string' };
// `--library` and `--hang-ms` are there for the test of this harness.
const { values } = parseArgs({
  options: { seed: text, count: text, from: text, jobs: text, keep: text, library: text, 'hang-ms': text },
});
const number = (name, otherwise) => {
  const value = Number(values[name] ?? otherwise);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} is a whole number, not "${values[name]}"`);
  return value;
};

if (whyNoMutants !== undefined) {
  console.log(`skipped: ${whyNoMutants}`);
  process.exit(0);
}
const seed = number('seed', 1);
const library = values.library ?? pathToFileURL(join(import.meta.dirname, '../../dist/library.js')).href;
const report = await runMutants({
  ...{ seed, count: number('count', 2_000), from: number('from', 0), jobs: number('jobs', 1), library },
  hangMs: number('hang-ms', HANG_MS),
  onRead: ({ read, crashes, hangs }) => {
    if (read % 10_000 === 0) console.error(`${read} read, ${crashes.length} crashes, ${hangs.length} hangs`);
  },
});
if (values.keep !== undefined) await keep(values.keep, [...report.crashes, ...report.hangs]);
const { read, articles, crashes, hangs, slowest, peakRssMb, seconds } = report;
console.log(JSON.stringify(report));
console.log(
  `mutants, seed ${seed}: ${read} read, ${articles} articles, ${read - articles} refused with a code, ${crashes.length} crashes, ` +
    `${hangs.length} hangs, slowest ${slowest[0]?.ms ?? 0} ms, peak ${peakRssMb} MB, ${seconds} s`,
);
process.exitCode = crashes.length + hangs.length === 0 ? 0 : 1;

async function keep(folder, found) {
  mkdirSync(folder, { recursive: true });
  const mutants = await mutantsOf(seed);
  for (const { n } of found) writeFileSync(join(folder, `${seed}-${n}`), mutants.at(n).bytes);
}
