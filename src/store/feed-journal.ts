import type { Act } from './audit.ts';

/** What is wrong with a feed that answers, or that keeps its place in the list of feeds for another reason. `code` has its page in docs/codes.md. */
export interface Alarm {
  readonly code: string;
  readonly since: string;
  readonly detail: string;
}

/** A feed as the journal keeps it: what was asked for, and how far it has got. Instants are ISO 8601 UTC on the journal's clock. */
export interface FeedState {
  readonly id: string;
  readonly intervalMs: number;
  readonly paused: boolean;
  /** Why a person stopped it; null while it runs. */
  readonly pausedReason: string | null;
  /** When it goes on by itself; null where it waits for a person. */
  readonly resumeAt: string | null;
  readonly nextPollAt: string;
  readonly cursor: string | null;
  /** ETag / Last-Modified of the last complete answer. */
  readonly validators: Readonly<Record<string, string>>;
  /** What is to be read again begins at this instant; null where nothing is. The next complete poll clears it. */
  readonly backfillSince: string | null;
  readonly failures: number;
  readonly failingSince: string | null;
  readonly lastError: string | null;
  readonly lastPollAt: string | null;
  readonly lastItemAt: string | null;
  /** Since when the feed is known: before that there is nothing to be silent about. */
  readonly addedAt: string | null;
  /** What was learned about its habits, as `pipeline/rhythm.ts` wrote it; null before the first poll. */
  readonly learned: string | null;
  readonly alarms: readonly Alarm[];
}

export interface PollOutcome {
  readonly feed: string;
  readonly nextInMs: number;
  readonly cursor?: string;
  readonly validators?: Readonly<Record<string, string>>;
  /** Absent after a success: failures go back to 0. */
  readonly error?: string;
  /** The fault is ours (an outage of our own network): it is shown, but not counted against the feed. */
  readonly excused?: true;
  readonly learned?: string;
}

/** What a person does to a feed. */
export interface FeedSteering {
  /** The reason; null resumes. */
  readonly paused?: string | null;
  /** With `paused`: goes on by itself at this instant. */
  readonly resumeAt?: string;
  readonly pollNow?: true;
  /** Forgets cursor and validators, so that what the source still has from this instant on is read again. What is known already is dropped. */
  readonly backfillSince?: string;
}

/** Numbers of one feed on one day (UTC): `documents`, `items`, `bad`, and how many items had a field. */
export interface DayCounts {
  readonly feed: string;
  readonly day: string;
  readonly counts: Readonly<Record<string, number>>;
}

/** Most hosts failed at once: the fault lies with our own network. `endedAt` is null while it lasts. */
export interface Incident {
  /** The machine that sees it. */
  readonly place: string;
  readonly beganAt: string;
  readonly endedAt: string | null;
  readonly detail: string;
}

/** The part of the journal that schedules feeds and watches their health. */
export interface FeedJournal {
  /** Adds feeds and changes their interval; keeps cursors. A feed no longer named stays, but is not due. */
  putFeeds(feeds: readonly { readonly id: string; readonly intervalMs: number }[]): Promise<void>;
  feed(id: string): Promise<FeedState | null>;
  feeds(): Promise<readonly FeedState[]>;
  /** Feeds to poll now; each is claimed for `leaseMs`, so that two ticks do not both poll it. A pause that is over ends here. */
  claimDueFeeds(limit: number, leaseMs: number): Promise<readonly FeedState[]>;
  /** Saves cursor and validators. Call it only after every raw row of the poll is kept. */
  finishPoll(outcome: PollOutcome): Promise<void>;
  /** Puts off a claimed feed that was not polled after all: its host is busy. */
  postponePoll(feed: string, inMs: number): Promise<void>;
  /** Pauses, resumes, polls now, reads again, with an audit row; null where there is no such feed. */
  steerFeed(feed: string, change: FeedSteering, act: Act): Promise<FeedState | null>;
  setAlarms(feed: string, alarms: readonly Alarm[]): Promise<void>;
  /** Adds to the numbers of the feed's present day. Days older than `DAYS_KEPT` are dropped. */
  countItems(feed: string, counts: Readonly<Record<string, number>>): Promise<void>;
  dayCounts(feed?: string): Promise<readonly DayCounts[]>;
  /** One at a time for each place. */
  beginIncident(place: string, detail: string): Promise<void>;
  endIncident(place: string): Promise<void>;
  /** Newest first. */
  incidents(limit: number): Promise<readonly Incident[]>;
}

/** Five weeks: four to compare with, and the one that is compared. */
export const DAYS_KEPT = 35;
