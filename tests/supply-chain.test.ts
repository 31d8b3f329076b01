import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

interface Locked {
  readonly version?: string;
  /** Absent: the registry. */
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const locked = Object.entries((JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages).filter(
  ([path]) => path !== '',
);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** The first version without any advisory that was known on 2026-11-24, as changelogs and advisories of the packages say. */
const LEAST: Readonly<Record<string, string>> = {
  // CVE-2026-25896, 26278, 33036, 33349, 27942, 41650.
  'fast-xml-parser': '5.12.1',
  // CVE-2026-13697 was the last of them.
  undici: '7.30.0',
  // Replies of a server that reach prototypes.
  ioredis: '6.0.0',
  // CVE-2026-27699.
  'basic-ftp': '5.2.0',
  // CVE-2023-52079.
  msgpackr: '1.10.1',
  // CVE-2026-44990.
  'sanitize-html': '2.17.7',
  // CVE-2021-33587 and CVE-2021-3803.
  'css-what': '5.0.1',
  'nth-check': '2.0.1',
};

/** Tests alone start this S3 server, on loopback and with documents of their own; no newer one exists. */
const TESTS_ONLY: ReadonlySet<string> = new Set(['node_modules/s3rver/node_modules/fast-xml-parser']);

function isOlder(version: string, least: string): boolean {
  const [one, other] = [version, least].map((text) => text.split('-')[0]?.split('.').map(Number) ?? []) as [number[], number[]];
  const at = [0, 1, 2].find((index) => one[index] !== other[index]);
  return at === undefined ? version.includes('-') : (one[at] ?? 0) < (other[at] ?? 0);
}

test('versions compare as numbers; a pre-release is older than its release', () => {
  expect(isOlder('7.9.0', '7.30.0')).toBe(true);
  expect(isOlder('7.30.2', '7.30.0')).toBe(false);
  expect(isOlder('10.0.0', '9.9.9')).toBe(false);
  expect(isOlder('6.0.0-beta.1', '6.0.0')).toBe(true);
});

describe('the lock file', () => {
  test('has one version and one hash of each package, from the public registry', () => {
    for (const [path, { version, resolved = 'https://registry.npmjs.org/', integrity }] of locked) {
      expect([path, version]).toEqual([path, expect.stringMatching(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)]);
      expect([path, integrity]).toEqual([path, expect.stringMatching(/^sha512-[A-Za-z0-9+/]{86}==$/)]);
      expect([path, resolved]).toEqual([path, expect.stringMatching(/^https:\/\/registry\.npmjs\.org\//)]);
    }
  });

  test('holds no version that a known advisory names', () => {
    const old = locked.filter(([path, { version = '' }]) => {
      const least = LEAST[nameOf(path)];
      return least !== undefined && isOlder(version, least);
    });
    expect(new Set(old.map(([path]) => path))).toEqual(TESTS_ONLY);
    expect(old.every(([, { dev }]) => dev === true)).toBe(true);
  });
});

test('every dependency is asked for by its exact version', () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }))
    expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
});

test('no package runs a script when it is installed, but for the one that is built on purpose', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
  for (const file of ['scripts/setup.sh', 'Dockerfile']) {
    expect(read(file)).toMatch(/npm ci --ignore-scripts /);
    expect([...read(file).matchAll(/--ignore-scripts=false/g)]).toHaveLength(1);
    expect(read(file)).toMatch(/npm rebuild better-sqlite3 --ignore-scripts=false/);
  }
});

test('the bill of materials names what is installed with the program, and not what tests need', () => {
  const text = execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root, encoding: 'utf8', maxBuffer: 50_000_000 });
  const bill = JSON.parse(text) as { bomFormat: string; components: { group?: string; name: string; version: string }[] };
  expect(bill.bomFormat).toBe('CycloneDX');
  const named = new Map(bill.components.map(({ name, version }) => [name, version]));
  expect(bill.components.length).toBeGreaterThan(Object.keys(manifest.dependencies).length);
  for (const [name, version] of Object.entries(manifest.dependencies)) expect([name, named.get(name)]).toEqual([name, version]);
  expect(named.has('vitest')).toBe(false);
});
