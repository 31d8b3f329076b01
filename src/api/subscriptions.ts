import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { Transient } from '../faults.ts';
import { derivedSecret, keyIdOf } from '../publish/derived-secret.ts';
import { withoutSecrets } from '../secret-shapes.ts';
import type { Subscription } from '../store/subscriptions.ts';
import type { DeskOptions } from './desk-options.ts';
import { ReasonBody, SubscriberBody, type SubscriberParams } from './desk-schemas.ts';
import { problem, sendProblem } from './problem.ts';
import { noSubscriber, ofJournal, subscriberBody } from './subscriber-list.ts';
import { AddedParams, AddSubscriberBody, RotateBody, UpdateSubscriberBody, WithSecretBody } from './subscription-schemas.ts';

const refusals = { 400: problem, 404: problem, 409: problem, 422: problem };

/**
 * Subscribers over HTTP: added, changed, given a new secret, removed. Webhooks only, for other kinds hold credentials of the other side or write
 * where this process may, and those belong into the config; what the config has is changed there.
 */
export function addSubscriptions(app: FastifyInstance, desk: DeskOptions): void {
  addNew(app, desk);
  addUpdate(app, desk);
  addRotate(app, desk);
  addRemove(app, desk);
}

function addNew(app: FastifyInstance, desk: DeskOptions): void {
  const { journal, secretKey } = desk;
  app.post<{ Body: AddSubscriberBody }>(
    '/v1/subscribers',
    {
      config: { role: 'admin', shownOnce: 'secret' },
      schema: {
        summary: 'Add a webhook; its secret is shown once',
        ...{ body: AddSubscriberBody, response: { 201: WithSecretBody, 410: problem, ...refusals } },
      },
    },
    async ({ body: { reason, name, kind = 'webhook', url, encoding = 'canonical', filter = {}, from = 'now' }, caller }, reply) => {
      if (kind !== 'webhook')
        return sendProblem(reply, 422, {
          code: 'subscriber.kind',
          detail: `Only webhooks are added over HTTP; a ${kind} belongs into the config`,
        });
      if (secretKey === undefined) return withoutKey(reply);
      if (isConfigured(name, desk)) return ofConfig(reply, name);
      if (!(await mayBeSentTo(url, reply, desk))) return reply;
      const settings = { name, url, encoding, filter, salt: randomBytes(16).toString('hex'), keyId: keyIdOf(secretKey) };
      const made = await journal.addSubscription(
        { ...settings, from: from === 'now' ? await journal.head() : from },
        { actor: caller.name, reason },
      );
      const added = made ? await journal.subscription(name) : null;
      if (added === null)
        return sendProblem(reply, 409, { code: 'subscriber.taken', detail: `${name} is, or was, a subscriber: the logs name it so` });
      return reply.code(201).send(await withSecret(added, secretKey, desk));
    },
  );
}

function addUpdate(app: FastifyInstance, desk: DeskOptions): void {
  app.post<{ Params: SubscriberParams; Body: UpdateSubscriberBody }>(
    '/v1/subscribers/:name/update',
    {
      config: { role: 'admin' },
      schema: {
        summary: 'Change the address, encoding or filter of a subscriber that was added over HTTP',
        ...{ params: AddedParams, body: UpdateSubscriberBody, response: { 200: SubscriberBody, ...refusals } },
      },
    },
    async ({ params: { name }, body: { reason, ...change }, caller }, reply) => {
      if (isConfigured(name, desk)) return ofConfig(reply, name);
      if (change.url !== undefined && !(await mayBeSentTo(change.url, reply, desk))) return reply;
      const changed = await desk.journal.changeSubscription(name, change, { actor: caller.name, reason });
      return changed === null ? noSubscriber(reply) : subscriberBody(ofJournal(changed), await desk.journal.subscriber(name));
    },
  );
}

function addRotate(app: FastifyInstance, desk: DeskOptions): void {
  const { journal, secretKey } = desk;
  app.post<{ Params: SubscriberParams; Body: RotateBody }>(
    '/v1/subscribers/:name/rotate',
    {
      config: { role: 'admin', shownOnce: 'secret' },
      schema: {
        summary: 'A new secret, shown once; for a while both sign',
        ...{ params: AddedParams, body: RotateBody, response: { 200: WithSecretBody, ...refusals } },
      },
    },
    async ({ params: { name }, body: { reason, overlap = 86_400 }, caller }, reply) => {
      if (isConfigured(name, desk)) return ofConfig(reply, name);
      if (secretKey === undefined) return withoutKey(reply);
      const rotation = { overlapMs: overlap * 1_000, keyId: keyIdOf(secretKey) };
      const rotated = await journal.rotateSubscription(name, rotation, { actor: caller.name, reason });
      return rotated === null ? noSubscriber(reply) : withSecret(rotated, secretKey, desk);
    },
  );
}

function addRemove(app: FastifyInstance, desk: DeskOptions): void {
  app.post<{ Params: SubscriberParams; Body: ReasonBody }>(
    '/v1/subscribers/:name/remove',
    {
      config: { role: 'admin' },
      schema: {
        summary: 'Send nothing more to a subscriber that was added over HTTP; its name is not given again',
        ...{ params: AddedParams, body: ReasonBody, response: { 204: { type: 'null' }, ...refusals } },
      },
    },
    async ({ params: { name }, body: { reason }, caller }, reply) => {
      if (isConfigured(name, desk)) return ofConfig(reply, name);
      return (await desk.journal.removeSubscription(name, { actor: caller.name, reason })) ? reply.code(204).send() : noSubscriber(reply);
    },
  );
}

async function withSecret(subscription: Subscription, key: string, { journal }: DeskOptions): Promise<object> {
  const body = subscriberBody(ofJournal(subscription), await journal.subscriber(subscription.name));
  return { ...body, secret: derivedSecret(key, subscription) };
}

function isConfigured(name: string, { subscribers }: DeskOptions): boolean {
  return subscribers.some((each) => each.name === name);
}

/**
 * Answers, and says no, where the address holds a credential, for it is kept and listed, or where the guard lets nothing out to. @throws {BadInput}
 * `net.refused-*`
 */
async function mayBeSentTo(url: string, reply: FastifyReply, { checkTarget }: DeskOptions): Promise<boolean> {
  if (!URL.canParse(url) || withoutSecrets(url) !== url) {
    const detail = 'The address cannot be read, or holds a user, password or token: it is kept and listed. The signature proves who sends';
    await sendProblem(reply, 422, { code: 'subscriber.url', detail });
    return false;
  }
  try {
    await checkTarget(url);
    return true;
  } catch (thrown) {
    if (!(thrown instanceof Transient)) throw thrown;
    await sendProblem(reply, 422, { code: 'subscriber.url', detail: thrown.message });
    return false;
  }
}

function ofConfig(reply: FastifyReply, name: string): FastifyReply {
  return sendProblem(reply, 409, { code: 'subscriber.in-config', detail: `${name} stands in the config of wirecopy: change it there` });
}

function withoutKey(reply: FastifyReply): FastifyReply {
  const detail = 'Set `secret: ${env:WIRECOPY_SECRET}` in the config: the secrets of subscribers are derived from it';
  return sendProblem(reply, 422, { code: 'subscriber.no-key', detail });
}
