import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import { BadInput } from '../faults.ts';
import type { ApiOptions } from './api-options.ts';
import type { Caller } from './callers.ts';
import { awaitPage, type Page } from './feed-page.ts';

/** A line at least this often, so that nobody between takes the connection for dead. */
const HEARTBEAT_MS = 15_000;
/** How soon a reader comes back after the connection is lost. */
const RETRY_MS = 2_000;

/** Whether a caller asks for server-sent events. */
export function isStream(accept: string | undefined): boolean {
  return accept?.toLowerCase().includes('text/event-stream') === true;
}

/**
 * Sends events as they come (WHATWG HTML section 9.2), `id` being the cursor, until the reader leaves. From a cursor that is too old, or
 * none of ours, a `reset` event says where the stream goes on: all is told again from there.
 */
export async function streamChanges(
  reply: FastifyReply,
  options: ApiOptions,
  { cursor: from, limit, callerNow }: { cursor: string; limit: number; callerNow: () => Promise<Caller | undefined> },
): Promise<void> {
  reply.hijack();
  const out = reply.raw;
  out.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  let cursor = from;
  try {
    await say(out, `retry: ${RETRY_MS}\n\n`);
    while (!out.destroyed) {
      // A token that is revoked ends what it opened.
      const reader = await callerNow();
      if (reader === undefined) {
        out.end();
        return;
      }
      const page = await nextPage(options, { reader, cursor, limit, waitMs: HEARTBEAT_MS, isGone: () => out.destroyed });
      // An id without data is remembered and tells nothing: what was passed over is not looked at again.
      await say(out, page.text === '' ? `id: ${page.cursor}\n\n` : page.text);
      cursor = page.cursor;
    }
  } catch (error) {
    options.onError?.(error);
    out.destroy();
  }
}

async function nextPage(
  options: ApiOptions,
  place: Parameters<typeof awaitPage>[1],
): Promise<{ readonly cursor: string; readonly text: string }> {
  try {
    const page = await awaitPage(options, place);
    return { cursor: page.cursor, text: textOf(page) };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { cursor: '0', text: `event: reset\nid: 0\ndata: ${JSON.stringify({ cursor: '0', code: error.code })}\n\n` };
  }
}

/** JSON has no line breaks of its own: one `data` line each. */
function textOf({ events }: Page): string {
  return events.map((event) => `event: ${event.type}\nid: ${event.cursor}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

/** A reader that is slower than the stream is waited for. */
async function say(out: ServerResponse, text: string): Promise<void> {
  if (out.destroyed || out.write(text)) return;
  await Promise.race([once(out, 'drain'), once(out, 'close')]);
}
