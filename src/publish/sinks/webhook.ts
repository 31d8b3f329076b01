import { Webhook } from 'standardwebhooks';
import { Misconfigured, Transient } from '../../faults.ts';
import { Gone } from '../gone.ts';
import type { Delivery, Sink, SinkKind, SinkServices } from '../sink.ts';

export interface WebhookOptions {
  readonly url: string;
  /** Newest first; while secrets rotate, each signs. `whsec_` and base64. */
  readonly secrets: readonly string[];
}

/** POSTs each event in order, signed after the Standard Webhooks specification (v1, 2023). */
export const webhook: SinkKind<WebhookOptions> = {
  name: 'webhook',
  readOptions(raw) {
    const url = raw['url'];
    const secret = raw['secret'] ?? raw['secrets'];
    const secrets = (Array.isArray(secret) ? secret : [secret]).filter((each): each is string => typeof each === 'string' && each !== '');
    if (typeof url !== 'string' || !/^https?:\/\//.test(url))
      throw new Misconfigured('config.sink', { message: 'A webhook sink needs an http(s) url', hint: 'Write url: https://…' });
    if (secrets.length === 0)
      throw new Misconfigured('config.sink', { message: 'A webhook sink needs a secret', hint: 'Write secret: ${env:WEBHOOK_SECRET}' });
    for (const each of secrets) assertSecret(each);
    return { url, secrets };
  },
  open({ url, secrets }, services) {
    const signers = secrets.map((secret) => new Webhook(secret));
    const sink: Sink = {
      async send(deliveries, signal) {
        for (const delivery of deliveries) await post(delivery, { url, signers, services, signal });
      },
      close: () => Promise.resolve(),
    };
    return Promise.resolve(sink);
  },
};

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
  readonly signers: readonly Webhook[];
  readonly services: SinkServices;
  readonly signal: AbortSignal;
}

async function post({ event, article, key }: Delivery, { url, signers, services, signal }: Post): Promise<void> {
  const body = JSON.stringify({ ...event, ...(article === undefined ? {} : { article }) });
  const at = services.now();
  const headers = {
    'content-type': 'application/json',
    'webhook-id': key,
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': signers.map((signer) => signer.sign(key, at, body)).join(' '),
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
