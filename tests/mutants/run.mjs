import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { mutantsOf } from './mutator.mjs';

const worker = join(import.meta.dirname, 'worker.mjs');
/** What a child may use; real documents of the largest size allowed need less than half. */
const HEAP_MB = 512;
/** A hang guard: ten times what the slowest mutant takes on a busy machine. */
export const HANG_MS = 30_000;
const SLOWEST = 5;

/**
 * Has mutants FROM..FROM+COUNT of `seed` read by children of its own, `jobs` at a time. A child that dies or hangs costs the mutant it was at:
 * the next child goes on behind it. @returns what was read, and under `crashes` and `hangs` what must be none.
 */
export async function runMutants({ seed, count, from = 0, jobs = 1, library, hangMs, onRead }) {
  const started = performance.now();
  const report = {
    seed,
    count,
    read: 0,
    articles: 0,
    refused: {},
    unchanged: 0,
    operators: {},
    crashes: [],
    hangs: [],
    slowest: [],
    peakRssMb: 0,
  };
  const mutants = await mutantsOf(seed);
  const share = Math.ceil(count / jobs);
  const shares = Array.from({ length: jobs }, (_, job) => [from + job * share, Math.min(from + count, from + (job + 1) * share)]);
  await Promise.all(
    shares.map(async ([start, end]) => {
      for (let next = start; next < end;) {
        const stopped = await readOn({ seed, from: next, to: end, library, hangMs }, (line) => {
          next = line.n + 1;
          note(report, line);
          onRead(report);
        });
        if (next >= end) break;
        const { fixture, ops, bytes } = mutants.at(next);
        const found = { n: next, fixture, ops, size: bytes.length, fault: stopped.words };
        (stopped.hung ? report.hangs : report.crashes).push(found);
        next += 1;
      }
    }),
  );
  return { ...report, seconds: Math.round((performance.now() - started) / 1000) };
}

/** One child, from its first mutant to where it ends. @returns how it ended, if before its time. */
function readOn({ seed, from, to, library, hangMs }, onLine) {
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MB}`, worker, String(seed), String(from), String(to), library], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let hung = false;
  let said = '';
  child.stderr.on('data', (chunk) => (said = `${said}${chunk}`.slice(-2_000)));
  const guard = setTimeout(() => {
    hung = true;
    child.kill('SIGKILL');
  }, hangMs);
  createInterface({ input: child.stdout }).on('line', (line) => {
    guard.refresh();
    onLine(JSON.parse(line));
  });
  return new Promise((resolve) => {
    child.once('close', (code, signal) => {
      clearTimeout(guard);
      resolve({ hung, words: hung ? `not read in ${hangMs} ms` : `the process ended with ${signal ?? code}: ${said.trim()}` });
    });
  });
}

function note(report, line) {
  const { n, fixture, ops, size, ms, outcome, fault, rss } = line;
  report.read += 1;
  for (const op of ops) if (op !== '(unchanged)') report.operators[op] = (report.operators[op] ?? 0) + 1;
  if (ops.includes('(unchanged)')) report.unchanged += 1;
  if (outcome === 'article') report.articles += 1;
  else report.refused[outcome] = (report.refused[outcome] ?? 0) + 1;
  if (fault !== undefined) report.crashes.push({ n, fixture, ops, size, fault });
  report.peakRssMb = Math.max(report.peakRssMb, Math.round(rss / 1024));
  report.slowest.push({ n, fixture, ops, size, ms });
  report.slowest.sort((one, other) => other.ms - one.ms).splice(SLOWEST);
}
