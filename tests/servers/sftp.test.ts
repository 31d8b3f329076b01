import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Misconfigured } from '../../src/faults.ts';
import { createGuardedClient } from '../../src/ingest/guarded-client.ts';
import { sftp, type SftpOptions } from '../../src/ingest/transports/sftp.ts';
import { pollOnce, transportContract, type Bench } from '../contract/transport.ts';
import { canRun, freePort, scratch, start, type Running } from './server.ts';

const SSHD = '/usr/sbin/sshd';

describe.skipIf(!canRun(SSHD))('sftp, against sshd', () => {
  const home = scratch('sftp');
  let running: Running;
  let port = 0;
  let count = 0;
  const key = join(home.path, 'user');
  let hostKey = '';

  beforeAll(async () => {
    mkdirSync('/run/sshd', { recursive: true });
    for (const name of ['host', 'user']) execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(home.path, name)]);
    hostKey =
      execFileSync('ssh-keygen', ['-lf', join(home.path, 'host.pub')])
        .toString()
        .split(' ')[1] ?? '';
    port = await freePort();
    const settings = [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${join(home.path, 'host')}`,
      `AuthorizedKeysFile ${join(home.path, 'user.pub')}`,
      ...['PermitRootLogin yes', 'StrictModes no', 'UsePAM no', 'PasswordAuthentication no', 'PidFile none'],
      'Subsystem sftp internal-sftp',
    ];
    writeFileSync(join(home.path, 'config'), `${settings.join('\n')}\n`);
    running = await start(SSHD, ['-D', '-e', '-f', join(home.path, 'config')], port);
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
    const made = createGuardedClient({ allow: ['127.0.0.1/32'] });
    closers.push(() => made.close());
    return made;
  }
  function folder(): string {
    const path = join(home.path, `folder-${(count += 1)}`);
    mkdirSync(path);
    return path;
  }
  function options(path: string, more: object = {}): SftpOptions {
    const base = { url: `sftp://127.0.0.1:${port}${path}`, user: 'root', key: readFileSync(key, 'utf8'), hostKey, settleMs: 1 };
    return sftp.readOptions({ ...base, ...more });
  }

  transportContract(sftp, (): Promise<Bench<SftpOptions>> => {
    const path = folder();
    let stories = 0;
    return Promise.resolve({
      options: options(path),
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

  test('takes files alone, whatever their time', async () => {
    const path = folder();
    const services = client();
    for (const name of ['b.xml', 'a.xml', '.hidden', 'c.xml.part']) writeFileSync(join(path, name), name);
    mkdirSync(join(path, 'd.xml'));
    symlinkSync('/etc/hostname', join(path, 'e.xml'));
    const first = await pollOnce(sftp, { options: options(path), services });
    expect(first.texts).toEqual(['a.xml', 'b.xml']);
    writeFileSync(join(home.path, 'old'), 'moved in with an old time');
    execFileSync('touch', ['-d', '2015-03-23', join(home.path, 'old')]);
    renameSync(join(home.path, 'old'), join(path, 'aa.xml'));
    const second = await pollOnce(sftp, { options: options(path), services }, first);
    expect(second.texts).toEqual(['moved in with an old time']);
    expect((await pollOnce(sftp, { options: options(path), services }, second)).texts).toEqual([]);
  });

  test('with markers, a file waits for its own', async () => {
    const path = folder();
    const bench = { options: options(path, { done: '.done', endings: '.xml' }), services: client() };
    for (const name of ['a.xml', 'b.xml', 'a.xml.done', 'c.jpg', 'c.jpg.done']) writeFileSync(join(path, name), name);
    expect((await pollOnce(sftp, bench)).texts).toEqual(['a.xml']);
  });

  test('deletes what is kept, where it shall', async () => {
    const path = folder();
    for (const name of ['a.xml', 'b.xml']) writeFileSync(join(path, name), name);
    await pollOnce(sftp, { options: options(path, { after: 'delete' }), services: client() });
    expect(readdirSync(path)).toEqual([]);
  });

  test('names of the server are never paths of ours', async () => {
    const path = folder();
    const names = ['%2e%2e%2fescape', '..\\escape', 'line\nbreak', "quote';rm -rf x", '~root', '$(id)'];
    for (const name of names) writeFileSync(join(path, name), name);
    const before = readdirSync(home.path);
    const { texts } = await pollOnce(sftp, { options: options(path), services: client() });
    expect([...texts].sort()).toEqual(['$(id)', '%2e%2e%2fescape', "quote';rm -rf x", '~root']);
    expect(readdirSync(home.path)).toEqual(before);
  });

  test('a key that the config does not name ends the poll before anything is sent', async () => {
    const strange = options(folder(), { hostKey: `SHA256:${'A'.repeat(43)}` });
    const fault: unknown = await pollOnce(sftp, { options: strange, services: client() }).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: 'sftp.host-key' });
    expect((fault as { hint: string }).hint).toContain(hostKey);
  });

  test('a private address that the config does not open is refused', async () => {
    const closed = createGuardedClient({ allow: [] });
    closers.push(() => closed.close());
    await expect(pollOnce(sftp, { options: options(folder()), services: closed })).rejects.toMatchObject({ code: 'folder.unreadable' });
  });

  test.each([
    [{ url: 'ftp://wire.example/' }],
    [{ url: 'sftp://wire.example/', user: '' }],
    [{ url: 'sftp://wire.example/', user: 'a', hostKey: 'md5:1' }],
    [{ url: 'sftp://a@wire.example/', after: 'burn' }],
    [{ url: 'sftp://wire.example/' }],
  ])('refuses %j', (raw) => {
    expect(() => sftp.readOptions(raw)).toThrow(Misconfigured);
  });
});
