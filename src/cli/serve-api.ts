import { createApi } from '../api/api.ts';
import { listen } from '../api/listen.ts';
import { createMetrics } from '../api/metrics.ts';
import type { WebsubOptions } from '../api/websub.ts';
import { hubKeys } from '../ingest/websub/keys.ts';
import { createGuardedClient } from '../ingest/guarded-client.ts';
import { readingsOf, type PipelineDeps } from '../main.ts';
import { push } from '../ingest/transports/push.ts';
import { handOutOf } from '../pipeline/hand-out.ts';
import { normalizeRaw } from '../pipeline/normalize-raw.ts';
import { keepPushed, type Pushed, type Reception } from '../pipeline/push.ts';
import { encodings } from '../publish/encodings.ts';
import { publicArticle } from '../publish/encodings/canonical.ts';
import { gate } from '../publish/gate.ts';

/** Serves the HTTP API of a running pipeline; resolves to how to stop it. @throws {Misconfigured} `api.no-token`, `api.bind` */
export const serveApi: NonNullable<PipelineDeps['serveApi']> = async ({ journal, queues, config, log }) => {
  const { host, port, token } = config.api ?? { host: '127.0.0.1', port: 0 };
  const secured = token === undefined ? {} : { token };
  const client = createGuardedClient({ allow: config.network.allow });
  const following = new Set(config.feeds.flatMap(({ id, follow }) => (follow === true ? [id] : [])));
  const handOut = handOutOf(queues, (feed) => following.has(feed));
  const keep = (pushed: Pushed): Promise<Reception> => keepPushed(pushed, { journal, handOut, log, clock: () => new Date() });
  const app = await createApi({
    journal,
    gate,
    publicArticle,
    forms: encodings,
    desk: {
      ...{ journal, normalizeRaw, readingOf: readingsOf(config), checkTarget: (url) => client.check(url) },
      ...(config.secret === undefined ? {} : { secretKey: config.secret }),
      subscribers: config.sinks.map(({ name, kind, encoding, filter, embargoed }) => ({ name, kind, encoding, filter, embargoed })),
    },
    ...(config.websub === undefined ? {} : { websub: websubOf(config.websub.secret, keep, { journal, log }) }),
    push: {
      receivers: new Map(
        config.feeds.flatMap(({ id, transport, options }) => (transport === 'push' ? [[id, push.readOptions(options).signature]] : [])),
      ),
      keep,
      now: () => new Date(),
    },
    readiness: async () => [
      { name: 'journal', ok: await works(journal.now()) },
      { name: 'redis', ok: await works(queues.ping()) },
    ],
    metrics: createMetrics(journal),
    onError: (error) => {
      log.error({ err: error }, 'api');
    },
    ...secured,
  });
  const tokens = await journal.tokens();
  const address = await listen(app, { host, port, secured: token !== undefined || tokens.length > 0 });
  log.info({ address }, 'api is up');
  return () => app.close().then(() => client.close());
};

function websubOf(
  secret: string,
  keep: WebsubOptions['keep'],
  { journal, log }: Pick<Parameters<typeof serveApi>[0], 'journal' | 'log'>,
): WebsubOptions {
  return {
    ...{ journal, keep, keys: hubKeys(secret) },
    onForged: (feed) => {
      log.warn({ feed }, 'a push that is not signed by the hub was dropped');
    },
  };
}

function works(answer: Promise<unknown>): Promise<boolean> {
  return answer.then(
    () => true,
    () => false,
  );
}
