import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.ts';
import { robotsOf } from './ingest/follow/robots.ts';
import { createGuardedClient, type GuardedClient } from './ingest/guarded-client.ts';
import { openTransport } from './ingest/transports.ts';
import { http } from './ingest/transports/http.ts';
import { hubKeys } from './ingest/websub/keys.ts';
import { startHealth } from './pipeline/health.ts';
import { networkWatch } from './pipeline/incidents.ts';
import type { Log } from './pipeline/log.ts';
import { normalizeRaw } from './pipeline/normalize-raw.ts';
import type { NormalizeRaw } from './pipeline/normalize.ts';
import { plansOf } from './pipeline/poll-plan.ts';
import type { Outlet } from './pipeline/deliver.ts';
import { outletsOf, type OpenOutlet } from './pipeline/outlets.ts';
import { startRetention } from './pipeline/retention.ts';
import { startHubs, type HubDeps } from './pipeline/websub.ts';
import { createService, ROLES, type Role, type Service, type ServiceParts } from './pipeline/service.ts';
import { signingSecrets } from './publish/derived-secret.ts';
import { encoderOf } from './publish/encodings.ts';
import { missedBy } from './publish/filter.ts';
import { gate } from './publish/gate.ts';
import { Gone } from './publish/gone.ts';
import type { SinkServices } from './publish/sink.ts';
import { openSink } from './publish/sinks.ts';
import { checkRedis } from './queue/checks.ts';
import { startEmbeddedRedis, type EmbeddedRedis } from './queue/embedded-redis.ts';
import { openQueues, type Queues } from './queue/queues.ts';
import type { Journal } from './store/journal.ts';
import { openJournal } from './store/open-journal.ts';
import type { Subscription } from './store/subscriptions.ts';

export type { Role } from './pipeline/service.ts';

/** What a caller may put in place of the usual parts. */
export interface PipelineDeps {
  readonly log: Log;
  /** For `PATH` and `WIRECOPY_REDIS_BIN`; Redis' address is in the config. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Serves the API and returns how to stop it; the `api` role without it does nothing. */
  readonly serveApi?: (parts: { journal: Journal; queues: Queues; config: Config; log: Log }) => Promise<() => Promise<void>>;
  readonly normalizeRaw?: NormalizeRaw;
  /** Milliseconds between looks for due feeds; 1 s unless given. */
  readonly tickEveryMs?: number;
}

export type AnyRole = Role | 'api';
export const ALL_ROLES: readonly AnyRole[] = [...ROLES, 'api'];

export interface Pipeline {
  readonly journal: Journal;
  start(roles?: readonly AnyRole[]): Promise<void>;
  /** Graceful, within 25 s; safe to call twice. Nothing is lost: what is not done is in the journal. */
  stop(): Promise<void>;
  /** Resolves when all that was due is fetched, normalized and delivered, or the signal aborts. */
  idle(signal?: AbortSignal): Promise<void>;
  totals(): ReturnType<Journal['totals']>;
}

const STOP_MS = 25_000;

/** Everything that is opened, in order; closed in reverse. */
interface Opened {
  readonly closers: (() => Promise<void>)[];
}

/**
 * Opens Redis (its own where the config names none), the journal, the queues and the sinks.
 * @throws {Misconfigured} | {Unavailable} | {Transient} with nothing left open
 */
export async function createPipeline(config: Config, deps: PipelineDeps): Promise<Pipeline> {
  const opened: Opened = { closers: [] };
  try {
    return await open(config, deps, opened);
  } catch (error) {
    await closeAll(opened);
    throw error;
  }
}

async function open(config: Config, deps: PipelineDeps, opened: Opened): Promise<Pipeline> {
  const { log } = deps;
  const transports = new Map(config.feeds.map((feed) => [feed.id, openTransport(feed.transport, feed.options)]));
  const address = config.redisUrl ?? (await ownRedis(config, deps, opened)).address;
  for (const warning of await checkRedis(address)) log.warn({}, warning);
  const journal = await openJournal(config);
  opened.closers.push(() => journal.close());
  await journal.putFeeds(config.feeds.map(({ id, everyMs }) => ({ id, intervalMs: everyMs })));
  await journal.putHubFeeds(config.feeds.flatMap(({ id, websub }) => (websub === true ? [id] : [])));
  const client = createGuardedClient({ allow: config.network.allow });
  opened.closers.push(() => client.close());
  const outlets = outletsOf({ fixed: await openOutlets(config, opened), journal, open: (added) => openAdded(added, config) });
  opened.closers.push(() => outlets.close());
  const queues = await openQueues(
    address,
    (error) => {
      log.warn({ err: error }, 'queue');
    },
    config.network.perHost,
  );
  opened.closers.push(() => queues.close());
  const service = createService({
    ...{ address, journal, queues, log },
    tickEveryMs: deps.tickEveryMs ?? 1_000,
    subscribers: () => outlets.names(),
    fetch: {
      ...{ transportOf: (feed) => transports.get(feed), services: client, clock: () => new Date(), random: Math.random },
      planOf: plansOf(config.feeds),
      enterHost: (host) => queues.hosts.enter(host),
      noteHost: networkWatch({ journal, place: hostname(), log }),
    },
    follow: {
      robots: robotsOf(client, () => performance.now()),
      sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
    },
    normalize: { normalizeRaw: deps.normalizeRaw ?? normalizeRaw, readingOf: readingsOf(config) },
    deliver: { gate, outletOf: (name) => outlets.outletOf(name), isGone: (fault) => fault instanceof Gone, random: Math.random },
  });
  return pipelineOf(service, {
    config,
    deps,
    journal,
    queues,
    opened,
    hubs: hubsOf(config, { journal, services: client, log, random: Math.random }),
  });
}

