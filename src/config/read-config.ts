import { dirname, resolve } from 'node:path';
import type { CheckedConfig, Config, FeedConfig, SinkConfig, SinkFilter } from './config-values.ts';
import { hubProblems } from './hubs.ts';
import { checkFeedNames, checkNetwork, checkSinkNames, type Known } from './known.ts';
import type { Problem } from './problem.ts';
import type { ConfigText, FeedText, FilterText, SinkText } from './schema.ts';
import { expandSecrets, type Environment } from './secrets.ts';
import { checkShape } from './shape.ts';
import { readSource, type Path, type SourceText } from './source-text.ts';

export type { Known };

const DEFAULT_EVERY = '60s';
const UNIT_MS: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const DEFAULT_API = { host: '127.0.0.1', port: 8787 };

interface Given {
  readonly text: string;
  readonly file: string;
  readonly env: Environment;
  readonly known: Known;
}

/** Text to config, in one pass that gathers every problem in the order of the file. */
export function readConfig({ text, file, env, known }: Given): CheckedConfig {
  const source = readSource(text, file);
  if (source.syntax.length > 0) return { problems: source.syntax };
  const expanded = expandSecrets(source, env);
  const shape = checkShape(expanded.value, source);
  const found = shape.text === undefined ? undefined : settle(shape.text, { source, folder: dirname(resolve(file)), known });
  const problems = [...expanded.problems, ...shape.problems, ...(found?.problems ?? [])].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );
  if (expanded.literals.length > 0) return { problems: problems.map((problem) => masked(problem, expanded.literals)) };
  if (problems.length > 0 || shape.text === undefined || found === undefined) return { problems };
  return { config: withServices(found, shape.text, { env, secrets: expanded.secrets }), problems };
}

/** A line beside a problem may hold a secret that is a problem of its own. */
function masked(problem: Problem, literals: readonly string[]): Problem {
  if (problem.frame === undefined) return problem;
  const lines = literals.flatMap((literal) => literal.split('\n')).filter((line) => line.trim() !== '');
  return { ...problem, frame: lines.reduce((frame, line) => frame.replaceAll(line.trim(), '***'), problem.frame) };
}

interface Setting {
  readonly source: SourceText;
  readonly folder: string;
  readonly known: Known;
}

interface Settled {
  readonly feeds: readonly FeedConfig[];
  readonly sinks: readonly SinkConfig[];
  readonly dataDir: string;
  readonly problems: readonly Problem[];
}

function settle(text: ConfigText, setting: Setting): Settled {
  const { source, folder, known } = setting;
  const problems: Problem[] = [];
  const feeds = text.feeds.map((feed, index) => {
    const path = ['feeds', index];
    const settled = feedOf(feed, path, setting);
    problems.push(
      ...ambiguity(feed, path, source),
      ...zoneProblem(feed.timezone, path, source),
      ...checkFeedNames(settled, path, known, source),
    );
    return settled;
  });
  const sinks = (text.sinks ?? []).map((sink, index) => {
    const path = ['sinks', index];
    const settled = sinkOf(sink, path, setting);
    problems.push(...checkSinkNames(settled, path, known, source));
    return settled;
  });
  problems.push(
    ...doubled(
      text.feeds.map(({ id }) => id),
      'feeds',
      'id',
      source,
    ),
    ...doubled(
      sinks.map(({ name }) => name),
      'sinks',
      'name',
      source,
    ),
    ...checkNetwork(text.network?.allow ?? [], known, source),
    ...hubProblems(text, source),
  );
  return { feeds, sinks, dataDir: resolve(folder, text.data ?? 'wirecopy-data'), problems };
}

function withServices(
  { feeds, sinks, dataDir }: Settled,
  text: ConfigText,
  { env, secrets }: { env: Environment; secrets: readonly string[] },
): Config {
  const redisUrl = text.redis ?? present(env['REDIS_URL']);
  const databaseUrl = text.database ?? present(env['DATABASE_URL']);
  return {
    feeds,
    sinks,
    dataDir,
    ...(text.secret === undefined ? {} : { secret: text.secret }),
    ...(redisUrl === undefined ? {} : { redisUrl }),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    retention: retentionOf(text.retention ?? {}),
    api: text.api === false || text.api === null ? null : { ...DEFAULT_API, ...text.api },
    ...(text.websub === undefined ? {} : { websub: { publicUrl: text.websub.public_url, secret: text.websub.secret } }),
    network: {
      allow: text.network?.allow ?? [],
      ...perHostOf(text.network?.per_host),
    },
    secrets: [...secrets, ...passwordsOf([redisUrl, databaseUrl])],
  };
}

function perHostOf(given: NonNullable<ConfigText['network']>['per_host']): Pick<Config['network'], 'perHost'> {
  return given === undefined ? {} : { perHost: { atOnce: given.at_once ?? 2, perSecond: given.per_second ?? 2 } };
}

