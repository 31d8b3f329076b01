import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');

test('the demo runs the real path, shows what it promises and balances', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/wirecopy.js'), 'demo'], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(status, stderr).toBe(0);
  const [article = '', rest = ''] = stdout.split('\nwhy (wirecopy normalize --explain):\n');
  const validate = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(
    JSON.parse(readFileSync(join(root, 'schema/article-1.json'), 'utf8')) as object,
  );
  expect(validate(JSON.parse(article)), JSON.stringify(validate.errors)).toBe(true);
  const [why = '', after = ''] = rest.split('\n\nthen arrived:\n');
  expect(why.split('\n')).toHaveLength(5);
  expect(after).toMatch(/article\.corrected\s+afp:\S+@2/);
  expect(after).toMatch(/article\.killed\s+afp:\S+@2/);
  const sums =
    /received (\d+) = stored (\d+) \+ duplicate (\d+) \+ filtered (\d+) \+ quarantined (\d+)/.exec(after)?.slice(1).map(Number) ?? [];
  const [received = 0, ...parts] = sums;
  expect(received).toBeGreaterThan(5);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBe(received);
  expect(parts[1]).toBeGreaterThan(0);
  expect(parts[3]).toBeGreaterThan(0);
});
