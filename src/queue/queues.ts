import { Queue, type JobsOptions, type QueueOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import { connect, whenReady } from './connection.ts';
import { hostBudget, type HostBudget, type HostLimits } from './host-budget.ts';
import { jobId } from './job-id.ts';
import {
  queueName,
  QUEUES,
  type DeliverJob,
  type FollowJob,
  type NormalizeJob,
  type PollJob,
  type QueueKind,
  type TickJob,
} from './names.ts';
import { ATTEMPTS, BACKOFF } from './verdict.ts';

/** Jobs not yet finished, per queue. */
export type Backlog = Readonly<Record<QueueKind, number>>;

/** The producing side: adds hints about work that the journal knows of anyway. Every call fails fast while Redis is away. */
export interface Queues {
  addPolls(feeds: readonly string[]): Promise<void>;
  /** `round` tells a batch that is handed out again from the first time. */
  addNormalize(feed: string, raws: readonly number[], round: number): Promise<void>;
  /** Pages of these feed documents are to be fetched. `round` as in `addNormalize`. */
  addFollow(feed: string, raws: readonly number[], round: number): Promise<void>;
  addDeliver(subscriber: string): Promise<void>;
  /** Creates the tick scheduler where it is missing or has gone stale (FLUSHALL). */
  ensureTick(everyMs: number): Promise<void>;
  backlog(): Promise<Backlog>;
  ping(): Promise<void>;
  /** The hosts' budget in the same Redis. */
  readonly hosts: HostBudget;
  close(): Promise<void>;
}

const TICK = 'tick';
/** A scheduler this late has died. */
const STALE_MS = 10_000;
const KEEP_FAILED = { age: 7 * 24 * 3600, count: 5_000 };

/** Guards against a payload in a job; return values and events are kept small for the same reason. */
const DEFAULTS: Omit<QueueOptions, 'connection'> = {
  streams: { events: { maxLen: 1_000 } },
  defaultJobOptions: { removeOnComplete: true, removeOnFail: KEEP_FAILED, sizeLimit: 65_536 },
};

/** Opens the producing side. @throws the connection's error where Redis does not answer within five seconds. */
export async function openQueues(address: string, onError: (error: Error) => void, limits?: HostLimits): Promise<Queues> {
  const connection = connect(address, 'producer', onError);
  try {
    await whenReady(connection, 5_000);
  } catch (error) {
    connection.disconnect();
    throw error;
  }
  const open = <Data>(kind: QueueKind): Queue<Data, void> => {
    const queue = new Queue<Data, void, string>(queueName(kind), { connection, ...DEFAULTS });
    queue.on('error', onError);
    return queue;
  };
  const tick = open<TickJob>('tick');
  const poll = open<PollJob>('poll');
  const follow = open<FollowJob>('follow');
  const normalize = open<NormalizeJob>('normalize');
  const deliver = open<DeliverJob>('deliver');
  const all = { tick, poll, follow, normalize, deliver };
  return {
    addPolls: async (feeds) => {
      await poll.addBulk(
        feeds.map((feed) => ({ name: 'poll', data: { v: 1, feed }, opts: { attempts: 1, deduplication: { id: jobId('p', feed) } } })),
      );
    },
    addNormalize: async (feed, raws, round) => {
      await normalize.add('normalize', { v: 1, feed, raws }, { ...RETRIED, jobId: jobId('n', feed, round, ...raws) });
    },
    addFollow: async (feed, raws, round) => {
      await follow.add('follow', { v: 1, feed, raws }, { ...RETRIED, jobId: jobId('f', feed, round, ...raws) });
    },
    addDeliver: async (subscriber) => {
      // The last wish survives a running delivery, so that an event committed meanwhile is not left lying.
      const deduplication = { id: jobId('d', subscriber), keepLastIfActive: true };
      await deliver.add('deliver', { v: 1, subscriber }, { attempts: 1, deduplication });
    },
    ensureTick: (everyMs) => ensureTick(tick, everyMs),
    backlog: () => backlogOf(all),
    ping: async () => {
      await connection.ping();
    },
    hosts: hostBudget(connection, limits),
    close: () => closeAll(Object.values(all), connection),
  };
}

const RETRIED: JobsOptions = { attempts: ATTEMPTS, backoff: { type: BACKOFF } };

async function ensureTick(queue: Queue<TickJob, void>, everyMs: number): Promise<void> {
  const scheduler = await queue.getJobScheduler(TICK);
  const alive = scheduler?.every === everyMs && (scheduler.next ?? 0) > Date.now() - STALE_MS;
  if (!alive) await queue.upsertJobScheduler(TICK, { every: everyMs }, { name: TICK, data: { v: 1 }, opts: { attempts: 1 } });
}

type AnyQueue = Pick<Queue, 'getJobCounts' | 'close'>;

async function backlogOf(all: Readonly<Record<QueueKind, AnyQueue>>): Promise<Backlog> {
  const counted = await Promise.all(
    QUEUES.map(async (kind): Promise<[QueueKind, number]> => {
      const counts = await all[kind].getJobCounts('waiting', 'active', 'delayed', 'prioritized');
      return [kind, Object.values(counts).reduce((sum, count) => sum + count, 0)];
    }),
  );
  return Object.fromEntries(counted) as Record<QueueKind, number>;
}

/** BullMQ leaves a connection open that it was given, and an open one keeps the process alive. */
async function closeAll(queues: readonly AnyQueue[], connection: Redis): Promise<void> {
  await Promise.allSettled(queues.map((queue) => queue.close()));
  connection.disconnect();
}
