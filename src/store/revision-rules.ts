import type { Article } from '../article/article.ts';
import { embargoEnd } from '../article/embargo-end.ts';
import type { Note } from '../article/provenance.ts';
import type { Embargo, Status } from '../article/status.ts';
import type { EventType } from './journal.ts';
import { isKill } from './kill-rules.ts';

/** What a journal knows of a story before its next revision. */
export interface StoryHead {
  readonly revision: number;
  /** Readers have had a revision of it. */
  readonly published: boolean;
  readonly revisionKey: string;
  readonly contentHash: string;
  readonly kind: string;
  readonly publishable: boolean;
  /** The embargo that holds it back, where one does. */
  readonly embargo: Embargo | null;
  /** Those who may have copy before its time have had this revision. */
  readonly early: boolean;
}

/** What a journal does with the next revision of a story; the same in every store. */
export interface Entry {
  /** Behind a newer one: kept, but nothing changes for readers. */
  readonly late: boolean;
  /** The event that says so; absent where readers have nothing to learn. */
  readonly event: EventType | undefined;
  /** The event is for those alone who may have copy before its time. */
  readonly early: boolean;
  /** What readers have of the story is taken back. */
  readonly withdraws: boolean;
  readonly hold: { readonly until: string | null; readonly reason: string } | undefined;
  readonly published: boolean;
}

/** Decides about a revision that is no kill. `buried`: its story was killed. */
export function entryOf({ status, identity }: Article, head: StoryHead | undefined, buried: boolean): Entry {
  const published = head?.published ?? false;
  const quiet = { late: false, event: undefined, early: false, hold: undefined, withdraws: false, published };
  if (head !== undefined && compareKeys(identity.revisionKey, head.revisionKey) < 0) return { ...quiet, late: true };
  if (buried) return { ...quiet, hold: { until: null, reason: 'killed' } };
  if (status.publishable) return { ...quiet, event: eventOf(status, published), published: true };
  const end = embargoEnd(status);
  const held = { ...quiet, hold: { until: end, reason: status.reasons.join(' ') || 'not-publishable' }, withdraws: withdraws(status) };
  if (end !== null) return { ...held, event: 'article.embargoed', early: true };
  if (held.withdraws && published) return { ...held, event: 'article.withheld' };
  // The end that is marked on an early copy no longer holds: whoever has the copy must not go by it.
  return head?.early === true ? { ...held, event: 'article.withheld', early: true } : held;
}

/** Whether a revision takes back what readers have, until another one comes. An unknown status only keeps itself from them. */
function withdraws({ kind, effective, reasons }: Status): boolean {
  return kind === 'withhold' || kind === 'disregard' || (effective === 'withheld' && reasons.includes('pubstatus-withheld'));
}

/** The article under its number, with what it supersedes. A provider's number that comes twice with other words is noted. */
export function numbered(article: Article, revision: number, head: StoryHead | undefined): Article {
  const { identity, provenance } = article;
  const earlier = head === undefined ? {} : { supersedes: [...(identity.supersedes ?? []), `${article.id}@${head.revision}`] };
  const again =
    head !== undefined &&
    identity.version !== null &&
    head.revisionKey === identity.revisionKey &&
    head.contentHash !== identity.contentHash;
  const detail = `the provider gave version ${identity.revisionKey} before, with other content`;
  return {
    ...article,
    identity: { ...identity, revision, ...earlier },
    provenance: again ? noted(provenance, { code: 'revision.same-version', path: 'identity.version', detail }) : provenance,
  };
}

/**
 * The article as this journal sees it. An update that says nothing of the embargo its story is under does not lift it: the embargo goes on,
 * unless the update says that it is over. And the journal's clock has the last word.
 */
export function judged(article: Article, head: StoryHead | undefined, now: string): Article {
  const { status, provenance } = article;
  if (head === undefined || head.embargo === null || status.embargo !== null || isKill(article) || isLifted(status))
    return { ...article, status: onThisClock(status, now) };
  const detail = `this update names no embargo; that of revision ${head.revision} goes on`;
  return {
    ...article,
    status: onThisClock(carrying(status, head.embargo), now),
    provenance: noted(provenance, { code: 'embargo.carried', path: 'status.embargo', detail }),
  };
}

/** What else holds an update stays, and the one after it is under the embargo still. Where it is embargoed by its own word, nobody knows until when. */
function carrying(status: Status, embargo: Embargo): Status {
  if (status.publishable) return { ...status, embargo, effective: 'embargoed', publishable: false, reasons: ['embargo'] };
  return { ...status, embargo: status.effective === 'embargoed' ? { ...embargo, release: 'manual' } : embargo };
}

