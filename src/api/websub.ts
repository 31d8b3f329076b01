import type { FastifyInstance } from 'fastify';
import { Type } from 'typebox';
import { SHORT_NAME } from '../article/short-name.ts';
import { sentenceOf, Transient } from '../faults.ts';
import { isFromHub } from '../ingest/push-signatures.ts';
import type { HubKeys } from '../ingest/websub/keys.ts';
import type { Pushed, Reception } from '../pipeline/push.ts';
import type { HubSubscription } from '../store/hub-subscriptions.ts';
import type { Journal } from '../store/journal.ts';
import { sendProblem } from './problem.ts';
import { addRawBodies, bodyOf, MAX_PUSH_BYTES } from './raw-bodies.ts';

export interface WebsubOptions {
  readonly journal: Pick<Journal, 'hubSubscription' | 'saveHub'>;
  readonly keys: HubKeys;
  readonly keep: (pushed: Pushed) => Promise<Reception>;
  /** Told of pushes that are not from the hub. */
  readonly onForged?: (feed: string) => void;
}

const Callback = Type.Object({
  feed: Type.String({ pattern: SHORT_NAME.source }),
  token: Type.String({ maxLength: 100 }),
});
interface Called {
  readonly Params: { readonly feed: string; readonly token: string };
  readonly Querystring: Readonly<Record<string, unknown>>;
}

/** A lease is renewed when so much of it is over. */
const RENEW_AT = 0.8;
const LEAST_LEASE_S = 60;
const MOST_LEASE_S = 90 * 86_400;
const USUAL_LEASE_S = 10 * 86_400;
const DENIED_AGAIN_MS = 24 * 3_600_000;
const LONGEST_CHALLENGE = 4_000;

/**
 * Where hubs call back (WebSub, W3C 2018): `GET` to verify or deny a subscription, `POST` to push. The address has a part that nobody can
 * guess; whoever does not know it is told that there is nothing. A feed that no longer wants to be pushed is gone (410), and the hub forgets it.
 */
export function addWebsub(app: FastifyInstance, options: WebsubOptions): void {
  const known = async ({ feed, token }: Called['Params']): Promise<HubSubscription | 'gone' | undefined> => {
    if (!options.keys.isToken(feed, token)) return undefined;
    return (await options.journal.hubSubscription(feed)) ?? 'gone';
  };
  const route = { config: { role: 'open' as const }, schema: { hide: true, params: Callback } };
  app.get<Called>('/v1/websub/:feed/:token', route, async (request, reply) => {
    const subscription = await known(request.params);
    const given = subscription === undefined || subscription === 'gone' ? undefined : await verdictOn(request.query, subscription, options);
    if (given === undefined) return sendProblem(reply, 404, { code: 'api.no-route' });
    return reply.type('text/plain; charset=utf-8').serializer(String).send(given);
  });
  addRawBodies(app, (raw) => {
    raw.post<Called>(
      '/v1/websub/:feed/:token',
      {
        ...route,
        bodyLimit: MAX_PUSH_BYTES,
        // Before the body is read.
        onRequest: async (request, reply) => {
          const subscription = await known(request.params);
          if (subscription === undefined) return sendProblem(reply, 404, { code: 'api.no-route' });
          if (subscription === 'gone')
            return sendProblem(reply, 410, { code: 'websub.unwanted', detail: 'This feed is not pushed any more' });
          return undefined;
        },
      },
      async (request, reply) => {
        const subscription = await options.journal.hubSubscription(request.params.feed);
        const body = bodyOf(request);
        const { feed, hub, topic } = subscription ?? { feed: request.params.feed, hub: null, topic: null };
        const isGenuine = hub !== null && topic !== null && isFromHub(request.headers, body, options.keys.secret(feed, topic, hub));
        // Section 8: whoever forges is not told that it was noticed.
        if (!isGenuine || body.length === 0) {
          options.onForged?.(feed);
          return reply.code(202).send();
        }
        const mediaType = request.headers['content-type'];
        const about = { url: bareUrl(topic), ...(mediaType === undefined ? {} : { mediaType }) };
        const became = await options.keep({ feed, bytes: body, transport: 'websub', ...about });
        return reply.code(became === 'paused' ? 503 : 202).send();
      },
    );
  });
}

/** What a hub that asks is answered: its challenge where we did ask for this; undefined where we did not. */
async function verdictOn(
  query: Called['Querystring'],
  { feed, topic }: HubSubscription,
  { journal }: WebsubOptions,
): Promise<string | undefined> {
  const [mode, about, challenge, lease, reason] = ['hub.mode', 'hub.topic', 'hub.challenge', 'hub.lease_seconds', 'hub.reason'].map(
    (name) => (typeof query[name] === 'string' ? query[name] : undefined),
  );
  if (topic === null || about !== topic) return undefined;
  if (mode === 'denied') {
    const said = (reason ?? 'it gave no reason').replace(/[^\x20-\x7e]/g, ' ').slice(0, 200);
    const fault = new Transient('websub.denied', {
      message: `The hub does not push this feed to us: ${said}`,
      hint: 'It is asked again tomorrow',
    });
    await journal.saveHub(feed, { state: 'denied', error: sentenceOf(fault), nextInMs: DENIED_AGAIN_MS });
    return '';
  }
  if (mode !== 'subscribe' || challenge === undefined || challenge === '' || challenge.length > LONGEST_CHALLENGE) return undefined;
  const seconds = /^\d{1,9}$/.test(lease ?? '') ? Math.min(Math.max(Number(lease), LEAST_LEASE_S), MOST_LEASE_S) : USUAL_LEASE_S;
  await journal.saveHub(feed, { state: 'active', leaseInMs: seconds * 1_000, nextInMs: seconds * 1_000 * RENEW_AT });
  return challenge;
}

/** Without query and fragment: tokens travel there. */
function bareUrl(text: string): string {
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`;
}
