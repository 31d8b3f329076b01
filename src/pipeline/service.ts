import type { Queues } from '../queue/queues.ts';
import { startWorker, type RunningWorker, type WorkerWatch } from '../queue/workers.ts';
import type { FeedState } from '../store/feed-journal.ts';
import type { Journal } from '../store/journal.ts';
import { deliverTo, type DeliverDeps } from './deliver.ts';
import { pollFeed, type FetchDeps } from './fetch.ts';
import { followDocuments, type FollowDeps } from './follow.ts';
import { handOutOf } from './hand-out.ts';
import type { Log } from './log.ts';
import { normalizeBatch, type NormalizeDeps } from './normalize.ts';
import { startReconciler, type Reconciler } from './reconciler.ts';
import { settled } from './settled.ts';
import { tick } from './tick.ts';

/** What a process may do; any number of processes may share each role. */
export const ROLES = ['fetch', 'normalize', 'deliver'] as const;
export type Role = (typeof ROLES)[number];

export interface ServiceParts {
  /** Redis, for the workers' own connections. */
  readonly address: string;
  readonly journal: Journal;
  readonly queues: Queues;
  readonly fetch: Omit<FetchDeps, 'journal' | 'handOut' | 'log'>;
  readonly follow: Pick<FollowDeps, 'robots' | 'sleep'>;
  readonly normalize: Pick<NormalizeDeps, 'normalizeRaw' | 'readingOf'>;
  readonly deliver: Omit<DeliverDeps, 'journal' | 'log'>;
  /** Names of all that are sent to, as they are now. */
  readonly subscribers: () => Promise<readonly string[]>;
  readonly log: Log;
  readonly tickEveryMs: number;
}

/** The loops of one process. */
export interface Service {
  start(roles: readonly Role[]): Promise<void>;
  /** Takes no new work and waits for what is under way, at most `withinMs`; what is left then is taken over elsewhere. */
  stop(withinMs: number): Promise<void>;
  /** Resolves when every feed that was due has been polled and nothing is pending. */
  idle(signal: AbortSignal): Promise<void>;
}

/** Deliveries wait for the other side nearly all the time; subscribers that are added later find room too. */
const CONCURRENCY = { tick: 1, poll: 64, follow: 8, normalize: 2, deliver: 64 } as const;

export function createService(parts: ServiceParts): Service {
  const { journal, log, subscribers } = parts;
  let workers: RunningWorker[] = [];
  let reconciler: Reconciler | undefined;
  let dueAtStart: readonly FeedState[] = [];
  let startedAt = '';
  return {
    start: async (roles) => {
      startedAt = await journal.now();
      dueAtStart = (await journal.feeds()).filter((feed) => !feed.paused && feed.nextPollAt <= startedAt);
      const room = Math.max(CONCURRENCY.deliver, (await subscribers()).length);
      workers = roles.flatMap((role) => STARTERS[role](parts, room));
      reconciler = startReconciler({
        ...parts,
        handOut: handOutFor(parts),
        onError: (error) => {
          log.warn({ err: error }, 'reconciler: will try again');
        },
      });
    },
    stop: async (withinMs) => {
      reconciler?.stop();
      await reconciler?.idle();
      await closeWithin(workers, withinMs, log);
      workers = [];
    },
    idle: (signal) => settled({ journal, due: dueAtStart.map((feed) => feed.id), since: startedAt, subscribers }, signal),
  };
}

const STARTERS: Readonly<Record<Role, (parts: ServiceParts, room: number) => RunningWorker[]>> = {
  fetch: (parts) => {
    const { address, journal, queues, log } = parts;
    const deps: FetchDeps = { ...parts.fetch, journal, log, handOut: handOutFor(parts) };
    const following: FollowDeps = {
      ...{ ...parts.fetch, ...parts.follow, journal, log, readingOf: parts.normalize.readingOf },
      addNormalize: (feed, raws, round) => queues.addNormalize(feed, raws, round),
    };
    return [
      startWorker(
        address,
        'tick',
        CONCURRENCY.tick,
        async () => {
          await tick(journal, (feeds) => queues.addPolls(feeds));
        },
        watchOf(log),
      ),
      startWorker(address, 'poll', CONCURRENCY.poll, (job, signal) => pollFeed(job.feed, deps, signal), watchOf(log)),
      startWorker(
        address,
        'follow',
        CONCURRENCY.follow,
        (job, signal, closing) => followDocuments(job.raws, following, signal, closing),
        watchOf(log),
      ),
    ];
  },
  normalize: (parts) => {
    const { address, journal, queues, subscribers, log } = parts;
    const wake = async (): Promise<void> => {
      try {
        for (const name of await subscribers()) await queues.addDeliver(name);
      } catch (error) {
        log.warn({ err: error }, 'queue away: the reconciler will wake the subscribers');
      }
    };
    const deps: NormalizeDeps = { ...parts.normalize, journal, log, wake };
    return [
      startWorker(
        address,
        'normalize',
        CONCURRENCY.normalize,
        async (job) => {
          const tally = await normalizeBatch(job.raws, deps);
          log.info({ feed: job.feed, ...tally }, 'normalized');
        },
        watchOf(log),
      ),
    ];
  },
  deliver: (parts, room) => {
    const { address, journal, log } = parts;
    const deps: DeliverDeps = { ...parts.deliver, journal, log };
    return [
      startWorker(address, 'deliver', room, (job, signal, closing) => deliverTo(job.subscriber, deps, signal, closing), watchOf(log)),
    ];
  },
};

function handOutFor({ queues, fetch }: ServiceParts): ReturnType<typeof handOutOf> {
  return handOutOf(queues, (feed) => fetch.planOf(feed).follow === true);
}

function watchOf(log: Log): WorkerWatch {
  return {
    onError: (error) => {
      log.warn({ err: error }, 'queue');
    },
    onFault: (queue, job, fault) => {
      log.error({ queue, job, err: fault }, 'job failed');
    },
  };
}

async function closeWithin(workers: readonly RunningWorker[], withinMs: number, log: Log): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => {
      resolve('late');
    }, withinMs);
  });
  const closed = Promise.allSettled(workers.map((worker) => worker.close()));
  if ((await Promise.race([closed, late])) === 'late') {
    log.warn({ withinMs }, 'work under way did not end in time; it is taken over at the next start');
    for (const worker of workers) worker.abandon();
  }
  clearTimeout(timer);
}
