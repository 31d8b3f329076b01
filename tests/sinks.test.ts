import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encoderOf } from '../src/publish/encodings.ts';
import { gate } from '../src/publish/gate.ts';
import { Gone } from '../src/publish/gone.ts';
import { messageOf } from '../src/publish/message.ts';
import type { Delivery, SinkServices } from '../src/publish/sink.ts';
import { openSink } from '../src/publish/sinks.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';
import { story } from './contract/journal.ts';

const signal = new AbortController().signal;
const services: SinkServices = {
  now: () => new Date(),
  resolve: (host) => Promise.resolve(host),
  request: async ({ url, ...init }) => {
    const answer = await fetch(url, init);
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
  },
};

function delivery(articleId: string, revision: number, kill = false): Delivery {
  const type = kill ? 'article.killed' : 'article.created';
  const event = { cursor: '1', type, articleId, revision, occurredAt: '2026-03-09T09:00:00Z' };
  return { event, key: `${articleId}@${revision}`, ...(kill ? {} : { article: encoderOf('canonical')(story('a', '1', 'Ferry late')) }) };
}

test('directory: redelivery adds nothing, a cut line is mended, a kill removes the story, names stay inside', async () => {
  const path = mkdtempSync(join(tmpdir(), 'wirecopy-sink-'));
  const files = (): string[] =>
    readdirSync(join(path, 'articles'), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.json'));
  const lines = (): string[] => readFileSync(join(path, 'events.ndjson'), 'utf8').trimEnd().split('\n');
  const sink = await openSink('directory', { path }, services);
  await sink.send([delivery('../../etc/x', 1), delivery('../../etc/x', 2)], signal);
  await sink.send([delivery('../../etc/x', 1)], signal);
  await sink.close();
  appendFileSync(join(path, 'events.ndjson'), '{"type":"article.cre');
  const again = await openSink('directory', { path }, services);
  await again.send([delivery('../../etc/x', 2)], signal);
  expect([lines().length, files().length]).toEqual([2, 2]);
  await again.send([delivery('../../etc/x', 3, true), delivery('../../etc/x', 4)], signal);
  await again.close();
  expect(files().map((name) => name.split('/').at(-1))).toEqual(['killed.json']);
  for (const line of lines()) expect(() => JSON.parse(line) as unknown).not.toThrow();
  rmSync(path, { recursive: true, force: true });
});

test('webhook: signed by each secret, in order; 410 ends it, 503 asks to wait', async () => {
  const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'];
  const ids: unknown[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      for (const secret of secrets) new Webhook(secret).verify(Buffer.concat(parts).toString(), headers);
      ids.push(headers['webhook-id']);
      response.writeHead(status, { 'retry-after': '7' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const sink = await openSink('webhook', { url, secrets }, services);
  await sink.send([delivery('TST:a', 1), delivery('TST:a', 2, true)], signal);
  expect(ids).toEqual(['TST:a@1', 'TST:a@2']);
  status = 503;
  await expect(sink.send([delivery('TST:a', 3)], signal)).rejects.toMatchObject({ name: 'Transient', retryAfterMs: 7_000 });
  status = 410;
  await expect(sink.send([delivery('TST:a', 3)], signal)).rejects.toBeInstanceOf(Gone);
  server.close();
});

test('webhook: while a secret changes both sign, and the old one ends by itself', async () => {
  const [fresh, old] = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'] as const;
  let now = new Date('2026-03-09T09:59:59Z');
  const signatures: string[] = [];
  const request = ({ headers }: { headers: Readonly<Record<string, string>> }) => {
    signatures.push(headers['webhook-signature'] ?? '');
    return Promise.resolve({ status: 204, headers: {}, body: '' });
  };
  const options = { url: 'https://paper.example/in', secrets: [fresh, { secret: old, until: '2026-03-09T10:00:00Z' }] };
  const sink = await openSink('webhook', options, { ...services, request, now: () => now });
  await sink.send([delivery('TST:a', 1)], signal);
  now = new Date('2026-03-09T10:00:00Z');
  await sink.send([delivery('TST:a', 2)], signal);
  expect(signatures.map((each) => each.split(' ').length)).toEqual([2, 1]);
  const { key, event, article } = delivery('TST:a', 2);
  const body = messageOf({ key, event, ...(article === undefined ? {} : { article }) });
  expect(signatures[1]).toBe(new Webhook(fresh).sign(key, now, body));
});

test('gate: whatever the order, nothing of a killed story passes but the kill', async () => {
  const step = fc.record({ story: fc.constantFrom('a', 'b'), key: fc.integer({ min: 1, max: 12 }), kill: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const journal = openSqliteJournal(':memory:');
      const raw = { feed: 'f', bytes: new Uint8Array(1), sha256: 'x', receivedAt: '2026-03-09T09:00:00Z' };
      const { id: rawId } = await journal.keepRaw(raw);
      const kill = { kind: 'kill', effective: 'canceled', publishable: false } as const;
      for (const [index, each] of steps.entries()) {
        const article = story(each.story, String(each.key), `text ${index}`, each.kill ? kill : {});
        await journal.commit([{ rawId, items: [{ kind: 'article', index, article }], last: false }]);
      }
      const killed = new Set(steps.filter((each) => each.kill).map((each) => `TST:${each.story}`));
      const passed = (await journal.events('0', 100)).filter((view) => gate(view).pass);
      for (const { event } of passed) if (killed.has(event.articleId)) expect(event.type).toBe('article.killed');
      await journal.close();
    }),
    { numRuns: 60 },
  );
});
