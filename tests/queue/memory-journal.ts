import type { Article } from '../../src/article/article.ts';
import { likenessKey } from '../../src/article/likeness.ts';
import type { FeedState } from '../../src/store/feed-journal.ts';
import type { GateView, Journal, RawOutcome, StoredRaw, SubscriberState } from '../../src/store/journal.ts';

const nobody = (): Promise<never> => Promise.reject(new Error('no loop calls this'));
const at = (ms: number): string => new Date(ms).toISOString();

/** The few lines of a journal that the loops need, so that a test can see and break each of its calls. Not for anything else. */
export function memoryJournal(): Journal & { readonly calls: string[] } {
  const calls: string[] = [];
  const feeds = new Map<string, FeedState>();
  const raws: (StoredRaw & { touched: number })[] = [];
  const articles = new Map<string, Article>();
  const events: GateView[] = [];
  const subscribers = new Map<string, SubscriberState>();
  let tally = { received: 0, stored: 0, duplicate: 0, filtered: 0, quarantined: 0 };
  const subscriberOf = (name: string): SubscriberState =>
    subscribers.get(name) ?? {
      name,
      cursor: '0',
      failures: 0,
      nextAttemptAt: null,
      lastError: null,
      disabled: false,
      paused: null,
      rewindTo: null,
    };

  const commitOne = (outcome: RawOutcome): typeof tally => {
    const counts = { received: outcome.items.length, stored: 0, duplicate: 0, filtered: 0, quarantined: 0 };
    for (const item of outcome.items) {
      if (item.kind === 'bad') counts.quarantined += 1;
      else if (item.kind === 'filtered') counts.filtered += 1;
      else if (articles.has(item.article.id)) counts.duplicate += 1;
      else {
        counts.stored += 1;
        articles.set(item.article.id, item.article);
        const event = {
          cursor: String(events.length + 1),
          type: 'article.created',
          articleId: item.article.id,
          revision: 1,
          occurredAt: at(Date.now()),
        } as const;
        events.push({ event, article: item.article, now: at(Date.now()), tombstone: null, held: false, withdrawn: false, early: false });
      }
    }
    const row = raws.find((raw) => raw.id === outcome.rawId);
    if (row !== undefined && outcome.last) Object.assign(row, { state: 'done' });
    return counts;
  };
  const add = (one: typeof tally, other: typeof tally): typeof tally => ({
    received: one.received + other.received,
    stored: one.stored + other.stored,
    duplicate: one.duplicate + other.duplicate,
    filtered: one.filtered + other.filtered,
    quarantined: one.quarantined + other.quarantined,
  });

  return {
    ...{ createToken: nobody, revokeToken: nobody, tokens: nobody, tokenOf: nobody, claimRequest: nobody, answerRequest: nobody },
    ...{ held: nobody, discardQuarantine: nobody },
    ...{ putHubFeeds: nobody, hubSubscription: nobody, claimDueHubs: nobody, saveHub: nobody },
    ...{ followed: nobody, noteFollowed: nobody },
    calls,
    now: () => Promise.resolve(at(Date.now())),
    putFeeds: (given) => {
      for (const { id, intervalMs } of given)
        feeds.set(id, {
          id,
          intervalMs,
          paused: false,
          pausedReason: null,
          resumeAt: null,
          backfillSince: null,
          addedAt: null,
          learned: null,
          alarms: [],
          nextPollAt: at(0),
          cursor: null,
          validators: {},
          failures: 0,
          failingSince: null,
          lastError: null,
          lastPollAt: null,
          lastItemAt: null,
        });
      return Promise.resolve();
    },
    feed: (id) => Promise.resolve(feeds.get(id) ?? null),
    feeds: () => Promise.resolve([...feeds.values()]),
    claimDueFeeds: (_limit, leaseMs) => {
      const due = [...feeds.values()].filter((feed) => feed.nextPollAt <= at(Date.now()));
      for (const feed of due) feeds.set(feed.id, { ...feed, nextPollAt: at(Date.now() + leaseMs) });
      return Promise.resolve(due);
    },
    finishPoll: ({ feed, nextInMs, cursor, validators, error, excused }) => {
      calls.push(`finishPoll ${error === undefined ? 'ok' : 'failed'} ${cursor ?? '-'}`);
      const state = feeds.get(feed);
      if (state !== undefined)
        feeds.set(feed, {
          ...state,
          nextPollAt: at(Date.now() + nextInMs),
          lastPollAt: at(Date.now()),
          cursor: cursor ?? state.cursor,
          validators: validators ?? state.validators,
          failures: error === undefined ? 0 : state.failures + (excused === true ? 0 : 1),
          lastError: error ?? null,
        });
      return Promise.resolve();
    },
    postponePoll: (feed, inMs) => {
      calls.push('postponePoll');
      const state = feeds.get(feed);
      if (state !== undefined) feeds.set(feed, { ...state, nextPollAt: at(Date.now() + inMs) });
      return Promise.resolve();
    },
    countItems: () => Promise.resolve(),
    steerFeed: nobody,
    ...{ subscriptions: nobody, subscription: nobody, addSubscription: nobody, changeSubscription: nobody },
    ...{ rotateSubscription: nobody, removeSubscription: nobody },
    setAlarms: nobody,
    dayCounts: nobody,
    beginIncident: nobody,
    endIncident: nobody,
    incidents: nobody,
    keepRaw: (raw) => {
      calls.push('keepRaw');
      const known = raws.find((row) => row.raw.feed === raw.feed && row.raw.sha256 === raw.sha256);
      if (known !== undefined) return Promise.resolve({ id: known.id, fresh: false });
      raws.push({ id: raws.length + 1, raw, state: 'pending', attempts: 0, touched: Date.now() });
      return Promise.resolve({ id: raws.length, fresh: true });
    },
    raws: (ids) => Promise.resolve(raws.filter((row) => ids.includes(row.id))),
    claimPendingRaws: (idleMs) => {
      const found = raws.filter((row) => row.state === 'pending' && row.touched <= Date.now() - idleMs);
      for (const row of found) Object.assign(row, { touched: Date.now(), attempts: row.attempts + 1 });
      return Promise.resolve(found.map(({ id, raw, attempts }) => ({ id, feed: raw.feed, attempts })));
    },
    commit: (outcomes) => {
      calls.push(`commit ${outcomes.map(({ rawId, items, last }) => `${rawId}:${items.length}${last ? '!' : ''}`).join(' ')}`);
      const counts = outcomes.map(commitOne).reduce(add);
      tally = add(tally, counts);
      return Promise.resolve(counts);
    },
    releaseDue: () => Promise.resolve(0),
    article: () => Promise.resolve(null),
    lookalikes: ({ provider, slug, after, before, limit }) => {
      calls.push(`lookalikes ${slug}`);
      const alike = [...articles.values()].filter((article) => {
        const key = likenessKey(article);
        return key?.provider === provider && key.slug === slug && key.at >= after && key.at <= before;
      });
      return Promise.resolve(alike.slice(0, limit));
    },
    events: (cursor, limit) => Promise.resolve(events.slice(Number(cursor), Number(cursor) + limit)),
    eventsBefore: () => Promise.resolve([]),
    head: () => Promise.resolve(String(events.length)),
    subscriber: (name) => Promise.resolve(subscriberOf(name)),
    subscribers: () => Promise.resolve([...subscribers.values()]),
    claimDeliveries: (name, limit) => {
      const { cursor, disabled, nextAttemptAt } = subscriberOf(name);
      if (disabled || (nextAttemptAt !== null && nextAttemptAt > at(Date.now()))) return Promise.resolve([]);
      return Promise.resolve(events.slice(Number(cursor), Number(cursor) + limit));
    },
    acknowledge: (name, through, log) => {
      calls.push(`acknowledge ${through} ${log.map(({ outcome }) => outcome).join(',')}`);
      subscribers.set(name, { ...subscriberOf(name), cursor: through, failures: 0, nextAttemptAt: null });
      return Promise.resolve();
    },
    deliveryFailed: (name, { error, retryInMs, disable = false }) => {
      calls.push(`deliveryFailed ${disable ? 'disable' : 'retry'}`);
      const state = subscriberOf(name);
      subscribers.set(name, {
        ...state,
        failures: state.failures + 1,
        lastError: error,
        nextAttemptAt: at(Date.now() + retryInMs),
        disabled: disable,
      });
      return Promise.resolve();
    },
    changed: nobody,
    forget: nobody,
    search: nobody,
    consumer: nobody,
    consumers: nobody,
    createConsumer: nobody,
    advanceConsumer: nobody,
    rewindConsumer: nobody,
    removeConsumer: nobody,
    release: nobody,
    kill: nobody,
    receipts: nobody,
    audit: nobody,
    recordAudit: nobody,
    steer: (name) => Promise.resolve(subscriberOf(name)),
    haveReceived: (_name, ids) => Promise.resolve(new Set(ids)),
    deliveries: () => Promise.resolve([]),
    cursorBefore: () => Promise.resolve('0'),
    quarantine: () => Promise.resolve([]),
    quarantineGroups: nobody,
    rawsSince: nobody,
    rawsInQuarantine: nobody,
    rawItems: nobody,
    storeAgain: nobody,
    totals: () =>
      Promise.resolve({
        ...tally,
        rawPending: raws.filter((row) => row.state === 'pending').length,
        articles: articles.size,
        outbox: events.length,
        quarantineRows: tally.quarantined,
      }),
    close: () => Promise.resolve(),
  };
}
