// npm run chaos -- --seed 1 --tier commit|ci|nightly [--store sqlite|postgres|both] [--tell]: wirecopy while everything around it is being killed.
// Prints one JSON line and one plain line a store; exit 1 where a count that must be zero is not. See docs/reliability.md.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startRedis } from './redis.mjs';
import { linesOf, passed } from './report.mjs';
import { run } from './run.mjs';
import { startSqlite } from './journals.mjs';
import { TIERS } from './tiers.mjs';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    tier: { type: 'string', default: 'commit' },
    store: { type: 'string', default: 'sqlite' },
    tell: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const stores = { sqlite: startSqlite };
const size = TIERS[values.tier];
const wanted = values.store === 'both' ? Object.keys(stores) : [values.store];
if (size === undefined || wanted.some((name) => stores[name] === undefined)) {
  console.error(`usage: npm run chaos -- --seed N --tier ${Object.keys(TIERS).join('|')} --store ${Object.keys(stores).join('|')}|both`);
  process.exit(2);
}

for (const name of wanted) {
  const folder = mkdtempSync(join(tmpdir(), 'wcc-'));
  const redis = await startRedis(folder);
  const journal = await stores[name](folder);
  try {
    const tell = values.tell ? (line) => console.error(line) : undefined;
    const result = await run({
      seed: Number(values.seed),
      size: size(journal),
      redis,
      journal,
      folder,
      ...(tell === undefined ? {} : { tell }),
    });
    const { json, plain } = linesOf(result);
    console.log(json);
    console.log(plain);
    if (!passed(result)) process.exitCode = 1;
  } finally {
    await redis.stop();
    await journal.stop();
    if (values.keep) console.error(folder);
    else rmSync(folder, { recursive: true, force: true });
  }
}
process.exit();
