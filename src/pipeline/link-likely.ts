import type { Article } from '../article/article.ts';
import { likeliest, likenessKey, type Likeness } from '../article/likeness.ts';
import type { Note } from '../article/provenance.ts';
import { profiles } from '../normalize/profiles.ts';
import { isKill } from '../store/kill-rules.ts';
import type { ItemOutcome, Journal } from '../store/journal.ts';

const LIMIT = 50;
const HOUR_MS = 3_600_000;
/** A kill comes while its story is still on the desks: where nobody is named, stories of its slug as old as this are shown. */
const KILL_HOURS = 72;
const MOST_SHOWN = 5;
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
  if (outcome.kind !== 'article' || namesItsStory(outcome.article)) return outcome;
  const { article } = outcome;
  const hours = hoursOf(article);
  const near = await nearTo(article, hours ?? (isKill(article) ? KILL_HOURS : 0), { waiting, journal });
  const found = hours === undefined ? undefined : likeliest(article, near);
  if (found !== undefined) return { ...outcome, article: linked(article, found.article.id, found.likeness) };
  // An item of the same id is the story itself, whatever the kill does not say.
  if (!isKill(article) || near.some(({ id }) => id === article.id)) return outcome;
  return { ...outcome, article: noted(article, unprovenKill(near)) };
}

/** Items of the same provider and slug, within so many hours before this one. */
async function nearTo(
  article: Article,
  hours: number,
  { waiting, journal }: { waiting: readonly ItemOutcome[]; journal: Pick<Journal, 'lookalikes'> },
): Promise<readonly Article[]> {
  const key = hours === 0 ? undefined : likenessKey(article);
  if (key === undefined) return [];
  const { provider, at } = key;
  // AAP and others write into the slug that it is a kill: `Harbour Budget_KILL`.
  const slug = isKill(article) ? key.slug.replace(/-kill$/, '') : key.slug;
  const after = new Date(Date.parse(at) - hours * HOUR_MS).toISOString();
  const stored = await journal.lookalikes({ provider, slug, after, before: at, limit: LIMIT });
  const beside = waiting.flatMap((other) => (other.kind === 'article' ? [other.article] : []));
  const near = beside.filter((other) => {
    const its = likenessKey(other);
    return its?.provider === provider && its.slug === slug && its.at >= after;
  });
  return [...stored, ...near];
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
  return noted({ ...article, links }, noteOf(article, { id, path, likeness }));
}

function noted(article: Article, note: Note): Article {
  const { provenance } = article;
  return { ...article, provenance: { ...provenance, warnings: [...provenance.warnings, note] } };
}

/** For whoever must kill by hand what the kill does not name. */
function unprovenKill(near: readonly Article[]): Note {
  const ids = [...new Set(near.map(({ id }) => id))];
  const shown = ids.slice(0, MOST_SHOWN).join(', ') + (ids.length > MOST_SHOWN ? ` and ${ids.length - MOST_SHOWN} more` : '');
  const found =
    ids.length === 0 ? `no story of its slug came in the ${KILL_HOURS} hours before` : `of its slug: ${shown}, none is killed by that`;
  return { code: 'link.unproven-kill', path: 'identity/kills', detail: `names no story; ${found}` };
}

function noteOf({ status }: Article, { id, path, likeness }: { id: string; path: string; likeness: Likeness }): Note {
  const { confidence, text, city, day, marked } = likeness;
  const grounds = `confidence ${confidence}: same slug, text ${text}, city ${city}, day ${day}, ${marked ? `marker ${status.kind}` : 'no marker'}`;
  if (status.kind === 'kill')
    return { code: 'link.unproven-kill', path, detail: `names no story; looks like ${id}, which is not killed by likeness (${grounds})` };
  return { code: 'link.likely', path, detail: `most likely revises ${id} (${grounds})` };
}