function feedOf(feed: FeedText, path: Path, { source, folder }: Setting): FeedConfig {
  const {
    id,
    url,
    path: from,
    transport,
    every,
    between,
    silent_after: silentAfter,
    websub,
    follow,
    profile,
    provider,
    format,
    timezone,
    options,
    tests,
  } = feed;
  return {
    id,
    transport: transport ?? (from === undefined ? transportOf(url ?? '') : 'directory'),
    everyMs: millisecondsOf(every ?? DEFAULT_EVERY),
    ...limitsOf(between),
    ...(silentAfter === undefined ? {} : { silentAfterMs: millisecondsOf(silentAfter) }),
    ...(websub === true ? { websub } : {}),
    ...(follow === true ? { follow } : {}),
    ...(profile === undefined ? {} : { profile }),
    ...(provider === undefined ? {} : { provider }),
    ...(format === undefined ? {} : { format }),
    ...(timezone === undefined ? {} : { zone: timezone }),
    options: { ...options, ...(url === undefined ? {} : { url }), ...(from === undefined ? {} : { path: resolve(folder, from) }) },
    tests: (tests ?? []).map(({ file, expect }) => ({ file: resolve(folder, file), expect })),
    at: source.place([...path, 'id']),
  };
}

/** What the scheme of an address says. */
const SCHEMES: Readonly<Record<string, string>> = { sftp: 'sftp', ftp: 'ftp', ftps: 'ftp', imap: 'imap', imaps: 'imap' };

function transportOf(url: string): string {
  return SCHEMES[/^([a-z]{3,5}):/.exec(url)?.[1] ?? ''] ?? 'http';
}

function sinkOf(
  { name, kind, encoding = 'canonical', filter = {}, embargoed = false, ...options }: SinkText,
  path: Path,
  { source, folder }: Setting,
): SinkConfig {
  // `path` means a folder in every kind that has one, and is relative to the file in which it stands.
  const at = (options as Readonly<Record<string, unknown>>)['path'];
  const placed = typeof at === 'string' ? { path: resolve(folder, at) } : {};
  const given = { name, kind, encoding, embargoed, filter: filterOf(filter) };
  return { ...given, options: { ...options, ...placed }, at: source.place([...path, 'name']) };
}

/** One name is a list of one. */
function filterOf({ provider, language, subject, ...rest }: FilterText): SinkFilter {
  const lists = Object.entries({ provider, language, subject }).flatMap(([key, given]) =>
    given === undefined ? [] : [[key, typeof given === 'string' ? [given] : given] as const],
  );
  return { ...rest, ...Object.fromEntries(lists) };
}

function retentionOf({ raw, revisions, events }: NonNullable<ConfigText['retention']>): Config['retention'] {
  return {
    ...(raw === undefined ? {} : { rawMs: millisecondsOf(raw) }),
    ...(revisions === undefined ? {} : { revisionsMs: millisecondsOf(revisions) }),
    ...(events === undefined ? {} : { eventsMs: millisecondsOf(events) }),
  };
}

/** The smaller one is the least, whichever stands first. */
function limitsOf(between: readonly string[] | undefined): Pick<FeedConfig, 'leastMs' | 'mostMs'> {
  if (between === undefined) return {};
  const both = between.map(millisecondsOf);
  return { leastMs: Math.min(...both), mostMs: Math.max(...both) };
}

function millisecondsOf(every: string): number {
  const [, count = '60', unit = 's'] = /^(\d{1,6})(ms|s|m|h|d)$/.exec(every) ?? [];
  return Number(count) * (UNIT_MS[unit] ?? 1_000);
}

function ambiguity({ url, path: folder, transport }: FeedText, path: Path, source: SourceText): readonly Problem[] {
  if (url !== undefined && folder !== undefined)
    return [
      source.problem(
        [...path, 'path'],
        { code: 'config.value', message: 'The feed has both `url` and `path`', hint: 'Keep one' },
        { of: 'key' },
      ),
    ];
  if (url === undefined && folder === undefined && transport === undefined)
    return [
      source.problem(path, {
        code: 'config.missing',
        message: 'The feed says not where it comes from',
        hint: 'Add `url` (http) or `path` (directory)',
      }),
    ];
  return [];
}

function zoneProblem(zone: string | undefined, path: Path, source: SourceText): readonly Problem[] {
  if (zone === undefined || /^[+-](?:0\d|1[0-4]):[0-5]\d$/.test(zone) || isZoneName(zone)) return [];
  const told = {
    code: 'config.value',
    message: `\`${zone}\` is no time zone`,
    hint: 'Write an IANA name such as Europe/Paris, or an offset such as +02:00',
  };
  return [source.problem([...path, 'timezone'], told)];
}

function isZoneName(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '' && /[A-Za-z]/.test(zone);
  } catch {
    return false;
  }
}

function doubled(names: readonly string[], list: string, key: string, source: SourceText): readonly Problem[] {
  return names.flatMap((name, index) => {
    const first = names.indexOf(name);
    if (first === index) return [];
    const { line } = source.place([list, first, key]);
    return [
      source.problem([list, index, key], {
        code: 'config.doubled',
        message: `\`${name}\` is taken (line ${line})`,
        hint: 'Names are unique: the journal keeps cursors by them',
      }),
    ];
  });
}

function present(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

function passwordsOf(urls: readonly (string | undefined)[]): readonly string[] {
  return urls.flatMap((url) => (url !== undefined && URL.canParse(url) && new URL(url).password !== '' ? [new URL(url).password] : []));
}
