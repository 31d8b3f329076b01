import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { BadInput, Transient } from '../src/faults.ts';
import { createGuardedClient, LIMITS, type TimeLimits } from '../src/ingest/guarded-client.ts';
import { http } from '../src/ingest/transports/http.ts';
import { pollOnce, type Polled } from './contract/transport.ts';

/** The clocks of servers and client run this much faster than in life; `WIRECOPY_REAL_TIME=1` plays everything as it is. */
const FASTER = process.env['WIRECOPY_REAL_TIME'] === undefined ? 20 : 1;
const limits = Object.fromEntries(Object.entries(LIMITS).map(([name, ms]) => [name, ms / FASTER])) as unknown as TimeLimits;
/** How late a loaded machine may be. */
const LATE_MS = 2_000;

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0).reverse()) close();
});

type Play = (socket: Socket, turn: number, head: string) => void;

interface Site {
  readonly url: string;
  readonly heads: string[];
}

/** A loopback server that hands each request, or with `onConnect` each connection, to `play`. */
async function site(play: Play, onConnect = false): Promise<Site> {
  const heads: string[] = [];
  const server = createServer((socket) => {
    closers.push(() => socket.destroy());
    socket.on('error', () => undefined);
    if (onConnect) play(socket, 0, '');
    socket.on('data', (chunk) => {
      const head = chunk.toString('latin1');
      heads.push(head);
      if (!onConnect) play(socket, heads.length, head);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(() => server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml`, heads };
}

type Outcome = Polled | BadInput | Transient;

/** What a poll of the site comes to, and how long it took on the clock of the manifest. */
async function poll(
  { url }: Pick<Site, 'url'>,
  validators: Readonly<Record<string, string>> = {},
): Promise<{ outcome: Outcome; ms: number }> {
  const services = createGuardedClient({ allow: ['127.0.0.1/32'], limits });
  const started = performance.now();
  try {
    const polled = await pollOnce(http, { options: http.readOptions({ url }), services }, { validators });
    return { outcome: polled, ms: (performance.now() - started) * FASTER };
  } catch (thrown) {
    if (!(thrown instanceof BadInput) && !(thrown instanceof Transient)) throw thrown;
    return { outcome: thrown, ms: (performance.now() - started) * FASTER };
  } finally {
    await services.close();
  }
}

function fault(outcome: Outcome): Transient {
  if (!(outcome instanceof Transient)) throw new Error(`came through: ${JSON.stringify(outcome).slice(0, 200)}`);
  return outcome;
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n';
const repeated = (socket: Socket, everyMs: number, bytes: () => string): void => {
  const timer = setInterval(() => {
    if (!socket.destroyed) socket.write(bytes());
  }, everyMs);
  closers.push(() => {
    clearInterval(timer);
  });
  socket.once('close', () => {
    clearInterval(timer);
  });
};
const whole = (status: string, headers: string, body = ''): string =>
  `HTTP/1.1 ${status}\r\n${headers}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** What each behaviour of the manifest is on the wire. Those of a few bytes are in the manifest itself. */
const BEHAVIOURS: Readonly<Record<string, Play>> = {
  hang_accept: () => undefined,
  hang_after_status: (socket) => socket.write('HTTP/1.1 200 OK\r\n'),
  drip_headers: (socket) => {
    socket.write('HTTP/1.1 200 OK\r\nX-Long: ');
    repeated(socket, 1_000 / FASTER, () => 'a');
  },
  drip_body: (socket) => {
    socket.write(`${HEAD}Content-Length: 20000\r\n\r\n`);
    repeated(socket, 1_000 / FASTER, () => ' ');
  },
  endless_headers: (socket) => {
    socket.write('HTTP/1.1 200 OK\r\n');
    repeated(socket, 1, () => `X-Filler: ${'a'.repeat(1_000)}\r\n`);
  },
  endless_chunks_1b: (socket) => {
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    repeated(socket, 5, () => '1\r\na\r\n');
  },
  chunk_ext_flood: (socket) => {
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n5`);
    repeated(socket, 1, () => `;filler=${'a'.repeat(1_000)}`);
  },
  reset_mid_body: (socket) => {
    socket.write(`${HEAD}Content-Length: 400\r\n\r\n<rss><channel>${' '.repeat(186)}`, () => {
      setTimeout(() => socket.resetAndDestroy(), 20);
    });
  },
  redirect_201_hops: (socket, turn) =>
    socket.write(turn > 201 ? whole('200 OK', '', '<rss/>') : whole('302 Found', `Location: /hop-${turn}\r\n`)),
  redirect_private: (socket) => socket.write(whole('302 Found', 'Location: http://169.254.169.254/\r\n')),
  ce_gzip_plain_body: (socket) => socket.write(whole('200 OK', 'Content-Encoding: gzip\r\n', '<rss><channel/></rss>')),
  etag_16kb: (socket) => socket.write(whole('200 OK', `ETag: "${'e'.repeat(16_000)}"\r\n`, '<rss/>')),
  '503_retry_after_date': (socket) => {
    const date = new Date('2026-11-24T06:00:00Z');
    const later = new Date(date.getTime() + 600_000);
    socket.write(whole('503 Service Unavailable', `Date: ${date.toUTCString()}\r\nRetry-After: ${later.toUTCString()}\r\n`));
  },
  keepalive_poison: (socket, turn) => {
    const page = (text: string): string => whole('200 OK', '', text);
    socket.write(turn === 1 ? page('first') + page('poison') : page('second'));
  },
};

interface Scenario {
  readonly id: string;
  readonly raw?: string;
  readonly expect: string;
  readonly max_ms?: number;
  readonly max_rss_mb?: number;
  readonly max_hops?: number;
}

/** What the outcome of each kind has to be. */
const JUDGES: Readonly<Record<string, (outcome: Outcome, scenario: Scenario, heads: readonly string[]) => void>> = {
  timeout: (outcome) => {
    expect(fault(outcome).code).toBe('net.timeout');
  },
  timeout_total: (outcome) => {
    expect(fault(outcome).code).toBe('net.timeout');
  },
  size_or_time_cap: (outcome) => {
    expect(fault(outcome).code).toMatch(/^(?:net\.timeout|input\.too-large)$/);
  },
  error: (outcome, { max_hops: hops }, heads) => {
    expect(fault(outcome).code).toMatch(/^(?:http|net)\./);
    if (hops !== undefined) expect(heads).toHaveLength(hops + 1);
  },
  ssrf_denied: (outcome) => {
    expect(fault(outcome).code).toBe('net.refused-address');
  },
  flag_empty: (outcome) => {
    expect(fault(outcome).code).toBe('http.empty');
  },
  flag: (outcome) => {
    expect(fault(outcome).code).toBe('http.unasked-304');
  },
  'backoff>=3600s': (outcome) => {
    expect(fault(outcome).retryAfterMs).toBe(3_600_000);
  },
  backoff: (outcome) => {
    expect(fault(outcome).retryAfterMs).toBe(600_000);
  },
  'backoff<=24h': (outcome) => {
    expect(fault(outcome).retryAfterMs ?? 0).toBeLessThanOrEqual(86_400_000);
  },
  error_or_sniff: (outcome) => {
    expect('texts' in outcome && outcome.texts).toEqual(['<rss><channel/></rss>']);
  },
  dropped: (outcome) => {
    expect('documents' in outcome && outcome.documents).toHaveLength(1);
    expect('validators' in outcome && outcome.validators).not.toHaveProperty('etag');
  },
};

/** Played below by themselves: they need more than one poll. */
const OF_SEVERAL_POLLS: ReadonlySet<string> = new Set(['keepalive_poison', 'tls_handshake_hang']);
/** Items, not answers: see `repeated-polls.test.ts`. */
const OF_ITEMS: ReadonlySet<string> = new Set([
  'guid_changes_each_poll',
  'item_order_shuffled',
  'older_revision_served_later',
  'kill_then_old_copy',
]);

const corpus = join(import.meta.dirname, '../../shared/corpus/hostile/http/scenarios.jsonl');
if (!existsSync(corpus)) console.log(`skipped: the corpus of HTTP behaviours is not beside this checkout (${corpus})`);

describe.runIf(existsSync(corpus))('the corpus of HTTP behaviours', () => {
  const scenarios = existsSync(corpus)
    ? readFileSync(corpus, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Scenario)
    : [];
  const single = scenarios.filter(({ id }) => !OF_SEVERAL_POLLS.has(id) && !OF_ITEMS.has(id));

  test.each(single.map((scenario) => [scenario.id, scenario.expect, scenario] as const))(
    '%s: %s',
    async (id, expected, scenario) => {
      const { raw } = scenario;
      const play = raw === undefined ? BEHAVIOURS[id] : (socket: Socket) => socket.end(raw);
      const judge = JUDGES[expected];
      if (play === undefined || judge === undefined) throw new Error(`nobody plays ${id} or judges ${expected}`);
      const played = await site(play);
      const { outcome, ms } = await poll(played);
      judge(outcome, scenario, played.heads);
      if (scenario.max_ms !== undefined) expect(ms).toBeLessThan(scenario.max_ms + LATE_MS * FASTER);
      if (scenario.max_rss_mb !== undefined) expect(process.memoryUsage.rss() / 1_048_576).toBeLessThan(scenario.max_rss_mb + 250);
    },
    120_000,
  );

  test('tls_handshake_hang: timeout', async () => {
    const { url } = await site(() => undefined, true);
    const { outcome, ms } = await poll({ url: url.replace('http:', 'https:') });
    expect(fault(outcome).code).toBe('net.timeout');
    expect(ms).toBeLessThan(10_000 + LATE_MS * FASTER);
  });

  test('keepalive_poison: no cross-talk', async () => {
    const played = await site(BEHAVIOURS['keepalive_poison'] ?? (() => undefined));
    const services = createGuardedClient({ allow: ['127.0.0.1/32'], limits });
    closers.push(() => void services.close());
    const ask = async (): Promise<readonly string[]> =>
      (await pollOnce(http, { options: http.readOptions({ url: played.url }), services })).texts;
    expect([await ask(), await ask()]).toEqual([['first'], ['second']]);
  });
});
