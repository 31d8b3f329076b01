import type { ReplayDeps } from '../pipeline/replay.ts';
import type { Journal } from '../store/journal.ts';

/** A subscriber as the config has it, without what is secret. */
export interface SubscriberSettings {
  readonly name: string;
  readonly kind: string;
  readonly encoding: string;
  readonly filter: object;
  /** It gets copy under embargo too, marked as such. */
  readonly embargoed: boolean;
}

/** What the routes of those who steer wirecopy need. */
export interface DeskOptions extends Pick<ReplayDeps, 'normalizeRaw' | 'readingOf'> {
  readonly journal: Journal;
  /** Those of the config. */
  readonly subscribers: readonly SubscriberSettings[];
  /** What the secrets of those that are added over HTTP are derived from; without it none can be added. */
  readonly secretKey?: string;
  /** Whether something may be sent to a URL. @throws {BadInput} `net.refused-*`; {Transient} `net.no-answer` */
  readonly checkTarget: (url: string) => Promise<void>;
}
