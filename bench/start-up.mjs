// npm run bench -- --only=start-up: what one `wirecopy normalize FILE` costs more than a Node that does nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, table } from './measure.mjs';
import { newsmlG2 } from './stories.mjs';
import { syntheticRss } from './synthetic.mjs';

const cli = join(import.meta.dirname, '../dist/cli/wirecopy.js');
const RUNS = 15;

/** Wall-clock and CPU milliseconds of one process. */
function run(parameters) {
  const before = process.resourceUsage();
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, parameters, { stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${parameters.join(' ')}: ${stderr}`);
  return performance.now() - began - (process.resourceUsage().systemCPUTime - before.systemCPUTime) / 1e6;
}

export const startUp = {
  name: 'start-up',
  measure() {
    const folder = mkdtempSync(join(tmpdir(), 'wirecopy-bench-'));
    const [story, feed] = ['story.xml', 'feed.xml'].map((name) => join(folder, name));
    writeFileSync(story, newsmlG2(1));
    writeFileSync(feed, syntheticRss(50, 0));
    const engines = [
      ['node -e 0', ['-e', '0']],
      ['wirecopy normalize, a NewsML-G2 story', [cli, 'normalize', story]],
      ['wirecopy normalize, a feed of 50 items', [cli, 'normalize', feed]],
    ];
    const taken = new Map(engines.map(([name]) => [name, []]));
    for (let round = 0; round <= RUNS; round += 1)
      for (const [name, parameters] of engines) {
        const milliseconds = run(parameters);
        if (round > 0) taken.get(name).push(milliseconds);
      }
    rmSync(folder, { recursive: true, force: true });
    return [...taken].map(([name, all]) => ({ name, wallMs: median(all), quickestMs: Math.min(...all) }));
  },
  print(results) {
    const [bare] = results;
    table(
      `start-up, ${RUNS} runs in turns`,
      ['command', 'median ms', 'above bare node', 'quickest ms', 'above bare node'],
      results.map(({ name, wallMs, quickestMs }) => [name, wallMs, wallMs - bare.wallMs, quickestMs, quickestMs - bare.quickestMs]),
    );
  },
};
