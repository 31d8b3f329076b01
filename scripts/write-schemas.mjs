// Writes schema/*.json from the same source as the types; `--check` fails where a file is out of date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const { ArticleSchema } = await import('../dist/article/article.js');
const { configSchema } = await import('../dist/config.js');
let stale = 0;
for (const [name, schema] of [
  ['article-1.json', ArticleSchema],
  ['config-1.json', configSchema],
]) {
  const file = join(root, 'schema', name);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(`schema/${name} is out of date: run npm run schema\n`);
    stale = 1;
  } else {
    mkdirSync(join(root, 'schema'), { recursive: true });
    writeFileSync(file, text);
    process.stderr.write(`wrote schema/${name}\n`);
  }
}
process.exitCode = stale;
