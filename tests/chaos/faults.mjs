import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What can go wrong, by name. Each fault is handed the world `{ fleet, redis, journal, upstream, subscribers, tell }` and a random stream, does
 * its harm, and resolves when it is undone. `target` is whom the report counts it against; `store` faults are allowed the longer recovery.
 */
export const FAULTS = {
  kill: {
    target: (random, { fleet }) => random.pick([...fleet.crew.keys()]),
    run: ({ fleet }, _random, target) => Promise.resolve(fleet.signal(target, 'SIGKILL')),
  },
  zombie: {
    target: (random, { fleet }) => random.pick([...fleet.crew.keys()]),
    run: async ({ fleet, pauseMs }, random, target) => {
      fleet.signal(target, 'SIGSTOP');
      await sleep(random.between(...pauseMs));
      fleet.signal(target, 'SIGCONT');
    },
  },
  'redis kill': {
    store: true,
    target: () => 'redis',
    run: ({ redis }, random) => redis.kill({ downMs: random.between(100, 1_500) }),
  },
  'redis empty disk': {
    store: true,
    target: () => 'redis',
    run: ({ redis }, random) => redis.kill({ downMs: random.between(100, 1_500), empty: true }),
  },
  flushall: { store: true, target: () => 'redis', run: ({ redis }) => redis.ask('FLUSHALL') },
  'client kill': { store: true, target: () => 'redis', run: ({ redis }) => redis.ask('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes') },
  'redis sleeps': { store: true, target: () => 'redis', run: ({ redis }) => redis.ask('DEBUG', 'SLEEP', '3') },
  'journal kill': {
    store: true,
    target: () => 'journal',
    run: ({ journal }, random) => journal.kill({ downMs: random.between(100, 1_000) }),
  },
  'journal sessions end': { store: true, target: () => 'journal', run: ({ journal }) => journal.endSessions() },
  'journal locked': { store: true, target: () => 'journal', run: ({ journal }, random) => journal.lock(random.between(1_000, 4_000)) },
  'journal read-only': { store: true, target: () => 'journal', run: ({ journal }, random) => journal.readOnly(random.between(500, 3_000)) },
  'subscriber fails': {
    target: (random, { subscribers }) => random.pick(subscribers).name,
    run: async ({ subscribers }, random, target) => {
      const one = subscribers.find(({ name }) => name === target);
      one.manner = random.pick(['answers 500', 'hangs', 'takes it and resets', 'is slow']);
      await sleep(random.between(500, 2_500));
      one.manner = 'well';
    },
  },
};
