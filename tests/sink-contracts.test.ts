import { execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, createServer as createTcpServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import S3rver from 's3rver';
import { expect, test } from 'vitest';
import { openSink } from '../src/publish/sinks.ts';
import { deliveryOf, sinkContract, type OtherSide } from './contract/sink.ts';

const folder = (): string => mkdtempSync(join(tmpdir(), 'wirecopy-sink-'));

async function freePort(): Promise<number> {
  const server = createTcpServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listening(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const socket = connect(port, '127.0.0.1');
    const answer = await Promise.race([once(socket, 'connect').then(() => true), once(socket, 'error').then(() => false)]).catch(
      () => false,
    );
    socket.destroy();
    if (answer) return;
    await sleep(50);
  }
  throw new Error(`nobody listens on port ${port}`);
}

/** Whole files below a folder, by name; what is half written begins with a dot. */
function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => readFileSync(file, 'utf8'));
}

sinkContract(
  'directory',
  () => {
    const path = folder();
    return Promise.resolve({
      options: { path },
      away: {},
      texts: () => Promise.resolve(filesBelow(join(path, 'articles'))),
      close: () => {
        rmSync(path, { recursive: true, force: true });
        return Promise.resolve();
      },
    });
  },
  { takesBack: true, remote: false },
);

sinkContract(
  'webhook',
  async () => {
    const bodies = new Map<unknown, string>();
    const server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        bodies.set(request.headers['webhook-id'], Buffer.concat(parts).toString());
        response.end();
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const secret = `whsec_${Buffer.from('a secret of the test, long enough').toString('base64')}`;
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    return {
      options: { url, secret },
      away: { url: `http://127.0.0.1:${await freePort()}/`, secret },
      texts: () => Promise.resolve([...bodies.values()]),
      close: async () => {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      },
    };
  },
  { takesBack: false, remote: true },
);

async function redis(): Promise<OtherSide> {
  const path = folder();
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--dir', path, '--save', ''], { stdio: 'ignore' });
  await listening(port);
  const reader = new Redis({ port, host: '127.0.0.1' });
  return {
    options: { url: `redis://127.0.0.1:${port}`, stream: 'tail' },
    away: { url: `redis://127.0.0.1:${await freePort()}` },
    // At least once: an entry that came twice has one key.
    texts: async () => {
      const entries = await reader.xrange('tail', '-', '+');
      return [...new Map(entries.map(([, fields]) => [`${fields[3] ?? ''} ${fields[1] ?? ''}`, fields[7] ?? ''])).values()];
    },
    close: async () => {
      reader.disconnect();
      server.kill('SIGKILL');
      await once(server, 'exit');
      rmSync(path, { recursive: true, force: true });
    },
  };
}

sinkContract('redis-stream', redis, { takesBack: true, remote: true });

