import { createServer } from 'node:http';
import { closing, listening } from './listening.mjs';

const PAGE = 50;

/**
 * A source that lists its revisions page by page; a page says where the next one begins. Nothing is ever taken off the list, so whatever does
 * not arrive is lost by whoever reads. Revisions are released evenly over `forMs`; the ledger learns each at that moment.
 */
export async function startUpstream({ plan, forMs, ledger }) {
  const began = Date.now();
  const releases = plan.map((list) => list.map((_, index) => began + Math.floor((index * forMs) / list.length)));
  const released = plan.map(() => []);
  const embargoes = new Map();
  /** Set by faults: takes over an answer and says whether it did. */
  const broken = { answer: undefined };

  const release = () => {
    const now = Date.now();
    for (const [feed, list] of plan.entries()) {
      while (released[feed].length < list.length && releases[feed][released[feed].length] <= now) {
        const revision = list[released[feed].length];
        if (revision.embargoMs !== undefined && !embargoes.has(revision.story)) embargoes.set(revision.story, now + revision.embargoMs);
        const until = embargoes.get(revision.story);
        released[feed].push(itemOf(revision, until));
        ledger.released(revision, { at: now, until });
      }
    }
  };
  const timer = setInterval(release, 20);
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, 'http://localhost');
    const feed = Number(/^\/feed-(\d+)$/.exec(pathname)?.[1]);
    const from = Number(searchParams.get('from') ?? 0);
    const items = (released[feed] ?? []).slice(from, from + PAGE);
    const page = JSON.stringify({ items, next: `/feed-${feed}?from=${from + items.length}` });
    if (broken.answer?.(request, response, page) === true) return;
    response.writeHead(200, { 'content-type': 'application/json' }).end(page);
  });
  return {
    port: await listening(server),
    broken,
    isDone: () => released.every((list, feed) => list.length === plan[feed].length),
    stop: () => {
      clearInterval(timer);
      return closing(server);
    },
  };
}

/** A ninjs item of an invented story; the text tells which revision it is, wherever it turns up. */
function itemOf({ story, version, kind }, until) {
  return {
    ...{ uri: `urn:velmar:${story}`, type: 'text', language: 'en', version: String(version), versioncreated: '2026-03-09T09:00:00Z' },
    pubstatus: kind === 'kill' ? 'canceled' : 'usable',
    headline: `Ferry ${story} leaves pier ${version}`,
    body_text: `VARRE (Velmar Wire) - The ferry left with crate ${story}v${version}, the harbour office said.`,
    ...(until === undefined ? {} : { embargoed: new Date(until).toISOString() }),
  };
}
