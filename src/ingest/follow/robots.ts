import robotsParser from 'robots-parser';
import { Transient } from '../../faults.ts';
import type { TransportServices } from '../transport.ts';

/** The name by which sites may speak to us. */
export const ROBOT = 'wirecopy';

/** What sites allow robots (RFC 9309). */
export interface Robots {
  /** Whether a page may be fetched. @throws {Transient} where the site cannot say now: then it may not */
  allows(url: string, signal: AbortSignal): Promise<boolean>;
}

interface Rules {
  isAllowed(url: string, robot: string): boolean | undefined;
}
/** The package is the function itself; its types tell of an ES module. */
const readRules = robotsParser as unknown as (url: string, text: string) => Rules;

interface Known {
  readonly until: number;
  readonly rules: Promise<Rules>;
}

const KEPT_MS = 3_600_000;
const MOST_SITES = 1_000;
const MAX_CHARS = 512_000;

/** Rules are asked for once an hour by site. `nowMs` is any clock that goes on. */
export function robotsOf(services: Pick<TransportServices, 'request'>, nowMs: () => number): Robots {
  const sites = new Map<string, Known>();
  const rulesOf = (origin: string, signal: AbortSignal): Promise<Rules> => {
    const known = sites.get(origin);
    if (known !== undefined && known.until > nowMs()) return known.rules;
    const rules = fetchRules(origin, services, signal);
    const oldest = sites.keys().next().value;
    if (sites.size >= MOST_SITES && oldest !== undefined) sites.delete(oldest);
    sites.set(origin, { until: nowMs() + KEPT_MS, rules });
    rules.catch(() => sites.delete(origin));
    return rules;
  };
  return { allows: async (url, signal) => (await rulesOf(new URL(url).origin, signal)).isAllowed(url, ROBOT) !== false };
}

/** Section 2.3.1: without a file everything is allowed; while the server fails nothing is. */
async function fetchRules(origin: string, { request }: Pick<TransportServices, 'request'>, signal: AbortSignal): Promise<Rules> {
  const url = `${origin}/robots.txt`;
  const answer = await request({ method: 'GET', url, headers: { accept: 'text/plain' }, signal });
  if (answer.status >= 500 || answer.status === 429)
    throw new Transient('page.robots-away', { message: `${new URL(origin).host} answered ${answer.status} when asked for its robots.txt` });
  const isFile = answer.status >= 200 && answer.status < 300;
  return readRules(url, isFile ? Buffer.from(answer.bytes).toString('utf8').slice(0, MAX_CHARS) : '');
}
