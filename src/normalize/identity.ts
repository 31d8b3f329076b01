import type { Article } from '../article/article.ts';
import { safeKey, sha256 } from '../article/hash.ts';
import { canonicalAddress } from './canonical-address.ts';
import type { Draft } from './draft.ts';
import { isPlausible } from './times/window.ts';

type Identity = Article['identity'];

/** What identity needs besides the draft. */
interface Built {
  readonly provider: string;
  readonly headline: string | null;
  readonly body: Article['body'];
  readonly media: Article['media'];
  readonly times: Article['times'];
}

/** The article id: one for all revisions of a provider's story. */
export function articleId(provider: string, storyKey: string): string {
  return `${safeKey(provider)}:${safeKey(storyKey)}`;
}

/**
 * Climbs down the identity ladder: the key that the profile names, else the format's story key, guid, permalink, page address,
 * headline (where the format lets it link items), and at last the content. The rung is kept as `basis`.
 */
export function identityOf(draft: Draft, built: Built): Identity {
  const { item, settled } = draft;
  const contentHash = contentHashOf(built);
  const { key, basis } = rungOf(draft, built.headline, contentHash);
  return {
    guid: item.guid?.text.trim() ?? key,
    storyKey: key,
    basis,
    version: item.version?.text.trim() ?? null,
    revision: null,
    revisionKey: revisionKeyOf(draft, built.times),
    contentHash,
    ...(item.supersedes === undefined || item.supersedes.length === 0 ? {} : { supersedes: [...item.supersedes] }),
    ...(item.kills === undefined || item.kills.length === 0 ? {} : { kills: item.kills.map((kill) => ({ ...kill })) }),
    ...(item.altIds === undefined || item.altIds.length === 0 ? {} : { altIds: item.altIds.map((id) => ({ ...id })) }),
    ...settled.identity,
  };
}

/** Orders revisions: the version, or the moment of this one where an agency counts by it. */
function revisionKeyOf({ item, profile, context }: Draft, times: Built['times']): string {
  const version = item.version?.text.trim();
  const moment = momentOf(times, context.now);
  const key = profile.revisionKey === 'versionCreated' ? (moment ?? version) : (version ?? moment);
  return key ?? times.received.utc ?? context.receivedAt;
}

/** A version of the year 2999 would shut out all that come after it. */
function momentOf({ versionCreated }: Article['times'], now: string): string | undefined {
  const utc = versionCreated?.utc ?? undefined;
  return utc !== undefined && isPlausible(utc, now) ? utc : undefined;
}

function rungOf({ item, profile, context }: Draft, headline: string | null, contentHash: string): { key: string; basis: string } {
  const named = profile.storyKey === undefined ? undefined : item[profile.storyKey];
  const rungs: readonly (readonly [string, string | undefined])[] = [
    ['profile', named?.text],
    ['story-key', item.storyKey?.text],
    ['guid', item.guid?.text],
    ['permalink', canonicalAddress(item.permalink?.text)],
    // The address of a feed is that of all its items.
    ['url', item.isOfFeed === true ? undefined : context.url],
    ['headline', headline === null || item.linkedByIdOnly === true ? undefined : slugOf(headline)],
  ];
  const rung = rungs.find(([, value]) => value !== undefined && value.trim() !== '');
  return rung?.[1] === undefined ? { key: contentHash.slice(0, 24), basis: 'content' } : { key: rung[1].trim(), basis: rung[0] };
}

function slugOf(headline: string): string {
  return headline
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

/** SHA-256 over what a reader sees: headline, blocks and media. White space and markup of the file do not count. */
function contentHashOf({ headline, body, media }: Built): string {
  const seen = [
    headline,
    body.blocks.map((block) => [block.type, block.id]),
    (media ?? []).map((item) => [item.id, item.caption ?? null, item.credit?.raw ?? null]),
  ];
  return sha256(JSON.stringify(seen));
}
