// A PostgreSQL server of its own for a bench, where Debian's is installed.
import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

const HOME = '/usr/lib/postgresql';
const SETTINGS = "-c listen_addresses='' -c max_connections=60";
const isRoot = process.getuid?.() === 0;

/** Calls `work` with a function that gives the address of a new, empty database; with nothing where no server can be started. */
export async function withPostgres(work) {
  const [version] = existsSync(HOME) ? readdirSync(HOME).sort((one, other) => Number(other) - Number(one)) : [];
  if (version === undefined) {
    console.error('(no PostgreSQL under /usr/lib/postgresql)');
    await work(undefined);
    return;
  }
  const run = (program, parameters) => {
    const command = [join(HOME, version, 'bin', program), ...parameters];
    // PostgreSQL refuses to run as root.
    execFileSync(isRoot ? 'runuser' : command[0], isRoot ? ['-u', 'postgres', '--', ...command] : command.slice(1), { stdio: 'ignore' });
  };
  const folder = mkdtempSync('/tmp/wirecopy-bench-pg-');
  const id = (what) => Number(execFileSync('id', [what, 'postgres']));
  if (isRoot) chownSync(folder, id('-u'), id('-g'));
  const data = join(folder, 'data');
  run('initdb', ['-D', data, '-U', 'wirecopy', '--auth=trust', '-E', 'UTF8', '--locale=C']);
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', `${SETTINGS} -k ${folder}`, 'start']);
  let databases = 0;
  const address = (name) => `postgresql:///${name}?host=${folder}&user=wirecopy`;
  try {
    await work(async () => {
      const name = `bench${(databases += 1)}`;
      const client = new Client(address('postgres'));
      await client.connect();
      await client.query(`create database ${name}`);
      await client.end();
      return address(name);
    });
  } finally {
    run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
    rmSync(folder, { recursive: true, force: true });
  }
}
