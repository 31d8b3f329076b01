import { BadInput, sentenceOf } from '../faults.ts';
import type { Article } from '../article/article.ts';
import { createGuardedClient } from '../ingest/guarded-client.ts';
import type { Fetched, PollAdvice } from '../ingest/transport.ts';
import { openTransport, type OpenTransport } from '../ingest/transports.ts';
import { profiles } from '../normalize/profiles.ts';
import { factsOf, readDocument, type ReadDocument } from '../pipeline/read-document.ts';
import { EXIT, report } from './exit-code.ts';
import { feedYaml } from './feed-yaml.ts';

export interface FeedsCheckFlags {
  readonly json?: boolean;
  /** As in `network.allow` of the config. */
  readonly allow?: readonly string[];
  readonly id?: string;
}

/** What is shown of a feed that nobody has configured yet. */
interface Checked {
  readonly url: string;
  readonly documents: number;
  readonly bytes: number;
  readonly mediaType?: string;
  readonly validators: readonly string[];
  /** Whether a second look, with the validators, was answered with "not modified". */
  readonly notModified: boolean;
  readonly nextInMs?: number;
  readonly format: string;
  readonly items: number;
  readonly bad: readonly string[];
  readonly repairs: number;
  readonly samples: readonly Sample[];
  readonly yaml: string;
}

interface Sample {
  readonly headline: string;
  readonly published: string;
  readonly byline: string;
  readonly dateline: string;
  readonly status: string;
  readonly words: number;
  readonly warnings: readonly string[];
}

const SAMPLES = 3;
const CHECK_MS = 60_000;

/** `wirecopy feeds check URL`: what a feed answers with, how it is read, and what to write into the config. Nothing is kept. */
export async function feedsCheck(url: string, flags: FeedsCheckFlags): Promise<number> {
  return (await checkFeed(url, flags)).code;
}

/** The same, with the lines for the config. */
export async function checkFeed(url: string, flags: FeedsCheckFlags): Promise<{ readonly code: number; readonly yaml: string }> {
  const client = createGuardedClient({ allow: flags.allow ?? [] });
  try {
    const transport = openTransport('http', { url });
    const first = await look(transport, {}, client);
    const document = first.documents[0];
    if (document === undefined) throw new BadInput('feed.no-document', 'The feed answers without a document');
    const second = Object.keys(document.validators ?? {}).length > 1 ? await look(transport, document.validators ?? {}, client) : undefined;
    const checked = judged(url, { first, document, notModified: second?.documents.length === 0, id: flags.id });
    process.stdout.write(flags.json === true ? `${JSON.stringify(checked)}\n` : textOf(checked));
    return { code: checked.bad.length === 0 && checked.items > 0 ? EXIT.ok : EXIT.failed, yaml: checked.yaml };
  } catch (thrown) {
    const yaml = feedYaml({ url, id: flags.id, profile: undefined, provider: undefined, nextInMs: undefined });
    return { code: report(thrown), yaml };
  } finally {
    await client.close();
  }
}

interface Look {
  readonly documents: readonly Fetched[];
  readonly advice: PollAdvice;
}

async function look(
  transport: OpenTransport,
  validators: Readonly<Record<string, string>>,
  services: ReturnType<typeof createGuardedClient>,
): Promise<Look> {
  const poll = transport.poll({ feed: 'check', cursor: null, validators, signal: AbortSignal.timeout(CHECK_MS), services });
  const documents: Fetched[] = [];
  for (;;) {
    const step = await poll.next();
    if (step.done === true) return { documents, advice: step.value };
    documents.push(step.value);
  }
}

interface Seen {
  readonly first: Look;
  readonly document: Fetched;
  readonly notModified: boolean;
  readonly id: string | undefined;
}

