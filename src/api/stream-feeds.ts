import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Article } from '../article/article.ts';
import { feedEncodings, type GoneStory } from '../publish/encodings.ts';
import { missedBy, type Filter } from '../publish/filter.ts';
import type { GateView } from '../store/journal.ts';
import type { ApiOptions } from './api-options.ts';
import { StreamQuery } from './schemas.ts';
import { problem } from './problem.ts';

const PAGE = 100;
/** Events are looked through in steps of a page, at most this many for one answer. */
const MOST_PAGES = 20;

/**
 * `GET /v1/feed.json` (JSON Feed 1.1) and `GET /v1/feed.rss` (RSS 2.0): the newest revision of the stories that the gate lets out now, newest
 * first. A killed story stands there under its id with nothing in it, so that readers drop what they have.
 */
export function addStreamFeeds(app: FastifyInstance, options: ApiOptions): void {
  for (const { name, mediaType, encode } of feedEncodings) {
    const path = `/v1/feed.${name === 'rss' ? 'rss' : 'json'}`;
    app.get<{ Querystring: StreamQuery }>(
      path,
      {
        config: { role: 'viewer' },
        schema: {
          summary: `The stream, newest first, as ${name === 'rss' ? 'RSS 2.0' : 'JSON Feed 1.1'}`,
          querystring: StreamQuery,
          response: {
            200: {
              description: 'The stream',
              content: { [mediaType.split(';')[0] ?? '']: { schema: name === 'rss' ? { type: 'string' } : { type: 'object' } } },
            },
            400: problem,
          },
        },
      },
      async (request, reply) => {
        const page = await newest(options, request.query);
        const base = `${request.protocol}://${request.host}`;
        const channel = { title: 'wirecopy', link: base, description: 'Articles, newest first' };
        const next = page.before === undefined ? {} : { next: `${base}${path}?${nextQuery(request, page.before)}` };
        const body = encode(channel, page.articles, { gone: page.gone, ...next });
        return reply.type(mediaType).serializer(String).send(body);
      },
    );
  }
}

interface StreamPage {
  readonly articles: readonly Article[];
  readonly gone: readonly GoneStory[];
  /** Where older ones go on; absent at the end. */
  readonly before: string | undefined;
}

async function newest({ journal, gate }: ApiOptions, query: StreamQuery): Promise<StreamPage> {
  const { limit = 50 } = query;
  const [articles, gone, seen]: [Article[], GoneStory[], Set<string>] = [[], [], new Set()];
  let before = query.before;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const views = await journal.eventsBefore(before, PAGE);
    for (const view of views) {
      before = view.event.cursor;
      const found = seen.has(view.event.articleId) ? undefined : await standing(view, journal);
      if (found === undefined || found === null) continue;
      seen.add(view.event.articleId);
      const { tombstone } = found.view;
      if (tombstone !== null) gone.push({ id: view.event.articleId, at: tombstone.at });
      else if (gate({ ...found.view, event: { ...view.event, type: 'article.updated' } }).pass && matches(query, found.article))
        articles.push(found.article);
      if (articles.length + gone.length >= limit) return { articles, gone, before };
    }
    if (views.length < PAGE) return { articles, gone, before: undefined };
  }
  return { articles, gone, before };
}

/** The story of an event, where nothing newer is to be said of it. */
async function standing(
  { event }: GateView,
  journal: ApiOptions['journal'],
): Promise<Awaited<ReturnType<ApiOptions['journal']['article']>> | undefined> {
  const found = await journal.article(event.articleId);
  return found?.article.identity.revision === event.revision ? found : undefined;
}

function matches({ provider, language, subject, urgency }: StreamQuery, article: Article): boolean {
  const filter: Filter = {
    ...(provider === undefined ? {} : { provider: [provider] }),
    ...(language === undefined ? {} : { language: [language] }),
    ...(subject === undefined ? {} : { subject: [subject] }),
    ...(urgency === undefined ? {} : { urgency }),
  };
  return missedBy(filter, article) === undefined;
}

function nextQuery({ query }: FastifyRequest<{ Querystring: StreamQuery }>, before: string): string {
  const given = Object.entries(query).map(([key, value]): [string, string] => [key, String(value)]);
  return new URLSearchParams([...given.filter(([key]) => key !== 'before'), ['before', before]]).toString();
}
