import type { Problem } from './problem.ts';
import type { ConfigText, FeedText } from './schema.ts';
import type { SourceText } from './source-text.ts';

const SHORTEST_SECRET = 16;

/** What is wrong with how feeds are to be pushed by their hubs. */
export function hubProblems({ feeds, websub }: ConfigText, source: SourceText): readonly Problem[] {
  const asked = feeds.flatMap((feed, index) => (feed.websub === true ? [{ feed, index }] : []));
  const wrong = asked
    .filter(({ feed }) => !isWeb(feed))
    .map(({ index }) =>
      source.problem(['feeds', index, 'websub'], {
        code: 'config.value',
        message: 'Only a feed by http(s) can have a hub',
        hint: 'Leave `websub` out, or use `transport: push`',
      }),
    );
  if (websub === undefined)
    return [
      ...wrong,
      ...asked.slice(0, 1).map(({ index }) =>
        source.problem(['feeds', index, 'websub'], {
          code: 'config.missing',
          message: 'The config does not say where hubs reach wirecopy',
          hint: 'Add `websub: { public_url: https://…, secret: ${env:WEBSUB_SECRET} }`',
        }),
      ),
    ];
  if (websub.secret.length >= SHORTEST_SECRET) return wrong;
  const told = {
    code: 'config.value',
    message: `The secret has less than ${SHORTEST_SECRET} characters`,
    hint: 'Make one: openssl rand -base64 32',
  };
  return [...wrong, source.problem(['websub', 'secret'], told, { secret: true })];
}

function isWeb({ url, transport = 'http' }: FeedText): boolean {
  return url !== undefined && /^https?:/i.test(url) && transport === 'http';
}