function judged(url: string, { first, document, notModified, id }: Seen): Checked {
  const { bytes, mediaType, validators = {} } = document;
  const receivedAt = new Date().toISOString();
  const read = readDocument(bytes, { receivedAt, ...factsOf(document) });
  const articles = read.items.flatMap((item) => (item.ok ? [item.article] : []));
  const { nextInMs } = first.advice;
  return {
    url: document.url ?? '',
    documents: first.documents.length,
    bytes: bytes.byteLength,
    ...(mediaType === undefined ? {} : { mediaType }),
    validators: Object.keys(validators).filter((name) => name !== 'for'),
    notModified,
    ...(nextInMs === undefined ? {} : { nextInMs }),
    format: read.format.name,
    items: articles.length,
    bad: faultsOf(read),
    repairs: read.parsed.repairs?.length ?? 0,
    samples: articles.slice(0, SAMPLES).map(sampleOf),
    yaml: feedYaml({ url, id, profile: profileOf(articles), provider: articles[0]?.provider.name, nextInMs }),
  };
}

function faultsOf({ items }: ReadDocument): readonly string[] {
  return items.flatMap((item) => (item.ok ? [] : [`item ${item.index}: ${sentenceOf(item.error)}`]));
}

/** The profile that most of its articles were read with, where it is one that we know. */
function profileOf(articles: readonly Article[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { provenance } of articles) {
    const id = provenance.rules.replace(/@[^@]*$/, '');
    if (profiles.some((profile) => profile.id === id)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function sampleOf({ headline, times, byline, dateline, status, body, provenance }: Article): Sample {
  const { published } = times;
  const people = [...byline.authors.map(({ name }) => name), ...(byline.agencies ?? [])];
  return {
    headline: headline.text ?? '(no headline)',
    published: published === undefined ? 'no time' : (published.utc ?? `unresolved: ${published.raw}`),
    byline: people.join(', '),
    dateline: dateline?.raw ?? '',
    status: status.publishable ? status.effective : `${status.effective} (${status.reasons.join(', ')})`,
    words: body.wordCount,
    warnings: [...new Set(provenance.warnings.map(({ code }) => code))],
  };
}

function textOf(checked: Checked): string {
  const { url, bytes, mediaType, validators, notModified, nextInMs, format, items, bad, repairs, samples, yaml } = checked;
  const kept = validators.length === 0 ? 'none: every poll brings the whole document' : validators.join(', ');
  const second =
    validators.length === 0
      ? ''
      : notModified
        ? ' (a second look was answered "not modified")'
        : ' (but a second look brought it all again)';
  const lines = [
    `address     ${url}`,
    `answer      ${Math.ceil(bytes / 1024)} kB, ${mediaType ?? 'no content type'}`,
    `validators  ${kept}${second}`,
    ...(nextInMs === undefined ? [] : [`next look   it asks to be left alone for ${Math.round(nextInMs / 1_000)} s`]),
    `format      ${format}: ${items} ${items === 1 ? 'item' : 'items'}${bad.length === 0 ? '' : `, ${bad.length} that cannot be read`}${repairs === 0 ? '' : `, ${repairs} repairs`}`,
    ...bad.slice(0, SAMPLES).map((fault) => `            ${fault}`),
    '',
    ...samples.flatMap((sample, index) => sampleLines(sample, index + 1)),
    ...(samples.some(({ published }) => published.startsWith('unresolved'))
      ? ['Its times name no zone: add `timezone: Area/City` once you know which one they mean.', '']
      : []),
    'For the config:',
    '',
    yaml,
  ];
  return `${lines.join('\n')}\n`;
}

function sampleLines({ headline, published, byline, dateline, status, words, warnings }: Sample, number: number): readonly string[] {
  return [
    `${number}. ${headline}`,
    `   ${[published, byline, dateline, `${words} words`, status].filter((part) => part !== '').join(' · ')}`,
    ...(warnings.length === 0 ? [] : [`   notes: ${warnings.join(', ')}`]),
    '',
  ];
}
