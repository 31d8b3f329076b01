// Writes docs/formats.md from the registry; `--check` fails where it is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const { formats } = await import('../dist/ingest/formats.js');
const file = join(import.meta.dirname, '..', 'docs', 'formats.md');
const section = ({ name, version, source, reads, gaps }) =>
  `## ${name}\n\n${reads}\n\n- **Source:** ${source}\n- **Reader:** version ${version}\n${gaps.map((gap) => `- **Gap:** ${gap}\n`).join('')}`;
const text = `# Formats

Written by \`npm run docs\` from the registry in \`src/ingest/formats.ts\`. Each format is one module in \`src/ingest/formats/\`; for every
document at most one of them says yes, by its content alone. What a format reads and no field holds is kept in \`x\`.

${[...formats]
  .sort((a, b) => a.name.localeCompare(b.name))
  .map(section)
  .join('\n')}`;
const current = existsSync(file) && readFileSync(file, 'utf8') === text;
if (!current && process.argv.includes('--check')) {
  process.stderr.write('docs/formats.md is out of date: run npm run docs\n');
  process.exitCode = 1;
} else if (!current) {
  writeFileSync(file, text);
  process.stderr.write('wrote docs/formats.md\n');
}
