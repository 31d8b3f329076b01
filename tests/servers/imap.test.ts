import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createGuardedClient } from '../../src/ingest/guarded-client.ts';
import { imap, type ImapOptions } from '../../src/ingest/transports/imap.ts';
import { pollOnce, transportContract, type Bench } from '../contract/transport.ts';
import { canRun, certificate, freePort, scratch, start, type Running } from './server.ts';

const DOVECOT = '/usr/sbin/dovecot';
/** Whose mail it is: Dovecot serves nobody as root. */
const DAEMON = 1;

describe.skipIf(!canRun(DOVECOT))('imap, against dovecot', () => {
  const home = scratch('imap');
  let running: Running;
  let port = 0;
  let users = 0;
  let ca = '';

  beforeAll(async () => {
    chmodSync(home.path, 0o755);
    const { cert, key } = certificate(home.path);
    ca = readFileSync(cert, 'utf8');
    port = await freePort();
    const settings = `
      protocols = imap
      base_dir = ${home.path}/run
      log_path = /dev/stderr
      mail_location = maildir:${home.path}/mail/%u
      first_valid_uid = 1
      first_valid_gid = 1
      ssl = required
      ssl_cert = <${cert}
      ssl_key = <${key}
      service imap-login {
        inet_listener imap {
          port = 0
        }
        inet_listener imaps {
          address = 127.0.0.1
          port = ${port}
        }
      }
      passdb {
        driver = static
        args = password=s3cret-7731
      }
      userdb {
        driver = static
        args = uid=1 gid=1 home=${home.path}/mail/%u
      }
    `;
    writeFileSync(join(home.path, 'config'), settings);
    running = await start(DOVECOT, ['-F', '-c', join(home.path, 'config')], port);
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
  function mailbox(more: object = {}): { options: ImapOptions; path: string } {
    const user = `desk${(users += 1)}`;
    const path = join(home.path, 'mail', user);
    for (const name of ['new', 'cur', 'tmp']) {
      mkdirSync(join(path, name), { recursive: true });
      chownSync(join(path, name), DAEMON, DAEMON);
    }
    chownSync(path, DAEMON, DAEMON);
    return { path, options: imap.readOptions({ url: `imaps://localhost:${port}`, user, password: 's3cret-7731', ca, ...more }) };
  }

  transportContract(imap, (): Promise<Bench<ImapOptions>> => {
    const { options, path } = mailbox();
    let messages = 0;
    return Promise.resolve({
      options,
      services: client(),
      add: (text) => {
        const file = join(path, 'new', `${(messages += 1)}.wire`);
        writeFileSync(file, text);
        chownSync(file, DAEMON, DAEMON);
        return Promise.resolve();
      },
      breakDown: () => {
        rmSync(path, { recursive: true });
        writeFileSync(path, 'no mailbox');
        return Promise.resolve();
      },
    });
  });

  test('a wrong password is a fault that does not repeat it', async () => {
    const { options } = mailbox({ password: 'wr0ng-4412' });
    const fault: unknown = await pollOnce(imap, { options, services: client() }).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: 'folder.unreadable' });
    expect(JSON.stringify([fault, String(fault)])).not.toContain('wr0ng-4412');
  });

  test('a certificate that nobody vouches for ends the poll', async () => {
    const { ca: _ca, ...strangers } = mailbox().options;
    await expect(pollOnce(imap, { options: strangers, services: client() })).rejects.toMatchObject({ code: 'folder.unreadable' });
  });
});
