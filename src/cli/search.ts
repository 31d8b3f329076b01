import { loadConfig } from '../config.ts';
import type { FoundStory, SearchQuery } from '../store/journal.ts';
import { openJournal } from '../store/open-journal.ts';
import { EXIT } from './exit-code.ts';

export interface SearchFlags {
  readonly config: string;
  readonly provider?: string;
  readonly language?: string;
  readonly status?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

const STATUSES = ['usable', 'embargoed', 'withheld', 'superseded'] as const;

/** `wirecopy search WORDS…`: stories of the journal, the latest first; held ones too, and said so. Exit 0 where something was found, else 1. */
export async function searchCommand(words: readonly string[], flags: SearchFlags): Promise<number> {
  const journal = await openJournal(loadConfig(flags.config, process.env));
  try {
    const { hits } = await journal.search(queryOf(words, flags));
    for (const hit of hits) process.stdout.write(flags.json === true ? `${JSON.stringify(hit.article)}\n` : lineOf(hit));
    return hits.length > 0 ? EXIT.ok : EXIT.failed;
  } finally {
    await journal.close();
  }
}

function queryOf(words: readonly string[], { provider, language, status, since, until, limit }: SearchFlags): SearchQuery {
  const known = STATUSES.find((name) => name === status);
  return {
    text: words.join(' '),
    limit: Math.min(Math.max(Number.parseInt(limit ?? '50', 10) || 50, 1), 1_000),
    ...(provider === undefined ? {} : { provider }),
    ...(language === undefined ? {} : { language }),
    ...(known === undefined ? {} : { status: known }),
    ...(since === undefined ? {} : { since: instantOf(since) }),
    ...(until === undefined ? {} : { until: instantOf(until) }),
  };
}

/** @throws {RangeError} for what is no instant */
function instantOf(text: string): string {
  return new Date(text).toISOString();
}

function lineOf({ article }: FoundStory): string {
  const { id, identity, status, headline } = article;
  const held = status.publishable ? '' : `  [${status.effective}: ${status.reasons.join(' ')}]`;
  return `${id}@${identity.revision ?? 0}  ${headline.text ?? headline.fallback ?? '(no headline)'}${held}\n`;
}
