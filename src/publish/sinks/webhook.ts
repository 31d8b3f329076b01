import { Webhook } from 'standardwebhooks';
import { Misconfigured, Transient } from '../../faults.ts';
import { Gone } from '../gone.ts';
import { messageOf } from '../message.ts';
import type { Delivery, Sink, SinkKind, SinkServices } from '../sink.ts';

export interface WebhookOptions {
  readonly url: string;
  readonly secrets: readonly Secret[];
}

/** `whsec_` and base64. While secrets rotate, each signs; an old one until its last moment. */
interface Secret {
  readonly secret: string;
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** POSTs each event in order, signed after the Standard Webhooks specification (v1, 2023). */
export const webhook: SinkKind<WebhookOptions> = {
  name: 'webhook',
  readOptions(raw) {
    const url = raw['url'];
    if (typeof url !== 'string' || !/^https?:\/\//.test(url))
      throw new Misconfigured('config.sink', { message: 'A webhook sink needs an http(s) url', hint: 'Write url: https://…' });
    const given = raw['secret'] ?? raw['secrets'];
    const secrets = (Array.isArray(given) ? (given as unknown[]) : [given]).flatMap(secretOf);
    if (!secrets.some(({ until }) => until === Infinity))
      throw new Misconfigured('config.sink', {
        message: 'A webhook sink needs a secret that does not end',
        hint: 'Write secret: ${env:WEBHOOK_SECRET}',
      });
    for (const { secret } of secrets) assertSecret(secret);
    return { url, secrets };
  },
  open({ url, secrets }, services) {
    const signers = secrets.map(({ secret, until }) => ({ signer: new Webhook(secret), until }));
    const sink: Sink = {
      async send(deliveries, signal, done) {
        for (const delivery of deliveries) {
          await post(delivery, { url, signers, services, signal });
          done?.();
        }
      },
      close: () => Promise.resolve(),
    };
    return Promise.resolve(sink);
  },
};

/** A secret alone, or `{ secret, until }` for one that is on its way out. */
function secretOf(given: unknown): Secret[] {
  if (typeof given === 'string' && given !== '') return [{ secret: given, until: Infinity }];
  if (typeof given !== 'object' || given === null) return [];
  const { secret, until } = given as { readonly secret?: unknown; readonly until?: unknown };
  const end = typeof until === 'string' && /(?:Z|[+-]\d\d:\d\d)$/.test(until) ? Date.parse(until) : Number.NaN;
  if (typeof secret !== 'string' || secret === '' || Number.isNaN(end))
    throw new Misconfigured('config.sink', {
      message: 'An old webhook secret needs its last moment',
      hint: 'Write { secret: ${env:OLD_SECRET}, until: "2026-12-01T00:00:00Z" }',
    });
  return [{ secret, until: end }];
}

function assertSecret(secret: string): void {
  try {
    new Webhook(secret);
  } catch {
    throw new Misconfigured('config.sink', {
      message: 'A webhook secret is not base64',
      hint: 'Make one: echo "whsec_$(openssl rand -base64 32)"',
    });
  }
}

interface Post {
  readonly url: string;
  readonly signers: readonly { readonly signer: Webhook; readonly until: number }[];
  readonly services: SinkServices;
  readonly signal: AbortSignal;
}

async function post(delivery: Delivery, { url, signers, services, signal }: Post): Promise<void> {
  const { key } = delivery;
  const body = messageOf(delivery);
  const at = services.now();
  const headers = {
    'content-type': 'application/json',
    'webhook-id': key,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signers
      .filter(({ until }) => at.getTime() < until)
      .map(({ signer }) => signer.sign(key, at, body))
      .join(' '),
  };
  const answer = await services.request({ method: 'POST', url, headers, body, signal });
  if (answer.status >= 200 && answer.status < 300) return;
  if (answer.status === 410) throw new Gone('The subscriber answered 410 Gone');
  throw new Transient('sink.webhook', `The subscriber answered ${answer.status}`, retryAfter(answer.headers['retry-after'], at));
}

/** Milliseconds of a Retry-After header, in seconds or as an HTTP date. */
function retryAfter(header: string | undefined, now: Date): number | undefined {
  if (header === undefined) return undefined;
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now.getTime());
}
