import type { Article } from '../article/article.ts';
import type { Raw } from '../article/raw.ts';
import type { AccessTokens } from './access.ts';
import type { Act, AuditEntry, AuditQuery, AuditRow, Decision } from './audit.ts';
import type { Consumers } from './consumers.ts';
import type { HeldPage, HeldQuery } from './held.ts';
import type { FeedJournal } from './feed-journal.ts';
import type { FollowedPages } from './followed-pages.ts';
import type { HubSubscriptions } from './hub-subscriptions.ts';
import type { QuarantineGroup, QuarantineQuery, RawItem, ReplayQuery, Reread, RereadFate } from './replay.ts';
import type { Requests } from './requests.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface StoredRaw {
  readonly id: number;
  readonly raw: Raw;
  readonly state: 'pending' | 'done' | 'quarantined';
  /** How often a reconciler has handed it out again. */
  readonly attempts: number;
}

export interface KeptRaw {
  readonly id: number;
  /** False where the same feed already delivered the same bytes. */
  readonly fresh: boolean;
}

/** What became of one item of a raw document. */
export type ItemOutcome =
  | { readonly kind: 'article'; readonly index: number; readonly article: Article }
  | { readonly kind: 'bad'; readonly index: number | null; readonly code: string; readonly message: string; readonly bug: boolean }
  | { readonly kind: 'filtered'; readonly index: number; readonly reason: string };

/** Some items of one raw document, to be committed in one transaction. `last` marks the raw row done in the same transaction. */
export interface RawOutcome {
  readonly rawId: number;
  readonly items: readonly ItemOutcome[];
  readonly last: boolean;
}

/** Item counts: `received = stored + duplicate + filtered + quarantined`. */
export interface Tally {
  readonly received: number;
  readonly stored: number;
  readonly duplicate: number;
  readonly filtered: number;
  readonly quarantined: number;
}

/**
 * `article.withheld` takes a published story back until a revision comes that may be shown, `article.killed` for good; neither carries text.
 * `article.embargoed` brings copy under embargo to those who may have it before its time, and to nobody else.
 */
