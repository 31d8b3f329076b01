import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What is derived from the one secret of the config, so that none has to be kept. */
export interface HubKeys {
  /** The unguessable part of the address at which the hub calls back. */
  token(feed: string): string;
  isToken(feed: string, given: string): boolean;
  /** What the hub signs with. Another topic or hub gets another one. */
  secret(feed: string, topic: string, hub: string): string;
}

export function hubKeys(master: string): HubKeys {
  const derived = (...parts: readonly string[]): string => createHmac('sha256', master).update(JSON.stringify(parts)).digest('hex');
  const token = (feed: string): string => derived('callback', feed).slice(0, 40);
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return {
    token,
    isToken: (feed, given) => timingSafeEqual(digest(token(feed)), digest(given)),
    secret: (feed, topic, hub) => derived('secret', feed, topic, hub),
  };
}