sinkContract(
  's3',
  async () => {
    const path = folder();
    const port = await freePort();
    const server = new S3rver({ port, address: '127.0.0.1', silent: true, directory: path, configureBuckets: [{ name: 'wire' }] });
    await server.run();
    const options = { endpoint: `http://127.0.0.1:${port}`, bucket: 'wire', prefix: 'in/wire', accessKey: 'S3RVER', secret: 'S3RVER' };
    return {
      options,
      away: { ...options, endpoint: `http://127.0.0.1:${await freePort()}` },
      texts: () => Promise.resolve(filesBelow(path).filter((text) => /^\s*[{<]/.test(text) && !text.includes('"md5"'))),
      close: async () => {
        await server.close();
        rmSync(path, { recursive: true, force: true });
      },
    };
  },
  { takesBack: true, remote: true },
);

const withoutKcat = spawnSync('kcat', ['-V']).error !== undefined;
if (withoutKcat && process.env['CI'] !== undefined) throw new Error('no kcat: apt-get install kcat');
if (withoutKcat) console.warn('skipped: no brokers for the Kafka sink, apt-get install kcat');

interface Brokers extends OtherSide {
  /** Every record as kcat prints it, by partition and place. */
  readonly records: () => Promise<readonly { key: string; partition: number; payload: string; headers: string[] }[]>;
}

/** Three brokers of librdkafka's own, as its tools bring them along for tests; kcat, which reads the topic, is another implementation than ours. */
async function kafka(): Promise<Brokers> {
  const server = spawn('kcat', ['-C', '-q', '-b', 'none:1', '-t', 'wire', '-X', 'test.mock.num.brokers=3', '-d', 'mock'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const brokers = await new Promise<string>((found, refuse) => {
    let printed = '';
    server.once('exit', () => {
      refuse(new Error(`no brokers: ${printed}`));
    });
    server.stderr.on('data', (part: Buffer) => {
      if (printed.length < 10_000) printed += part.toString();
      const [, list] = /bootstrap\.servers=([\d.:,]+)/.exec(printed) ?? [];
      if (list !== undefined) found(list);
    });
  });
  const read = promisify(execFile);
  const records = async () => {
    const { stdout } = await read('kcat', ['-C', '-q', '-b', brokers, '-t', 'wire', '-o', 'beginning', '-e', '-J'], { maxBuffer: 1e8 });
    const lines = stdout.split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as { key: string; partition: number; payload: string; headers: string[] });
  };
  return {
    options: { brokers: brokers.split(','), topic: 'wire' },
    away: { brokers: [`127.0.0.1:${await freePort()}`], topic: 'wire' },
    records,
    // At least once: a record that came twice has one id.
    texts: async () => [...new Map((await records()).map(({ headers, payload }) => [headers.join(' '), payload])).values()],
    close: async () => {
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
  };
}

if (!withoutKcat) {
  sinkContract('kafka', kafka, { takesBack: false, remote: true });

  test('kafka: a story stays in one partition in order, whatever goes between; a kill carries nothing of it', async () => {
    const other = await kafka();
    const services = {
      request: () => Promise.reject(new Error('unused')),
      resolve: (host: string) => Promise.resolve(host),
      now: () => new Date(),
    };
    const sink = await openSink('kafka', other.options, services);
    const stories = Array.from({ length: 12 }, (_, index) => `k${index}`);
    const list = [1, 2, 3].flatMap((revision) => stories.map((id) => deliveryOf('article.updated', id, revision)));
    await sink.send([...list, deliveryOf('article.killed', 'k0', 4)], new AbortController().signal);
    const records = await other.records();
    for (const id of stories) {
      const own = records.filter(({ key }) => key === `TST:${id}`);
      expect(new Set(own.map(({ partition }) => partition)).size).toBe(1);
      expect(own.map(({ headers }) => headers[1]).slice(0, 3)).toEqual([1, 2, 3].map((revision) => `TST:${id}@${revision}`));
    }
    expect(new Set(records.map(({ partition }) => partition)).size).toBeGreaterThan(1);
    const [kill] = records.filter(({ headers }) => headers.includes('article.killed'));
    expect([kill?.key, kill?.payload.includes('Ferry')]).toEqual(['TST:k0', false]);
    await sink.close();
    await other.close();
  });
}

const SSHD = '/usr/sbin/sshd';
if (!existsSync(SSHD)) console.warn('skipped: no sshd for the SFTP sink, apt-get install openssh-server');

interface SshServer extends OtherSide {
  readonly path: string;
}

async function sshd(): Promise<SshServer> {
  const path = folder();
  const port = await freePort();
  for (const name of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(path, name)]);
  const lines = [
    ...[`Port ${port}`, 'ListenAddress 127.0.0.1', `HostKey ${path}/host`, `PidFile ${path}/pid`, 'UsePAM no', 'StrictModes no'],
    ...[`AuthorizedKeysFile ${path}/user.pub`, 'PasswordAuthentication no', 'PermitRootLogin yes', 'Subsystem sftp internal-sftp'],
  ];
  writeFileSync(join(path, 'config'), `${lines.join('\n')}\n`);
  if (userInfo().uid === 0) mkdirSync('/run/sshd', { recursive: true });
  const server = spawn(SSHD, ['-D', '-e', '-f', join(path, 'config')], { stdio: 'ignore' });
  await listening(port);
  mkdirSync(join(path, 'inbox'));
  const printed = execFileSync('ssh-keygen', ['-lf', join(path, 'host.pub')], { encoding: 'utf8' });
  const options = {
    ...{ host: '127.0.0.1', port, user: userInfo().username, path: join(path, 'inbox') },
    ...{ privateKey: readFileSync(join(path, 'user'), 'utf8'), hostKey: /SHA256:\S+/.exec(printed)?.[0] },
  };
  return {
    path,
    options,
    away: { ...options, port: await freePort() },
    texts: () => Promise.resolve(filesBelow(join(path, 'inbox'))),
    close: async () => {
      server.kill('SIGTERM');
      await once(server, 'exit');
      rmSync(path, { recursive: true, force: true });
    },
  };
}

if (existsSync(SSHD)) {
  sinkContract('sftp', sshd, { takesBack: true, remote: true });

  test('sftp: a server with another key is not talked to', async () => {
    const other = await sshd();
    const services = {
      request: () => Promise.reject(new Error('unused')),
      resolve: (host: string) => Promise.resolve(host),
      now: () => new Date(),
    };
    const sink = await openSink('sftp', { ...other.options, hostKey: `SHA256:${'A'.repeat(43)}` }, services);
    await expect(sink.send([deliveryOf('article.created', 'a', 1)], new AbortController().signal)).rejects.toThrow(/verif|host/i);
    expect(readdirSync(join(other.path, 'inbox'))).toEqual([]);
    await sink.close();
    await other.close();
  });
}

test('redis-stream: the tail is capped', async () => {
  const other = await redis();
  const services = {
    request: () => Promise.reject(new Error('unused')),
    resolve: (host: string) => Promise.resolve(host),
    now: () => new Date(),
  };
  const sink = await openSink('redis-stream', { ...other.options, maxLength: 10 }, services);
  const list = Array.from({ length: 500 }, (_, index) => deliveryOf('article.created', `s${index}`, 1));
  await sink.send(list, new AbortController().signal);
  const texts = await other.texts();
  // Redis trims whole nodes of a hundred entries.
  expect(texts.length).toBeLessThan(220);
  expect(texts.at(-1)).toContain('Ferry s499');
  await sink.close();
  await other.close();
});
