import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import type { Article } from './article/article.ts';

export type { Article };

/** One event, as the change feed and webhooks carry it. What takes a story back has no article. */
export interface ChangeEvent {
  readonly type: string;
  /** Keep it after the event was worked on, to go on from here. */
  readonly cursor: string;
  readonly articleId: string;
  readonly revision: number;
  /** ISO 8601 UTC. */
  readonly occurredAt: string;
  /** Of `article.embargoed`, ISO 8601 UTC: nothing of the article may be shown before. */
  readonly embargoedUntil?: string;
  readonly article?: Article;
}

/** The journal no longer has what came after the cursor: start anew; the events that follow are all that is kept. */
export interface Reset {
  readonly type: 'reset';
  readonly cursor: '0';
}

export interface FollowOptions {
  /** Of the API: `https://wire.example.org`. */
  readonly url: string;
  readonly token?: string;
  /** The cursor of the last event that was worked on; `0` (unless given) is all that is kept. */
  readonly cursor?: string;
  readonly signal?: AbortSignal;
  readonly fetch?: typeof globalThis.fetch;
  /** Milliseconds before the first retry; 1 s unless given. Later ones double, up to half a minute. */
  readonly retryMs?: number;
}

/** The API refuses for good: a wrong token, a wrong address. */
export class FollowRefused extends Error {
  override readonly name = 'FollowRefused';
  readonly status: number;

  constructor(status: number, detail: string) {
    super(`The change feed answered ${status}: ${detail}`);
    this.status = status;
  }
}

const WAIT_SECONDS = 25;
const MOST_RETRY_MS = 30_000;
/** Longer than the server lets a reader wait. */
const ANSWER_MS = 60_000;

/**
 * The body of a webhook, once its signature and time (five minutes) hold. While secrets rotate, one that holds is enough.
 * @throws {WebhookVerificationError} of standardwebhooks
 */
export function verifyWebhook(
  body: string | Buffer,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  secrets: string | readonly string[],
): ChangeEvent {
  const known = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value ?? '')]));
  const [first = '', ...others] = typeof secrets === 'string' ? [secrets] : secrets;
  for (const secret of [...others, first]) {
    try {
      return new Webhook(secret).verify(body, known) as ChangeEvent;
    } catch (error) {
      if (secret === first) throw error;
    }
  }
  throw new Error('no secret');
}

/**
 * The change feed from a cursor on, for ever: each event once and in order, over broken connections and restarts of the server. Ends when the
 * signal aborts. @throws {FollowRefused}
 */
export async function* follow(options: FollowOptions): AsyncGenerator<ChangeEvent | Reset, void> {
  const { retryMs = 1_000, signal } = options;
  let { cursor = '0' } = options;
  for (let failures = 0; signal?.aborted !== true;) {
    const answer = await ask(options, cursor);
    if (answer === 'again') {
      failures += 1;
      const wait = Math.min(retryMs * 2 ** (failures - 1), MOST_RETRY_MS) * (0.5 + Math.random() / 2);
      await pause(wait, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
      continue;
    }
    failures = 0;
    if (answer === 'reset') yield { type: 'reset', cursor: '0' };
    else yield* answer.events;
    cursor = answer === 'reset' ? '0' : answer.cursor;
  }
}

interface Page {
  readonly events: readonly ChangeEvent[];
  readonly cursor: string;
}

/** A page, or what to do where there is none. */
async function ask({ url, token, signal, fetch = globalThis.fetch }: FollowOptions, cursor: string): Promise<Page | 'again' | 'reset'> {
  const place = new URL('/v1/changes', url);
  place.search = new URLSearchParams({ cursor, wait: String(WAIT_SECONDS) }).toString();
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const bounded = AbortSignal.any([AbortSignal.timeout(ANSWER_MS), ...(signal === undefined ? [] : [signal])]);
  try {
    const response = await fetch(place, { headers, signal: bounded });
    if (response.status === 200) return (await response.json()) as Page;
    const said = (await response.text()).slice(0, 500);
    if (response.status === 410) return 'reset';
    if (response.status >= 500 || response.status === 429) return 'again';
    throw new FollowRefused(response.status, said);
  } catch (error) {
    if (error instanceof FollowRefused) throw error;
    return 'again';
  }
}
