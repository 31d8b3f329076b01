import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createGuardedClient } from '../../src/ingest/guarded-client.ts';
import { ftp, type FtpOptions } from '../../src/ingest/transports/ftp.ts';
import { pollOnce, transportContract, type Bench } from '../contract/transport.ts';
import { canRun, certificate, freePort, scratch, start, type Running } from './server.ts';

const VSFTPD = '/usr/sbin/vsftpd';
/** `daemon`, who is nobody else in particular and has a home. */
const DAEMON = 1;

describe.skipIf(!canRun(VSFTPD))('ftp, against vsftpd', () => {
  const home = scratch('ftp');
  const root = join(home.path, 'root');
  let running: Running;
  let port = 0;
  let count = 0;
  let ca = '';

  beforeAll(async () => {
    mkdirSync(root);
    mkdirSync(join(home.path, 'empty'));
    chmodSync(home.path, 0o755);
    const { cert, key } = certificate(home.path);
    ca = readFileSync(cert, 'utf8');
    port = await freePort();
    const settings = {
      ...{ listen: 'YES', listen_address: '127.0.0.1', listen_port: port, background: 'NO', anonymous_enable: 'YES', local_enable: 'NO' },
      ...{ write_enable: 'YES', anon_root: root, anon_other_write_enable: 'YES', anon_world_readable_only: 'NO', no_anon_password: 'YES' },
      ...{ secure_chroot_dir: join(home.path, 'empty'), ftp_username: 'daemon', seccomp_sandbox: 'NO' },
      ...{
        ssl_enable: 'YES',
        allow_anon_ssl: 'YES',
        rsa_cert_file: cert,
        rsa_private_key_file: key,
        require_ssl_reuse: 'NO',
        isolate: 'NO',
      },
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name}=${value}\n`);
    writeFileSync(join(home.path, 'config'), lines.join(''));
    running = await start(VSFTPD, [join(home.path, 'config')], port);
  });
  afterAll(async () => {
    await running.stop();
    home.remove();
  });
  const closers: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of closers.splice(0)) await close();
  });

  function client(): ReturnType<typeof createGuardedClient> {
    const made = createGuardedClient({ allow: ['127.0.0.1/32', '::1/128'] });
    closers.push(() => made.close());
    return made;
  }
  function folder(): { path: string; name: string } {
    const name = `folder-${(count += 1)}`;
    mkdirSync(join(root, name));
    chownSync(join(root, name), DAEMON, DAEMON);
    return { path: join(root, name), name };
  }
  function options(name: string, more: object = {}): FtpOptions {
    return ftp.readOptions({ url: `ftp://localhost:${port}/${name}`, user: 'anonymous', password: 'desk', ca, settleMs: 1, ...more });
  }

  transportContract(ftp, (): Promise<Bench<FtpOptions>> => {
    const { path, name } = folder();
    let stories = 0;
    return Promise.resolve({
      options: options(name),
      services: client(),
      add: (text) => {
        writeFileSync(join(path, `story-${(stories += 1)}.xml`), text);
        return Promise.resolve();
      },
      breakDown: () => {
        rmSync(path, { recursive: true });
        return Promise.resolve();
      },
    });
  });

  test('a certificate that nobody vouches for ends the poll', async () => {
    const { name } = folder();
    const { ca: _ca, ...strangers } = options(name);
    await expect(pollOnce(ftp, { options: strangers, services: client() })).rejects.toMatchObject({ code: 'folder.unreadable' });
  });

  test('without TLS only where the config says so', async () => {
    const { path, name } = folder();
    writeFileSync(join(path, 'a.xml'), 'a');
    expect((await pollOnce(ftp, { options: options(name, { tls: 'none' }), services: client() })).texts).toEqual(['a']);
  });

  test('names of the server are never paths of ours, and odd ones are read', async () => {
    const { path, name } = folder();
    const names = ['two words.xml', ' led by a blank', '..\\escape', "quote'; QUIT", 'größe.xml'];
    for (const file of names) writeFileSync(join(path, file), file);
    const { texts } = await pollOnce(ftp, { options: options(name), services: client() });
    expect([...texts].sort()).toEqual([' led by a blank', 'größe.xml', "quote'; QUIT", 'two words.xml']);
  });

  test('deletes what is kept, where it shall', async () => {
    const { path, name } = folder();
    for (const file of ['a.xml', 'b.xml']) writeFileSync(join(path, file), file);
    await pollOnce(ftp, { options: options(name, { after: 'delete' }), services: client() });
    expect(readdirSync(path)).toEqual([]);
  });
});