async function ownRedis(config: Config, { environment, log }: PipelineDeps, opened: Opened): Promise<EmbeddedRedis> {
  const redis = await startEmbeddedRedis({ directory: join(config.dataDir, 'redis'), environment });
  opened.closers.push(() => redis.stop());
  log.debug({ socket: redis.address, pid: redis.pid }, 'own Redis is up');
  return redis;
}

/** Each with a client of its own: connections that one subscriber keeps waiting are not missing to another. */
async function openOutlets(config: Config, opened: Opened): Promise<ReadonlyMap<string, Outlet>> {
  const outlets = new Map<string, Outlet>();
  for (const { name, kind, options, encoding, filter, embargoed } of config.sinks) {
    const client = createGuardedClient({ allow: config.network.allow });
    opened.closers.push(() => client.close());
    const sink = await openSink(kind, options, servicesOf(client));
    opened.closers.push(() => sink.close());
    outlets.set(name, { sink, encode: encoderOf(encoding), missed: (article) => missedBy(filter, article), embargoed });
  }
  return outlets;
}

/** One that was added over HTTP, with a client of its own too. @throws {Misconfigured} `subscriber.key` */
async function openAdded(added: Subscription, { network: { allow }, secret }: Config): Promise<OpenOutlet> {
  const options = { url: added.url, secrets: signingSecrets(secret, added) };
  const client = createGuardedClient({ allow });
  const sink = await openSink('webhook', options, servicesOf(client));
  return {
    outlet: { sink, encode: encoderOf(added.encoding), missed: (article) => missedBy(added.filter, article), embargoed: false },
    close: () => sink.close().then(() => client.close()),
  };
}

function servicesOf(client: GuardedClient): SinkServices {
  return {
    request: (request) => client.request(request),
    resolve: (host, port) => client.resolve(host, port),
    now: () => new Date(),
  };
}

/** How each feed of a config is read. */
export function readingsOf(config: Config): ServiceParts['normalize']['readingOf'] {
  const readings = new Map(
    config.feeds.map(({ id, zone, profile, provider, format }) => [
      id,
      {
        ...(zone === undefined ? {} : { zone }),
        ...(profile === undefined ? {} : { profile }),
        ...(provider === undefined ? {} : { provider }),
        ...(format === undefined ? {} : { format }),
      },
    ]),
  );
  return (feed) => readings.get(feed) ?? {};
}

/** How the hubs of feeds are asked; undefined where none may push. */
function hubsOf(config: Config, parts: Pick<HubDeps, 'journal' | 'services' | 'log' | 'random'>): HubDeps | undefined {
  const feeds = config.feeds.flatMap(({ id, websub, options }) => (websub === true ? [[id, http.readOptions(options)] as const] : []));
  if (config.websub === undefined || feeds.length === 0) return undefined;
  const { publicUrl, secret } = config.websub;
  return { ...parts, feeds: new Map(feeds), publicUrl, keys: hubKeys(secret) };
}

interface PipelineParts {
  readonly config: Config;
  readonly deps: PipelineDeps;
  readonly journal: Journal;
  readonly queues: Queues;
  readonly opened: Opened;
  readonly hubs: HubDeps | undefined;
}

function pipelineOf(service: Service, { config, deps, journal, queues, opened, hubs }: PipelineParts): Pipeline {
  let stopped: Promise<void> | undefined;
  return {
    journal,
    start: async (roles = ALL_ROLES) => {
      const loops = ROLES.filter((role) => roles.includes(role));
      if (loops.length > 0) await service.start(loops);
      if (loops.length > 0 && Object.keys(config.retention).length > 0)
        opened.closers.push(startRetention(journal, config.retention, deps.log));
      if (loops.includes('fetch'))
        opened.closers.push(startHealth({ journal, log: deps.log, watched: new Map(config.feeds.map((feed) => [feed.id, feed])) }));
      if (roles.includes('api') && config.api !== null && deps.serveApi !== undefined)
        opened.closers.push(await deps.serveApi({ journal, queues, config, log: deps.log }));
      // Behind the API: hubs ask back at once.
      if (loops.includes('fetch') && hubs !== undefined) opened.closers.push(startHubs(hubs));
    },
    stop: () => (stopped ??= service.stop(STOP_MS).then(() => closeAll(opened))),
    idle: (signal = new AbortController().signal) => service.idle(signal),
    totals: () => journal.totals(),
  };
}

/** What was opened last closes first: clients before Redis, writers before the journal. */
async function closeAll({ closers }: Opened): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close().catch(() => undefined);
}
