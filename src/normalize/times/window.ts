/** Wire copy is not older, and no clock runs further ahead: a moment outside is a mistake of the source. */
const EARLIEST = Date.UTC(1990, 0, 1);
const AHEAD = 48 * 3_600_000;

/** True for an instant within [1990, now + 48 h]; both ISO 8601 UTC. One outside is flagged, and never orders revisions. */
export function isPlausible(utc: string, now: string): boolean {
  const at = Date.parse(utc);
  return at >= EARLIEST && at <= Date.parse(now) + AHEAD;
}
