/** What each tier does: how much, for how long, and how many of each fault. A store adds the faults that it knows. */
export const TIERS = {
  smoke: () => ({ revisions: 200, feeds: 2, subscribers: 2, forMs: 5_000, mix: { kill: 2 } }),
  commit: ({ faults }) => ({
    ...{ revisions: 600, feeds: 3, subscribers: 3, forMs: 12_000 },
    mix: { kill: 10, zombie: 1, 'redis kill': 1, flushall: 1, 'client kill': 1, 'subscriber fails': 1, ...each(faults, 1) },
  }),
};

const each = (names, count) => Object.fromEntries(names.map((name) => [name, count]));
