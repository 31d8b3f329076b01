import type { FastifyInstance } from 'fastify';
import { replayAll } from '../pipeline/replay-all.ts';
import { quarantineSubject, type QuarantineQuery } from '../store/replay.ts';
import type { DeskOptions } from './desk-options.ts';
import { DiscardBody, DiscardedBody, GroupsBody, ItemsBody, ItemsQuery, ReplayBody, ReplayedBody } from './desk-schemas.ts';
import { problem } from './problem.ts';

const SAMPLES = 3;

/** What could not be read: by cause, item by item, read again and given up. */
export function addQuarantine(app: FastifyInstance, desk: DeskOptions): void {
  addReading(app, desk);
  addReplay(app, desk);
  app.post<{ Body: DiscardBody }>(
    '/v1/quarantine/discard',
    {
      config: { role: 'operator' },
      schema: {
        summary: 'Give items up: they wait no more; the bytes stay',
        ...{ body: DiscardBody, response: { 200: DiscardedBody, 400: problem } },
      },
    },
    async ({ body: { reason, ...which }, caller }) => ({
      discarded: await desk.journal.discardQuarantine(which, { actor: caller.name, reason }),
    }),
  );
}

function addReading(app: FastifyInstance, { journal }: DeskOptions): void {
  app.get(
    '/v1/quarantine',
    { config: { role: 'operator' }, schema: { summary: 'What could not be read, by cause', response: { 200: GroupsBody } } },
    async () => ({ groups: await journal.quarantineGroups() }),
  );
  app.get<{ Querystring: ItemsQuery }>(
    '/v1/quarantine/items',
    {
      config: { role: 'operator' },
      schema: { summary: 'What could not be read, the newest first', querystring: ItemsQuery, response: { 200: ItemsBody, 400: problem } },
    },
    async ({ query: { limit = 50, ...which } }) => ({ items: await journal.quarantine(limit, which) }),
  );
}

function addReplay(app: FastifyInstance, desk: DeskOptions): void {
  app.post<{ Body: ReplayBody }>(
    '/v1/quarantine/replay',
    {
      config: { role: 'operator' },
      schema: {
        summary: 'Read items again with the current rules, and release what can be read now',
        ...{ body: ReplayBody, response: { 200: ReplayedBody, 400: problem } },
      },
    },
    async ({ body: { reason, dryRun = false, after = 0, limit = 100, ...which }, caller }) => {
      const waiting = (await desk.journal.rawsInQuarantine(which)).filter((id) => id > after);
      const rawIds = waiting.slice(0, limit);
      const report = await replayAll(
        { rawIds, onlyQuarantined: true, dryRun, samples: SAMPLES, subject: quarantineSubject(which satisfies QuarantineQuery) },
        { actor: caller.name, reason },
        desk,
      );
      return { dryRun, ...report, next: waiting.length > limit ? (rawIds.at(-1) ?? null) : null };
    },
  );
}