/** What the newest revision says of its embargo, where that is held back. */
export function embargoIn(doc: string | null): Pick<StoryHead, 'embargo' | 'early'> {
  if (doc === null) return { embargo: null, early: false };
  const { status } = JSON.parse(doc) as Article;
  return { embargo: status.embargo, early: embargoEnd(status) !== null };
}

function isLifted({ markers }: Status): boolean {
  return markers.some(({ type }) => type === 'embargo-lifted');
}

function noted(provenance: Article['provenance'], note: Note): Article['provenance'] {
  return { ...provenance, warnings: [...provenance.warnings, note] };
}

/** The journal's clock has the last word on an embargo: the worker that normalized the story may run ahead or behind. */
function onThisClock(status: Status, now: string): Status {
  const until = status.embargo?.release === 'automatic' ? status.embargo.until.utc : null;
  if (until === null) return status;
  const passed = Date.parse(until) <= Date.parse(now);
  if (passed && embargoEnd(status) !== null) return { ...status, effective: 'usable', publishable: true, reasons: [] };
  if (!passed && status.publishable) return { ...status, effective: 'embargoed', publishable: false, reasons: ['embargo'] };
  return status;
}

/** The article as it is once its embargo has passed. */
export function released(article: Article): Article {
  return { ...article, status: { ...article.status, effective: 'usable', publishable: true, reasons: [] } };
}

/** A held article as a person lets it go; its embargo no longer binds. Or why nobody can. */
export function releasedByHand(article: Article, now: string): Article | 'expired' {
  const { expires, embargo } = article.status;
  if (expires !== undefined && !(Date.parse(expires.utc ?? '') > Date.parse(now))) return 'expired';
  const free = released(article);
  const note: Note = { code: 'status.released', path: 'status', detail: 'a person released it' };
  return {
    ...free,
    status: { ...free.status, embargo: embargo === null ? null : { ...embargo, release: 'manual' } },
    provenance: noted(article.provenance, note),
  };
}

/** What the release of a held revision is to readers. */
export function releaseEvent({ effective, ...status }: Pick<Status, 'effective' | 'kind'>, published: boolean): EventType {
  return effective === 'embargoed' ? 'embargo.lifted' : eventOf(status, published);
}

/** Whether a held revision is only word of a withhold: its text is no story that could be shown. */
export function isOnlyNotice({ status }: Article): boolean {
  return status.kind === 'withhold' || status.kind === 'disregard';
}

/** The article as a person kills it. */
export function killedByHand(article: Article): Article {
  const status: Status = { ...article.status, kind: 'kill', effective: 'canceled', publishable: false, reasons: ['killed-by-hand'] };
  return { ...article, status };
}

/** What was before, for a document that is read again: that its words differ now is our doing, not the provider's. */
export function reread(head: StoryHead, { identity }: Article): StoryHead {
  return { ...head, revisionKey: identity.revisionKey, contentHash: identity.contentHash };
}

/** Equal content is no update, unless the status changed with it, or the embargo that holds it. */
export function isSame(before: StoryHead | undefined, article: Article): boolean {
  const { identity, status } = article;
  if (before?.contentHash !== identity.contentHash || before.kind !== status.kind || before.publishable !== status.publishable)
    return false;
  return !movesEmbargo(before, article);
}

/** Whether the newest version of a story is sent again under another embargo than the one that holds it. */
export function movesEmbargo(before: StoryHead | undefined, { identity, status }: Article): boolean {
  if (before === undefined || status.publishable || before.publishable) return false;
  if (compareKeys(identity.revisionKey, before.revisionKey) < 0) return false;
  const [old, now] = [before.embargo, status.embargo];
  return old?.release !== now?.release || instantOf(old) !== instantOf(now);
}

function instantOf(embargo: Embargo | null): number | undefined {
  const utc = embargo?.until.utc;
  return utc === undefined || utc === null ? undefined : Date.parse(utc);
}

function eventOf({ kind }: Pick<Status, 'kind'>, published: boolean): EventType {
  if (!published) return 'article.created';
  return ['correction', 'correction-notice', 'refile'].includes(kind) ? 'article.corrected' : 'article.updated';
}

/** Provider numbers count as numbers ("10" after "2"); instants and all else as text. */
function compareKeys(a: string, b: string): number {
  const numbers = /^\d{1,9}$/;
  if (numbers.test(a) && numbers.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
