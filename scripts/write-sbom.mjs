// Writes the bill of materials of what runs (CycloneDX 1.5) to stdout. `npm sbom --omit dev` also leaves out what a development tool needs
// besides the program, so everything is asked for, and what the lock file marks as development alone is taken out.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
const run = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx'];
const whole = JSON.parse(execFileSync('npm', run, { cwd: root, encoding: 'utf8', maxBuffer: 100_000_000 }));

const nameAt = (path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
const running = new Set(
  Object.entries(packages).flatMap(([path, { name, version, dev }]) => (dev === true ? [] : [`${name ?? nameAt(path)}@${version}`])),
);
const components = whole.components.filter(({ name, version }) => running.has(`${name}@${version}`));
const kept = new Set([whole.metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])]);
const dependencies = whole.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) }));
process.stdout.write(`${JSON.stringify({ ...whole, components, dependencies }, null, 2)}\n`);
