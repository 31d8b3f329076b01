import { Misconfigured } from '../faults.ts';
import type { FeedConfig, SinkConfig } from './config-values.ts';
import { didYouMean, type Problem } from './problem.ts';
import type { Path, SourceText } from './source-text.ts';

/** Reads the options of one module and says what is wrong with them. @throws {Misconfigured} */
export type ReadOptions = (options: Readonly<Record<string, unknown>>) => unknown;

/** What is registered in this build. The config knows no module itself: what is not given here is not checked. */
export interface Known {
  readonly transports?: ReadonlyMap<string, ReadOptions>;
  readonly sinks?: ReadonlyMap<string, ReadOptions>;
  readonly encodings?: readonly string[];
  readonly formats?: readonly string[];
  readonly profiles?: readonly string[];
  /** Reads `network.allow`. @throws {Misconfigured} */
  readonly network?: (allow: readonly string[]) => unknown;
}

/** Checks names and options of a feed against what is registered. */
export function checkFeedNames(feed: FeedConfig, path: Path, known: Known, source: SourceText): readonly Problem[] {
  return [
    ...checkModule(feed.transport, { what: 'transport', path, key: 'transport' }, feed.options, known.transports, source),
    ...checkName(feed.format, [...path, 'format'], 'format', known.formats, source),
    ...checkName(feed.profile, [...path, 'profile'], 'profile', known.profiles, source),
  ];
}

/** Checks kind and options of a sink against what is registered. */
export function checkSinkNames(sink: SinkConfig, path: Path, known: Known, source: SourceText): readonly Problem[] {
  return [
    ...checkModule(sink.kind, { what: 'kind of sink', path, key: 'kind' }, sink.options, known.sinks, source),
    ...checkName(sink.encoding, [...path, 'encoding'], 'encoding', known.encodings, source),
    ...checkMark(sink, path, source),
  ];
}

/** Only the canonical form says plainly that it is under embargo. */
function checkMark({ encoding, embargoed }: SinkConfig, path: Path, source: SourceText): readonly Problem[] {
  if (!embargoed || encoding === 'canonical') return [];
  const told = {
    code: 'config.value',
    message: `\`embargoed\` does not go with the encoding \`${encoding}\`: only canonical copy is marked as under embargo`,
    hint: 'Take `encoding` away, or add a second sink for what is out',
  };
  return [source.problem([...path, 'embargoed'], told)];
}

/** Checks what the guard will be opened for. */
export function checkNetwork(allow: readonly string[], known: Known, source: SourceText): readonly Problem[] {
  return allow.flatMap((entry, index) => refusalOf(() => known.network?.([entry]), ['network', 'allow', index], source));
}

function checkModule(
  name: string,
  at: { what: string; path: Path; key: string },
  options: Readonly<Record<string, unknown>>,
  registered: ReadonlyMap<string, ReadOptions> | undefined,
  source: SourceText,
): readonly Problem[] {
  const unknown = checkName(name, [...at.path, at.key], at.what, registered && [...registered.keys()], source);
  return unknown.length > 0 ? unknown : refusalOf(() => registered?.get(name)?.(options), at.path, source);
}

function checkName(
  name: string | undefined,
  path: Path,
  what: string,
  names: readonly string[] | undefined,
  source: SourceText,
): readonly Problem[] {
  if (name === undefined || names === undefined || names.includes(name)) return [];
  const meant = didYouMean(name, names);
  const hint = meant === undefined ? `Known: ${names.join(', ')}` : `Did you mean \`${meant}\`?`;
  return [source.problem(path, { code: 'config.unknown-name', message: `No ${what} is called \`${name}\``, hint })];
}

/** A module's refusal, placed at the option it names. */
function refusalOf(work: () => unknown, path: Path, source: SourceText): readonly Problem[] {
  try {
    work();
    return [];
  } catch (thrown) {
    if (!(thrown instanceof Misconfigured)) throw thrown;
    const { code, message, hint, where } = thrown;
    const option = where.path?.split('.') ?? [];
    // Options of a feed's transport stand below `options`, those of a sink beside its name.
    const inner =
      [
        [...path, ...option],
        [...path, 'options', ...option],
      ].find((candidate) => source.has(candidate)) ?? path;
    return [source.problem(inner, { code, message, ...(hint === undefined ? {} : { hint }) })];
  }
}
