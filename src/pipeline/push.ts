import { sha256 } from '../article/hash.ts';
import type { Journal } from '../store/journal.ts';
import { announce, type HandOut } from './hand-out.ts';
import type { Log } from './log.ts';

/** A document that came by itself. */
export interface Pushed {
  readonly feed: string;
  readonly bytes: Uint8Array;
  readonly transport: 'push' | 'websub';
  readonly mediaType?: string;
  /** Where it is published, without secrets. */
  readonly url?: string;
}

export interface PushDeps {
  readonly journal: Pick<Journal, 'feed' | 'keepRaw'>;
  readonly handOut: HandOut;
  readonly log: Log;
  /** The receiver's clock. */
  readonly clock: () => Date;
}

/** `known`: the feed has these bytes already. `paused`: a person stopped the feed, and the sender should try again later. */
export type Reception = 'kept' | 'known' | 'paused';

/** Keeps what was pushed; once this resolves it is on disk. @throws {Transient} where the journal is away: the sender tries again */
export async function keepPushed({ feed, bytes, ...about }: Pushed, { journal, handOut, log, clock }: PushDeps): Promise<Reception> {
  if ((await journal.feed(feed))?.paused === true) return 'paused';
  const { mediaType } = about;
  const headers = mediaType === undefined ? {} : { headers: { 'content-type': mediaType } };
  const kept = await journal.keepRaw({ feed, bytes, sha256: sha256(bytes), receivedAt: clock().toISOString(), ...headers, ...about });
  if (!kept.fresh) return 'known';
  await announce(feed, [kept.id], handOut, log);
  return 'kept';
}
