// npm run bench [-- --only=formats,pages,end-to-end,growth,start-up] [--rounds=N] [--pages=DIR] [--largest=N] [--stories=N] [--out=FILE]: all that is
// measured for docs/performance.md. Each section runs in a process of its own, prints its tables and goes into bench/results.json. CPU time, medians of
// rounds in which everybody takes turns; the others: `npm ci` in bench/ first, what is not there is left out.
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

/** Where each section stands, in the order they run. */
const SECTIONS = {
  formats: async () => (await import('./formats.mjs')).formats,
  pages: async () => (await import('./pages.mjs')).pages,
  'end-to-end': async () => (await import('./end-to-end.mjs')).endToEnd,
  growth: async () => (await import('./growth.mjs')).growth,
  'start-up': async () => (await import('./start-up.mjs')).startUp,
};

const text = { type: 'string' };
const { values } = parseArgs({
  options: {
    only: text,
    section: text,
    out: { ...text, default: join(import.meta.dirname, 'results.json') },
    pages: text,
    rounds: { ...text, default: '5' },
    largest: { ...text, default: '1000000' },
    stories: { ...text, default: '1000' },
  },
});

const said = (words) => console.error(`${new Date().toISOString().slice(11, 19)} ${words}`);

/** One section, in this process. */
async function measure(name) {
  const section = await SECTIONS[name]();
  const results = await section.measure({
    rounds: Number(values.rounds),
    stories: Number(values.stories),
    largest: Number(values.largest),
    pages: values.pages,
    said,
  });
  section.print(results);
  process.send?.(results);
}

/** A process for each section, so that none finds what another has warmed up or left behind. */
async function measureAll(names) {
  const sections = {};
  for (const name of names) {
    said(name);
    const child = fork(import.meta.filename, [...process.argv.slice(2), '--section', name], { execArgv: ['--expose-gc'] });
    child.once('message', (results) => (sections[name] = results));
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) process.exitCode = 1;
  }
  const machine = { node: process.version, cpus: cpus().length, model: cpus()[0].model };
  writeFileSync(values.out, `${JSON.stringify({ at: new Date().toISOString(), machine, sections }, null, 2)}\n`);
  said(`written to ${values.out}`);
}

const names = (values.only ?? Object.keys(SECTIONS).join(',')).split(',');
const unknown = names.find((name) => SECTIONS[name] === undefined);
if (unknown !== undefined) {
  console.error(`There is no section ${unknown}: ${Object.keys(SECTIONS).join(', ')}`);
  process.exitCode = 2;
} else if (values.section !== undefined) await measure(values.section);
else await measureAll(names);
