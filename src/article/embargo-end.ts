import type { Status } from './status.ts';

/**
 * When an article that nothing but its embargo holds goes out by itself, ISO 8601 UTC. Null where nothing of that kind holds it, or where a
 * person decides: no instant is known, or there is a reason besides the embargo.
 */
export function embargoEnd({ effective, embargo, reasons }: Pick<Status, 'effective' | 'embargo' | 'reasons'>): string | null {
  if (effective !== 'embargoed' || embargo?.release !== 'automatic') return null;
  return reasons.every((reason) => reason.includes('embargo')) ? embargo.until.utc : null;
}
