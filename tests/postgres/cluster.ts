import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';

/** A PostgreSQL server of the tests' own, on a unix socket in a temporary folder. */
export interface Cluster {
  /** Address of a new, empty database. */
  readonly database: () => Promise<string>;
  readonly stop: () => void;
}

/** Nothing here outlives the folder, so nothing is synced; autovacuum's own transactions would hold back the change feed now and then. */
const SETTINGS = "-c listen_addresses='' -c fsync=off -c autovacuum=off -c max_connections=60";

const ROOT = process.getuid?.() === 0;

/** Why no server can be started here; undefined where one can. On CI there must be one. */
export function whyNoPostgres(): string | undefined {
  const missing = binaries() === undefined ? 'no PostgreSQL under /usr/lib/postgresql: apt-get install postgresql' : undefined;
  if (missing !== undefined && process.env['CI'] !== undefined) throw new Error(missing);
  return missing;
}

/** A server for the tests of the block that calls this. */
export function clusterOfBlock(): Pick<Cluster, 'database'> {
  let cluster: Cluster | undefined;
  beforeAll(() => {
    cluster = startCluster();
  });
  afterAll(() => {
    cluster?.stop();
  });
  return {
    database: () => {
      if (cluster === undefined) throw new Error('The server runs only while the tests do');
      return cluster.database();
    },
  };
}

export function startCluster(): Cluster {
  const folder = mkdtempSync('/tmp/wcpg-');
  // PostgreSQL refuses to run as root; the package's own user is there where the package is.
  if (ROOT) chownSync(folder, Number(execFileSync('id', ['-u', 'postgres'])), Number(execFileSync('id', ['-g', 'postgres'])));
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'wirecopy', '--auth=trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', `${SETTINGS} -k ${folder}`, 'start']);
  let databases = 0;
  const address = (name: string): string => `postgresql:///${name}?host=${folder}&user=wirecopy`;
  return {
    database: async () => {
      const name = `wire${(databases += 1)}`;
      const client = new Client(address('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    },
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function binaries(): string | undefined {
  const home = '/usr/lib/postgresql';
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(home, version, 'bin')).find((folder) => existsSync(join(folder, 'initdb')));
}

function run(program: string, given: readonly string[]): void {
  const command = [join(binaries() ?? '', program), ...given];
  const [first = '', ...rest] = ROOT ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  execFileSync(first, rest, { stdio: 'ignore', cwd: '/tmp' });
}
