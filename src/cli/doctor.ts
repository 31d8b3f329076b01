import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { loadConfig, type Config, type Environment, type Known } from '../config.ts';
import { sentenceOf } from '../faults.ts';
import { EXIT } from './exit-code.ts';

export interface DoctorOptions {
  /** Without one the defaults of an empty config are looked at. */
  readonly config?: string;
  readonly environment: Environment;
  readonly nodeVersion: string;
  /** Asks a Redis whether it can carry the queues; resolves to warnings. */
  readonly checkRedis: (address: string) => Promise<readonly string[]>;
  /** Path of the Redis program that would be started. @throws where there is none */
  readonly findRedis: (environment: Environment) => string;
  readonly known?: Known;
  readonly json?: boolean;
}

/** One thing looked at: `todo` says what to do where it failed. */
interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

const LEAST_NODE = [20, 19] as const;
const LEAST_FREE_MB = 500;

/** `wirecopy doctor`: is this machine fit to run it? One line each, with what to do; exit 1 when something is not. */
export async function doctor(options: DoctorOptions): Promise<number> {
  const findings: Finding[] = [nodeFinding(options.nodeVersion)];
  const { finding, config } = configFinding(options);
  findings.push(finding);
  const dataDir = config?.dataDir ?? resolve('wirecopy-data');
  findings.push(
    look('data folder', () => dataDetail(dataDir)),
    look('disk', () => diskDetail(dataDir)),
  );
  findings.push(await redisFinding(config?.redisUrl ?? options.environment['REDIS_URL'], options));
  if (config !== undefined) findings.push(look('api', () => apiDetail(config)));
  for (const found of findings) process.stdout.write(options.json === true ? `${JSON.stringify(found)}\n` : textOf(found));
  return findings.every(({ ok }) => ok) ? EXIT.ok : EXIT.failed;
}

function textOf({ name, ok, detail }: Finding): string {
  return `${ok ? 'ok    ' : 'FAILED'}  ${name.padEnd(11)}  ${detail}\n`;
}

function look(name: string, work: () => string): Finding {
  try {
    return { name, ok: true, detail: work() };
  } catch (thrown) {
    return { name, ok: false, detail: thrown instanceof Problem ? thrown.message : sentenceOf(thrown) };
  }
}

/** What is wrong and what to do, in one line. */
class Problem extends Error {}

function nodeFinding(version: string): Finding {
  const [major = 0, minor = 0] = version.replace(/^v/, '').split('.').map(Number);
  const ok = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return { name: 'node', ok, detail: ok ? version : `${version} is too old: install Node ${LEAST_NODE.join('.')} or newer` };
}

function configFinding({ config: file, environment, known = {} }: DoctorOptions): { finding: Finding; config?: Config } {
  const name = 'config';
  if (file === undefined) return { finding: { name, ok: true, detail: 'none given; pass --config FILE to have it checked' } };
  try {
    const config = loadConfig(file, environment, known);
    return { finding: { name, ok: true, detail: `${file} (${config.feeds.length} feeds, ${config.sinks.length} sinks)` }, config };
  } catch (thrown) {
    return { finding: { name, ok: false, detail: sentenceOf(thrown) } };
  }
}

function dataDetail(dataDir: string): string {
  const parent = nearest(dataDir);
  try {
    if (parent !== dataDir) {
      accessSync(parent, constants.W_OK | constants.X_OK);
      return `${dataDir} can be created`;
    }
    const probe = join(dataDir, `.doctor-${randomUUID()}`);
    writeFileSync(probe, 'probe', { flag: 'wx', flush: true });
    rmSync(probe);
    return `${dataDir} can be written`;
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Problem(
      `${dataDir} cannot be written (${reason}): run \`sudo install -d -o "$USER" ${dataDir}\`, or set \`data:\` in the config`,
    );
  }
}

function diskDetail(dataDir: string): string {
  const { bavail, bsize } = statfsSync(nearest(dataDir));
  const freeMb = Math.floor((bavail * bsize) / 1_048_576);
  if (freeMb < LEAST_FREE_MB)
    throw new Problem(`${freeMb} MB free: make room, or set \`data:\` to another disk (at least ${LEAST_FREE_MB} MB)`);
  return `${freeMb} MB free`;
}

/** The folder itself, or the first one above it that exists. */
function nearest(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

async function redisFinding(url: string | undefined, { environment, checkRedis, findRedis }: DoctorOptions): Promise<Finding> {
  const name = 'redis';
  if (url === undefined || url === '') return look(name, () => `${findRedis(environment)} is started when needed (REDIS_URL is not set)`);
  try {
    const warnings = await checkRedis(url);
    return { name, ok: true, detail: ['answers, noeviction, append-only', ...warnings].join('; ') };
  } catch (thrown) {
    return { name, ok: false, detail: sentenceOf(thrown) };
  }
}

function apiDetail({ api }: Config): string {
  if (api === null) return 'switched off';
  const isLocal = api.host === '127.0.0.1' || api.host === '::1' || api.host === 'localhost';
  if (!isLocal && api.token === undefined)
    throw new Problem(`${api.host} is open to others and has no token: set \`api.token: \${env:NAME}\`, or bind to 127.0.0.1`);
  return `${api.host} port ${api.port}${api.token === undefined ? '' : ', with a token'}`;
}
