import { describe, expect, test } from 'vitest';
import { Transient } from '../src/faults.ts';
import { createLog, type Log } from '../src/log.ts';

function logged(write: (log: Log) => void, secrets: readonly string[] = []): { text: string; lines: Record<string, unknown>[] } {
  const chunks: string[] = [];
  write(createLog({ level: 'debug', secrets, destination: { write: (line) => void chunks.push(line) } }));
  const text = chunks.join('');
  return {
    text,
    lines: text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

test('one event is one JSON line with level, time and fields', () => {
  const { lines } = logged((log) => {
    log.warn({ feed: 'afp-en', ms: 12 }, 'slow poll');
  });
  expect(lines).toEqual([
    { level: 'warn', time: expect.stringMatching(/^\d{4}-.*Z$/) as string, feed: 'afp-en', ms: 12, msg: 'slow poll' },
  ]);
});

test('faults keep their code, hint and place', () => {
  const { lines } = logged((log) => {
    log.error({ err: new Transient('http.status', { message: 'answered 503', hint: 'later', where: { feed: 'x' } }) }, 'poll failed');
  });
  expect(lines[0]?.['err']).toMatchObject({
    name: 'Transient',
    code: 'http.status',
    message: 'answered 503',
    hint: 'later',
    where: { feed: 'x' },
    stack: expect.stringContaining('log.test') as string,
  });
});

describe('secrets are never seen', () => {
  const secret = 's3cr3t/with "quotes"+';
  test.each<[string, (log: Log) => void]>([
    [
      'in the message',
      (log) => {
        log.info(`token is ${secret}`);
      },
    ],
    [
      'in an argument of the message',
      (log) => {
        log.info('token is %s', secret);
      },
    ],
    [
      'in a field',
      (log) => {
        log.info({ url: `https://x/?k=${secret}` });
      },
    ],
    [
      'URL-encoded',
      (log) => {
        log.info({ url: `https://x/?k=${encodeURIComponent(secret)}` });
      },
    ],
    [
      'Base64-encoded',
      (log) => {
        log.info({ header: `x ${Buffer.from(secret).toString('base64')}` });
      },
    ],
    [
      'in an error and its cause',
      (log) => {
        log.error(new Error(secret, { cause: new Error(secret) }));
      },
    ],
    [
      'as a key',
      (log) => {
        log.info({ [secret]: 1 });
      },
    ],
    [
      'across the cut',
      (log) => {
        log.info({ long: `${'a'.repeat(2_040)}${secret}` });
      },
    ],
    [
      'deep down',
      (log) => {
        log.info({ a: [{ b: { c: secret } }] });
      },
    ],
    [
      'in a child',
      (log) => {
        log.child({ bound: secret }).info('x');
      },
    ],
  ])('%s', (_where, write) => {
    const { text } = logged(write, [secret]);
    expect(text).not.toContain('s3cr3t');
    expect(text).not.toContain(Buffer.from(secret).toString('base64'));
    expect(text).toContain('[secret]');
  });

  test('fields with the name of a secret are hidden whatever they hold', () => {
    const { text } = logged((log) => {
      log.info({ headers: { Authorization: 'Bearer abc', 'x-api-key': 'abc' }, webhook_secret: 'abc', password: 'abc' });
    });
    expect(text).not.toContain('abc');
  });
});

test.each([
  '\nforged {"level":"error"}',
  '\r\n',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u009b31m',
  '\u2028',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ud800',
])('%j stays one harmless line', (text) => {
  const written = logged((log) => {
    log.info({ headline: `a${text}b` }, `m${text}`);
  });
  expect(written.lines).toHaveLength(1);
  expect(written.text.trimEnd()).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/);
  if (text !== '\ud800') expect(written.lines[0]?.['headline']).toBe(`a${text}b`);
});

test('long fields and messages are cut, big structures pruned', () => {
  const nested: Record<string, unknown> = {};
  nested['self'] = nested;
  const { lines, text } = logged((log) => {
    log.info(
      { body: 'x'.repeat(50_000), many: Array.from({ length: 5_000 }, () => 'y'), nested, bytes: new Uint8Array(9), big: 10n },
      'z'.repeat(9_000),
    );
  });
  expect(String(lines[0]?.['body'])).toHaveLength(2_048 + '… (50000 characters)'.length);
  expect(lines[0]?.['bytes']).toBe('[9 bytes]');
  expect(text.length).toBeLessThan(8_000);
});
