import type { Article } from '../article/article.ts';
import { safeKey } from '../article/hash.ts';
import type { Decision } from './audit.ts';

/** An id of a story besides its key. `role` says whose or what kind of id it is, as the file does. */
export interface Alias {
  readonly provider: string;
  readonly role: string;
  readonly value: string;
}

/** What a kill names: stories by their key, and by whatever other id they have. */
export interface KillNames {
  readonly ids: readonly string[];
  readonly aliases: readonly Alias[];
}

/** Roles of ids that name one item in the world: a kill may name them without saying what they are. */
const WORLDWIDE = ['guid', 'public-identifier', 'versionedId'] as const;
/** What several stories may share is no id to kill by. */
const SHARED: ReadonlySet<string> = new Set(['name-label', 'slug', 'take', 'event', 'package', 'story-number']);
/** Numbers that begin again each day name only what was sent lately. */
const DAILY: ReadonlySet<string> = new Set(['service-number', 'agency-number']);
/** How far back a daily number is looked for. */
export const DAILY_HOURS = 48;
/** Longer ones are no ids, and would not fit an index. */
const LONGEST = 500;
/** Rungs of the identity ladder that are no id: a kill that stands on one names its story by its other ids. */
const NO_ID: ReadonlySet<string> = new Set(['url', 'headline', 'content']);

export function isDaily({ role }: Alias): boolean {
  return DAILY.has(role);
}

export function isKill({ status }: Article): boolean {
  return status.kind === 'kill' || status.effective === 'canceled';
}

/** By what else than its key a story may be named. */
export function aliasesOf({ provider, identity }: Article): readonly Alias[] {
  const own = safeKey(provider.code ?? provider.name);
  const ids = [{ role: 'guid', value: identity.guid }, ...(identity.altIds ?? [])];
  return ids
    .filter(({ role, value }) => value !== '' && value.length <= LONGEST && role.length <= LONGEST && !SHARED.has(role))
    .map(({ role, value }) => ({ provider: own, role, value }));
}

/** What a kill names besides itself; nothing for any other article. */
export function killNames(article: Article): KillNames {
  if (!isKill(article)) return { ids: [], aliases: [] };
  const { id, identity, provider } = article;
  const own = safeKey(provider.code ?? provider.name);
  const named = (identity.kills ?? []).filter(({ value }) => value !== identity.storyKey && value.trim() !== '' && value.length <= LONGEST);
  const ids = named.filter(({ by }) => !SHARED.has(by)).map(({ value }) => `${own}:${safeKey(value)}`);
  const others = named.flatMap(({ by, value }) => [...new Set([by, ...WORLDWIDE])].map((role) => ({ provider: own, role, value })));
  const itself = NO_ID.has(identity.basis) ? aliasesOf(article).filter(({ role }) => role !== 'guid') : [];
  return { ids: ids.filter((other) => other !== id), aliases: [...others.filter(({ role }) => !SHARED.has(role)), ...itself] };
}

/** The decision about a story in which a late revision has an id that an earlier kill named. */
export function namedBefore({ provenance }: Article): Decision {
  return { actor: `feed ${provenance.feed}`, reason: 'named-by-earlier-kill' };
}

/** Who decides where a document does. */
export function decisionOf({ status, provenance }: Article): Decision {
  return { actor: `feed ${provenance.feed}`, reason: status.reasons.join(' ') };
}
