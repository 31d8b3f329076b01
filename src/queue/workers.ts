import { setMaxListeners } from 'node:events';
import { Worker } from 'bullmq';
import { connect } from './connection.ts';
import { queueName, type JobData, type QueueKind } from './names.ts';
import { backoffMs, BACKOFF, verdictOf } from './verdict.ts';

/**
 * What one queue's jobs are handed to. `signal` ends what is under way; `closing` asks long work to end after its next piece, for what is
 * left is found again at the next start. A throw is judged by `verdict.ts` alone.
 */
export type Handler<Kind extends QueueKind> = (job: JobData[Kind], signal: AbortSignal, closing: AbortSignal) => Promise<void>;

export interface WorkerWatch {
  /** The connection or the queue itself failed. */
  readonly onError: (error: Error) => void;
  /** A job failed, with the fault as it was thrown. */
  readonly onFault: (kind: QueueKind, job: unknown, fault: unknown) => void;
}

export interface RunningWorker {
  /** Takes no more jobs and resolves when those under way are done. */
  close(): Promise<void>;
  /** Drops the connections at once; unfinished jobs are taken over elsewhere. */
  abandon(): void;
}

// A killed worker's job is taken over after the lock and a look, 3 + 1 s. Where a work unit holds the event loop for longer, its job is done
// twice, which the journal does not notice.
const LOCK_MS = 3_000;
const STALLED_MS = 1_000;
/** Deploys in the middle of a job must not fail it for good. */
const MAX_STALLED = 5;

/** Starts to work on one queue. */
export function startWorker<Kind extends QueueKind>(
  address: string,
  kind: Kind,
  concurrency: number,
  handler: Handler<Kind>,
  { onError, onFault }: WorkerWatch,
): RunningWorker {
  const connection = connect(address, 'worker', onError);
  const [stopping, closing] = [new AbortController(), new AbortController()];
  // One listener for each poll and delivery in hand, and each takes its own away.
  setMaxListeners(0, stopping.signal, closing.signal);
  const worker = new Worker<JobData[Kind], void, string>(
    queueName(kind),
    async (job) => {
      try {
        await handler(job.data, stopping.signal, closing.signal);
      } catch (fault) {
        onFault(kind, job.data, fault);
        throw verdictOf(fault);
      }
    },
    {
      connection,
      concurrency,
      lockDuration: LOCK_MS,
      stalledInterval: STALLED_MS,
      maxStalledCount: MAX_STALLED,
      drainDelay: 5,
      settings: { backoffStrategy: (attempts, type, fault) => (type === BACKOFF ? backoffMs(attempts, fault, Math.random) : 0) },
    },
  );
  worker.on('error', onError);
  return {
    close: async () => {
      closing.abort();
      await worker.close();
      connection.disconnect();
    },
    abandon: () => {
      stopping.abort();
      connection.disconnect();
    },
  };
}
