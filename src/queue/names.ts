/** One queue per stage. */
export const QUEUES = ['tick', 'poll', 'follow', 'normalize', 'deliver'] as const;
export type QueueKind = (typeof QUEUES)[number];

/** The name in Redis. The hash tag keeps all keys in one slot, so that a Redis Cluster works. */
export function queueName(kind: QueueKind): string {
  return `{wirecopy}-${kind}`;
}

/** Jobs hold references, never payloads. `v` is raised when a field changes its meaning. */
export interface TickJob {
  readonly v: 1;
}
export interface PollJob {
  readonly v: 1;
  readonly feed: string;
}
export interface FollowJob {
  readonly v: 1;
  readonly feed: string;
  /** Ids of raw rows, at most `BATCH`. */
  readonly raws: readonly number[];
}
export interface NormalizeJob {
  readonly v: 1;
  readonly feed: string;
  /** Ids of raw rows, at most `BATCH`. */
  readonly raws: readonly number[];
}
export interface DeliverJob {
  readonly v: 1;
  readonly subscriber: string;
}
export interface JobData {
  readonly tick: TickJob;
  readonly poll: PollJob;
  readonly follow: FollowJob;
  readonly normalize: NormalizeJob;
  readonly deliver: DeliverJob;
}

/** References in one job: the knee of the throughput curve lies between 20 and 50. */
export const BATCH = 50;
