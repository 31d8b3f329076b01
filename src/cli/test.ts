import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../article/article.ts';
import { loadConfig, type Environment, type FeedConfig, type FeedTest } from '../config.ts';
import { sentenceOf } from '../faults.ts';
import { normalize, type NormalizeOptions } from '../library.ts';
import { valueAt } from '../normalize/explain.ts';
import { EXIT } from './exit-code.ts';

/** Reads a document as a feed's documents are read; the first article counts. @throws whatever says why not */
export type ReadFirst = (bytes: Uint8Array, feed: FeedConfig) => Article;

export interface TestOptions {
  readonly config: string;
  readonly environment: Environment;
  readonly json?: boolean;
  readonly readFirst?: ReadFirst;
}

interface Difference {
  readonly path: string;
  readonly want: unknown;
  readonly got: unknown;
}

interface Outcome {
  readonly feed: string;
  readonly file: string;
  readonly differences: readonly Difference[];
  readonly error?: string;
}

/** `wirecopy test --config FILE`: runs the tests written beside each feed. Exit 0 when all pass, else 1. */
export async function testCommand({ config: file, environment, json = false, readFirst = readAsFeed }: TestOptions): Promise<number> {
  const config = loadConfig(file, environment);
  const outcomes: Outcome[] = [];
  for (const feed of config.feeds) {
    for (const test of feed.tests) outcomes.push(await runTest(feed, test, readFirst));
  }
  for (const outcome of outcomes)
    process.stdout.write(json ? `${JSON.stringify({ ...outcome, pass: passes(outcome) })}\n` : textOf(outcome));
  const failed = outcomes.filter((outcome) => !passes(outcome)).length;
  process.stderr.write(
    outcomes.length === 0 ? `wirecopy: no feed in ${file} has tests\n` : `wirecopy: ${outcomes.length - failed} passed, ${failed} failed\n`,
  );
  return failed === 0 ? EXIT.ok : EXIT.failed;
}

async function runTest(feed: FeedConfig, { file, expect }: FeedTest, readFirst: ReadFirst): Promise<Outcome> {
  try {
    const article = readFirst(await readFile(file), feed);
    const differences = Object.entries(expect).flatMap(([path, want]) => {
      const got = valueAt(article, path);
      // A path that leads nowhere is the same as null, which YAML can write.
      return isDeepStrictEqual(got ?? null, want) ? [] : [{ path, want, got: got ?? null }];
    });
    return { feed: feed.id, file, differences };
  } catch (thrown) {
    return { feed: feed.id, file, differences: [], error: sentenceOf(thrown) };
  }
}

function readAsFeed(bytes: Uint8Array, { id, zone, profile, provider, format }: FeedConfig): Article {
  const settings: NormalizeOptions = {
    feed: id,
    ...(zone === undefined ? {} : { zone }),
    ...(profile === undefined ? {} : { profile }),
    ...(provider === undefined ? {} : { provider }),
    ...(format === undefined ? {} : { format }),
  };
  const result = normalize(bytes, settings);
  if (!result.ok) throw result.error;
  return result.article;
}

function passes({ differences, error }: Outcome): boolean {
  return differences.length === 0 && error === undefined;
}

function textOf(outcome: Outcome): string {
  const { feed, file, differences, error } = outcome;
  const details = differences.map(
    ({ path, want, got }) => `    ${path}\n      want ${JSON.stringify(want)}\n      got  ${JSON.stringify(got)}\n`,
  );
  return `${passes(outcome) ? 'pass' : 'FAIL'} ${feed} ${file}\n${error === undefined ? '' : `    ${error}\n`}${details.join('')}`;
}
