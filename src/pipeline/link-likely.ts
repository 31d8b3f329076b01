import type { Article } from '../article/article.ts';
import { likeliest, likenessKey, type Likeness } from '../article/likeness.ts';
import type { Note } from '../article/provenance.ts';
import { profiles } from '../normalize/profiles.ts';
import type { ItemOutcome, Journal } from '../store/journal.ts';

const LIMIT = 50;
const HOUR_MS = 3_600_000;
/** A relation that we infer; no file says it. */
const REL = 'likely-revision-of';

/**
 * Where a provider sends corrections and updates as new items without a pointer, links such an item to the earlier one that it looks like,
 * with a confidence and a note. Nothing else follows from it: identities stay apart, and no kill and no update acts through such a link.
 * `waiting` are outcomes that the journal has not got yet.
 */
export async function linkLikely(
  outcome: ItemOutcome,
  waiting: readonly ItemOutcome[],
  journal: Pick<Journal, 'lookalikes'>,
): Promise<ItemOutcome> {
  if (outcome.kind !== 'article') return outcome;
  const { article } = outcome;
  const hours = namesItsStory(article) ? undefined : hoursOf(article);
  const key = hours === undefined ? undefined : likenessKey(article);
  if (hours === undefined || key === undefined) return outcome;
  const { provider, slug, at } = key;
  const after = new Date(Date.parse(at) - hours * HOUR_MS).toISOString();
  const stored = await journal.lookalikes({ provider, slug, after, before: at, limit: LIMIT });
  const beside = waiting.flatMap((other) => (other.kind === 'article' ? [other.article] : []));
  const near = beside.filter((other) => {
    const its = likenessKey(other);
    return its?.provider === provider && its.slug === slug && its.at >= after;
  });
  const found = likeliest(article, [...stored, ...near]);
  return found === undefined ? outcome : { ...outcome, article: linked(article, found.article.id, found.likeness) };
}

/** What the file says itself needs no guess. */
function namesItsStory({ identity }: Article): boolean {
  return [identity.kills, identity.corrects, identity.supersedes].some((ids) => ids !== undefined && ids.length > 0);
}

/** The profile that normalized the article says whether, and how far back. */
function hoursOf({ provenance }: Article): number | undefined {
  const id = provenance.rules.replace(/@[^@]*$/, '');
  return profiles.find((profile) => profile.id === id)?.linksByLikeness?.hours;
}

function linked(article: Article, id: string, likeness: Likeness): Article {
  const links = [...(article.links ?? []), { rel: REL, id, confidence: likeness.confidence }];
  const path = `links/${links.length - 1}`;
  const { provenance } = article;
  return { ...article, links, provenance: { ...provenance, warnings: [...provenance.warnings, noteOf(article, { id, path, likeness })] } };
}

function noteOf({ status }: Article, { id, path, likeness }: { id: string; path: string; likeness: Likeness }): Note {
  const { confidence, text, city, day, marked } = likeness;
  const grounds = `confidence ${confidence}: same slug, text ${text}, city ${city}, day ${day}, ${marked ? `marker ${status.kind}` : 'no marker'}`;
  if (status.kind === 'kill')
    return { code: 'link.unproven-kill', path, detail: `names no story; looks like ${id}, which is not killed by likeness (${grounds})` };
  return { code: 'link.likely', path, detail: `most likely revises ${id} (${grounds})` };
}
