import type { FastifyInstance } from 'fastify';
import { steerSubscriber, type SubscriberAct } from '../pipeline/steer-subscriber.ts';
import { deliveryCursor } from '../store/delivery-row.ts';
import type { SubscriberState } from '../store/journal.ts';
import type { DeskOptions, SubscriberSettings } from './desk-options.ts';
import { DeliveriesBody, DeliveriesQuery, ReasonBody, RedeliverBody, SubscriberBody, SubscriberParams } from './desk-schemas.ts';
import { problem, sendProblem } from './problem.ts';

const one = { 200: SubscriberBody, 400: problem, 404: problem };

/** Who is sent what and how far he is, a hand on it, and the log of deliveries. */
export function addSubscribers(app: FastifyInstance, desk: DeskOptions): void {
  addStates(app, desk);
  for (const [verb, summary, schema] of VERBS) addVerb(app, desk, { verb, summary, schema });
  addDeliveries(app, desk);
}

const VERBS: readonly [SubscriberAct['verb'], string, object][] = [
  ['pause', 'Send nothing until it is resumed', ReasonBody],
  ['resume', 'Send again, from where it was paused', ReasonBody],
  ['enable', 'Send again after it answered 410', ReasonBody],
  ['redeliver', 'Send again what came since an instant or after a cursor, or everything', RedeliverBody],
];

function addStates(app: FastifyInstance, { journal, subscribers }: DeskOptions): void {
  app.get(
    '/v1/subscribers',
    {
      config: { role: 'operator' },
      schema: { summary: 'Every subscriber, and how far it is', response: { 200: { type: 'array', items: SubscriberBody } } },
    },
    () => Promise.all(subscribers.map(async (settings) => bodyOf(settings, await journal.subscriber(settings.name)))),
  );
  app.get<{ Params: SubscriberParams }>(
    '/v1/subscribers/:name',
    { config: { role: 'operator' }, schema: { summary: 'One subscriber', params: SubscriberParams, response: one } },
    async ({ params: { name } }, reply) => {
      const settings = subscribers.find((each) => each.name === name);
      return settings === undefined ? unknown(reply) : bodyOf(settings, await journal.subscriber(name));
    },
  );
}

interface Verb {
  readonly verb: SubscriberAct['verb'];
  readonly summary: string;
  readonly schema: object;
}

function addVerb(app: FastifyInstance, { journal, subscribers }: DeskOptions, { verb, summary, schema }: Verb): void {
  app.post<{ Params: SubscriberParams; Body: RedeliverBody }>(
    `/v1/subscribers/:name/${verb}`,
    {
      config: { role: 'operator' },
      schema: { summary, params: SubscriberParams, body: schema, response: { ...one, 410: problem } },
    },
    async ({ params: { name }, body: { reason, since, cursor }, caller }, reply) => {
      const settings = subscribers.find((each) => each.name === name);
      if (settings === undefined) return unknown(reply);
      const from = {
        ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
        ...(cursor === undefined ? {} : { cursor: cursor === 'now' ? await journal.head() : cursor }),
      };
      return bodyOf(settings, await steerSubscriber(name, { verb, ...from }, { actor: caller.name, reason }, journal));
    },
  );
}

function addDeliveries(app: FastifyInstance, { journal }: DeskOptions): void {
  app.get<{ Querystring: DeliveriesQuery }>(
    '/v1/deliveries',
    {
      config: { role: 'operator' },
      schema: {
        summary: 'What became of each event at each subscriber, newest first',
        ...{ querystring: DeliveriesQuery, response: { 200: DeliveriesBody, 400: problem } },
      },
    },
    async ({ query: { article, limit = 50, ...query } }) => {
      const deliveries = await journal.deliveries({ ...query, limit, ...(article === undefined ? {} : { articleId: article }) });
      const last = deliveries.at(-1);
      return { deliveries, next: last === undefined || deliveries.length < limit ? null : deliveryCursor(last) };
    },
  );
}

function bodyOf({ name, kind, encoding, filter, embargoed }: SubscriberSettings, state: SubscriberState): object {
  return { ...state, name, kind, encoding, filter, embargoed };
}

function unknown(reply: Parameters<typeof sendProblem>[0]): ReturnType<typeof sendProblem> {
  return sendProblem(reply, 404, { code: 'subscriber.unknown', detail: 'No subscriber has this name' });
}