export const EVENT_TYPES = [
  'article.created',
  'article.updated',
  'article.corrected',
  'article.killed',
  'article.withheld',
  'article.embargoed',
  'embargo.lifted',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

/** One row of the outbox: the single sequence behind pull, SSE and push. */
export interface OutboxEvent {
  /** Opaque to consumers; orders events; resumes after it. */
  readonly cursor: string;
  readonly type: EventType;
  readonly articleId: string;
  readonly revision: number;
  readonly occurredAt: string;
}

/** An event with all that the gate needs, read in one transaction with the journal's clock. */
export interface GateView {
  readonly event: OutboxEvent;
  readonly article: Article;
  /** Journal clock, ISO 8601 UTC. */
  readonly now: string;
  /** Set once the story was killed: when, and by which revision. */
  readonly tombstone: { readonly at: string; readonly revision: number } | null;
  /** Set while a revision waits for its embargo or for a person. */
  readonly held: boolean;
  /** Set once a withhold took this revision back: its text never leaves again, whatever becomes of the story. */
  readonly withdrawn: boolean;
  /** The event is for those alone who may have copy before its time. */
  readonly early: boolean;
}

export type GateVerdict = { readonly pass: true } | { readonly pass: false; readonly reason: string };

export interface SubscriberState {
  readonly name: string;
  readonly cursor: string;
  readonly failures: number;
  readonly nextAttemptAt: string | null;
  readonly lastError: string | null;
  /** It answered 410: nothing is sent until a person enables it. */
  readonly disabled: boolean;
  /** Why a person stopped it; null while it runs. */
  readonly paused: string | null;
  /** It is to be sent again what came after this cursor, from the next claim on. */
  readonly rewindTo: string | null;
}

/** One event of one story, as the log of deliveries names it. */
export interface DeliveryRef {
  readonly articleId: string;
  readonly revision: number;
  readonly type: EventType;
}

/** What became of it: `delivered`, `withheld: <reason>`, `filtered: <criterion>` or `failed: <error>`. */
export interface DeliveryNote extends DeliveryRef {
  readonly outcome: string;
}

/** A row of the log of deliveries: the last that became of an event at a subscriber. */
export interface DeliveryRow extends DeliveryNote {
  readonly subscriber: string;
  readonly at: string;
}

/** Newest first; `before` is the `deliveryCursor` of the last row of the page before. */
export interface DeliveryQuery {
  readonly subscriber?: string;
  readonly articleId?: string;
  readonly outcome?: 'delivered' | 'withheld' | 'filtered' | 'failed';
  readonly before?: string;
  readonly limit: number;
}

/** An attempt that failed. */
export interface DeliveryFailure {
  readonly error: string;
  readonly retryInMs: number;
  readonly disable?: boolean;
  readonly of?: DeliveryRef;
}

/** What a person does to a subscriber. */
export interface Steering {
  /** The reason; null resumes. */
  readonly paused?: string | null;
  /** After a 410: sends again, and forgets the failures. */
  readonly enable?: true;
  /** Sends again what came after this cursor. */
  readonly rewindTo?: string;
}

/**
 * What became of a decision about a story. `not-held`: it is out already, or nothing of it waits. `no-text`: it was withheld, and no
 * revision before that could come back. `expired`: its licence has run out.
 */
export type Decided = 'done' | 'unknown' | 'killed' | 'not-held' | 'no-text' | 'expired';

/** How far somebody has got with taking back a story. */
export interface Receipt {
  readonly subscriber: string;
  /** What the delivery log says, `acknowledged` for a named consumer that is past it; null while the take-back waits for its turn. */
  readonly outcome: string | null;
  readonly at: string | null;
}

/** How long each kind is kept, in milliseconds; for ever where it is not said. */
export interface Retention {
  readonly rawMs?: number;
  readonly revisionsMs?: number;
  readonly eventsMs?: number;
}

/** What was forgotten: bytes of documents, superseded revisions, events. */
export interface Forgotten {
  readonly raws: number;
  readonly revisions: number;
  readonly events: number;
}

/** One story as it is now, with what the gate must know of it. */
export interface FoundStory {
  readonly article: Article;
  readonly view: Omit<GateView, 'event'>;
}

/** `text`: words, "words in a row", beginnings*, -words that must not be there. Instants are those of the newest revision's arrival. */
export interface SearchQuery {
  readonly text: string;
  readonly provider?: string;
  /** BCP 47; `en` also finds `en-GB`. */
  readonly language?: string;
  readonly status?: Article['status']['effective'];
  /** From this instant on. */
  readonly since?: string;
  /** Before this instant. */
  readonly until?: string;
  /** Goes on after the last page. */
  readonly before?: string;
  readonly limit: number;
}

export interface SearchPage {
  readonly hits: readonly FoundStory[];
  /** For `before`; null where there is no more. */
  readonly next: string | null;
}

/** Stories of one provider under one slug (`likenessKey` of `article/likeness.ts`) whose version is from between two instants, both included. */
export interface LookalikeQuery {
  readonly provider: string;
  readonly slug: string;
  readonly after: string;
  readonly before: string;
  readonly limit: number;
}

export interface QuarantineRow {
  readonly id: number;
  readonly rawId: number;
  readonly feed: string;
  readonly item: number | null;
  readonly code: string;
  readonly message: string;
  readonly bug: boolean;
  readonly at: string;
}

/**
 * The journal: the truth about every story. Redis holds only hints. Each method is one transaction; none is ever half done.
 * Two implementations (SQLite, PostgreSQL) pass one conformance suite, `tests/contract/journal.ts`.
 */
export interface Journal extends AccessTokens, Consumers, FeedJournal, FollowedPages, HubSubscriptions, Requests, Subscriptions {
  /** The clock that decides embargoes and due times. */
  now(): Promise<string>;
  /** Commits bytes as received; unique on feed + sha256. */
  keepRaw(raw: Raw): Promise<KeptRaw>;
  raws(ids: readonly number[]): Promise<readonly StoredRaw[]>;
  /** Raw rows not done that nobody has worked on for `idleMs`; raises their `attempts`. For the reconciler. */
  claimPendingRaws(
    idleMs: number,
    limit: number,
  ): Promise<readonly { readonly id: number; readonly feed: string; readonly attempts: number }[]>;

  /** Revisions, holds, tombstones, outbox rows, quarantine and "raw done" in ONE transaction. */
  commit(outcomes: readonly RawOutcome[]): Promise<Tally>;
  /** Publishes held revisions whose embargo has passed on the journal's clock; returns how many. */
  releaseDue(limit: number): Promise<number>;
  /** Publishes what is held of a story, on a person's word. What a withhold took back returns as a new revision. */
  release(id: string, decision: Decision): Promise<Decided>;
  /** Kills a story and all that goes with it, as a kill of its provider does. */
  kill(id: string, decision: Decision): Promise<Decided>;

  /** What waits for its embargo or for a person; killed stories do not. */
  held(query: HeldQuery): Promise<HeldPage>;

  article(id: string, revision?: number): Promise<FoundStory | null>;
  /** Stories by their words, as they are now, the latest to arrive first. Killed ones are never found; held ones are, so ask the gate. */
  search(query: SearchQuery): Promise<SearchPage>;
  /** Newest revisions that may be of one story, newest first. They share a slug and no more: whoever asks compares them. */
  lookalikes(query: LookalikeQuery): Promise<readonly Article[]>;
  /**
   * Events after `cursor` ('0' = all that are kept), oldest first, each with its gate view.
   * @throws {BadInput} `cursor.unknown`, and `cursor.too-old` where events after it are forgotten; so do all that take a cursor of a reader
   */
  events(cursor: string, limit: number): Promise<readonly GateView[]>;
  /** Events before `cursor` (from the newest on without one), newest first. */
  eventsBefore(cursor: string | undefined, limit: number): Promise<readonly GateView[]>;
  /** Cursor of the newest event. */
  head(): Promise<string>;
  /** Resolves when something may have changed, at the latest after `withinMs`. A hint: look again in any case. */
  changed(withinMs: number): Promise<void>;

  subscriber(name: string): Promise<SubscriberState>;
  /** But for those that were removed. */
  subscribers(): Promise<readonly SubscriberState[]>;
  /**
   * Leases the next events of a subscriber for `leaseMs` and reads their gate views in the same transaction.
   * Empty while another worker holds the lease, while the subscriber backs off, or when it is disabled.
   */
  claimDeliveries(subscriber: string, limit: number, leaseMs: number): Promise<readonly GateView[]>;
  /** Moves the subscriber's cursor and logs what was delivered or withheld. */
  acknowledge(subscriber: string, through: string, log: readonly DeliveryNote[]): Promise<void>;
  /** Ends the lease without moving the cursor; next attempt after `retryInMs`; `disable` for a 410; `of` is the delivery that failed. */
  deliveryFailed(subscriber: string, failure: DeliveryFailure): Promise<void>;
  /** Pauses, resumes, enables or rewinds. What is being sent at this moment ends first. Writes an audit row. */
  steer(subscriber: string, change: Steering, act: Act): Promise<SubscriberState>;
  /** Which of these stories a subscriber has been sent before, by an event of this type where one is named. */
  haveReceived(subscriber: string, articleIds: readonly string[], type?: EventType): Promise<ReadonlySet<string>>;
  /** @throws {BadInput} `delivery.cursor` */
  deliveries(query: DeliveryQuery): Promise<readonly DeliveryRow[]>;
  /** The cursor after which everything since an instant (ISO 8601 UTC) lies. */
  cursorBefore(instant: string): Promise<string>;

  /**
   * Forgets some of what is older than the policy says; call it until nothing is left. Tombstones, kills, pending documents, the newest revision
   * of each story and what a subscriber still waits for stay. `isDryRun` counts all and changes nothing.
   */
  forget(policy: Retention, isDryRun?: boolean): Promise<Forgotten>;

  /** Who has confirmed the last event that took this story back; empty where none did. */
  receipts(id: string): Promise<readonly Receipt[]>;

  /** What people did, and every kill and withhold, whoever sent it. Rows are never changed or removed. */
  audit(query: AuditQuery): Promise<readonly AuditRow[]>;
  recordAudit(entry: AuditEntry): Promise<void>;

  /** Newest first. */
  quarantine(limit: number, query?: QuarantineQuery): Promise<readonly QuarantineRow[]>;
  /** Gives items up: they wait no more, and count as filtered. The bytes stay. Writes an audit row; returns how many. */
  discardQuarantine(query: QuarantineQuery, decision: Decision): Promise<number>;
  /** The most frequent cause first. */
  quarantineGroups(): Promise<readonly QuarantineGroup[]>;
  /** Ids of raw documents, oldest first. */
  rawsSince(query: ReplayQuery): Promise<readonly number[]>;
  rawsInQuarantine(query: QuarantineQuery): Promise<readonly number[]>;
  rawItems(rawId: number): Promise<readonly RawItem[]>;
  /** Stores what documents say when they are read again, in ONE transaction; what became of each, in order. */
  storeAgain(rereads: readonly Reread[]): Promise<readonly RereadFate[]>;
  /** Totals since the journal began; the four parts add up to `received`. */
  totals(): Promise<
    Tally & { readonly rawPending: number; readonly articles: number; readonly outbox: number; readonly quarantineRows: number }
  >;
  close(): Promise<void>;
}
