import type { FastifyInstance } from 'fastify';
import { steerSubscriber, type SubscriberAct } from '../pipeline/steer-subscriber.ts';
import { deliveryCursor } from '../store/delivery-row.ts';
import type { DeskOptions } from './desk-options.ts';
import { DeliveriesBody, DeliveriesQuery, ReasonBody, RedeliverBody, SubscriberBody, SubscriberParams } from './desk-schemas.ts';
import { problem } from './problem.ts';
import { findSubscriber, listSubscribers, noSubscriber, subscriberBody } from './subscriber-list.ts';

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

function addStates(app: FastifyInstance, desk: DeskOptions): void {
  const { journal } = desk;
  app.get(
    '/v1/subscribers',
    {
      config: { role: 'operator' },
      schema: { summary: 'Every subscriber, and how far it is', response: { 200: { type: 'array', items: SubscriberBody } } },
    },
    async () =>
      Promise.all((await listSubscribers(desk)).map(async (listed) => subscriberBody(listed, await journal.subscriber(listed.name)))),
  );
  app.get<{ Params: SubscriberParams }>(
    '/v1/subscribers/:name',
    { config: { role: 'operator' }, schema: { summary: 'One subscriber', params: SubscriberParams, response: one } },
    async ({ params: { name } }, reply) => {
      const listed = await findSubscriber(name, desk);
      return listed === undefined ? noSubscriber(reply) : subscriberBody(listed, await journal.subscriber(name));
    },
  );
}

interface Verb {
  readonly verb: SubscriberAct['verb'];
  readonly summary: string;
  readonly schema: object;
}

function addVerb(app: FastifyInstance, desk: DeskOptions, { verb, summary, schema }: Verb): void {
  const { journal } = desk;
  app.post<{ Params: SubscriberParams; Body: RedeliverBody }>(
    `/v1/subscribers/:name/${verb}`,
    {
      config: { role: 'operator' },
      schema: { summary, params: SubscriberParams, body: schema, response: { ...one, 410: problem } },
    },
    async ({ params: { name }, body: { reason, since, cursor }, caller }, reply) => {
      const listed = await findSubscriber(name, desk);
      if (listed === undefined) return noSubscriber(reply);
      const from = {
        ...(since === undefined ? {} : { since: new Date(since).toISOString() }),
        ...(cursor === undefined ? {} : { cursor: cursor === 'now' ? await journal.head() : cursor }),
      };
      return subscriberBody(listed, await steerSubscriber(name, { verb, ...from }, { actor: caller.name, reason }, journal));
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
