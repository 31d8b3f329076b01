import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { driftOf } from '../src/pipeline/drift.ts';
import { alarmsOf, checkHealth } from '../src/pipeline/health.ts';
import { itemCounts } from '../src/pipeline/item-counts.ts';
import { readLearned, writeLearned } from '../src/pipeline/learned.ts';
import { createOutageWatch, OUTAGE } from '../src/pipeline/outage.ts';
import { intervalOf } from '../src/pipeline/poll-interval.ts';
import { evidence, expectedBetween, newRhythm, observe, slotOf, type Rhythm } from '../src/pipeline/rhythm.ts';
import { quietProbability, silenceOf, SILENCE } from '../src/pipeline/silence.ts';
import { clockOffset, noteClock } from '../src/pipeline/source-clock.ts';
import type { Alarm, DayCounts, FeedState } from '../src/store/feed-journal.ts';
import { after } from '../src/store/after.ts';

const HOUR = 3_600_000;
const WEEK = 168 * HOUR;
/** A Monday, 00:00 UTC. */
const START = Date.parse('2026-03-02T00:00:00Z');

function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 2 ** 32;
  };
}

/** Arrivals by chance at `perHour(slot)`. */
function* arrivalsOf(perHour: (slot: number) => number, from: number, to: number, random: () => number): Generator<number> {
  const most = Math.max(...Array.from({ length: 168 }, (_, slot) => perHour(slot)));
  for (let at = from; ;) {
    at += (-Math.log(random()) / most) * HOUR;
    if (at >= to) return;
    if (random() < perHour(slotOf(at)) / most) yield at;
  }
}

/** Polled every ten minutes for some weeks. */
function learn(perHour: (slot: number) => number, weeks: number, random: () => number): Rhythm {
  let rhythm = newRhythm();
  const all = [...arrivalsOf(perHour, START, START + weeks * WEEK, random)];
  let index = 0;
  for (let at = START; at < START + weeks * WEEK; at += HOUR / 6) {
    let news = 0;
    for (; index < all.length && (all[index] ?? 0) < at + HOUR / 6; index += 1) news = 1;
    rhythm = observe(rhythm, { from: at, to: at + HOUR / 6, arrivals: news });
  }
  return rhythm;
}

/** A desk that works from 7 to 19 on weekdays, and has one in the night and at weekends now and then. */
const office = (slot: number): number => (slot < 120 && slot % 24 >= 7 && slot % 24 < 19 ? 3 : 0.1);

describe('rhythm', () => {
  test('the epoch was a Thursday', () => {
    expect(slotOf(START)).toBe(0);
    expect(slotOf(0)).toBe(72);
    expect(slotOf(START + WEEK - 1)).toBe(167);
  });

  test('what is expected adds up, is never negative and never falls with time', () => {
    const rhythm = learn(office, 3, randomOf(7));
    const stretch = fc.integer({ min: 0, max: 5 * WEEK });
    fc.assert(
      fc.property(stretch, stretch, stretch, (a, b, c) => {
        const whole = expectedBetween(rhythm, START + a, START + a + b + c);
        const parts = expectedBetween(rhythm, START + a, START + a + b) + expectedBetween(rhythm, START + a + b, START + a + b + c);
        expect(whole).toBeGreaterThanOrEqual(0);
        expect(whole).toBeCloseTo(parts, 6);
      }),
    );
  });

  test('how the watched time is cut into polls does not matter', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 * HOUR }), { minLength: 1, maxLength: 40 }), (steps) => {
        let [rhythm, at] = [newRhythm(), START];
        for (const step of steps) {
          rhythm = observe(rhythm, { from: at, to: at + step, arrivals: step / HOUR });
          at += step;
        }
        const whole = observe(newRhythm(), { from: START, to: at, arrivals: (at - START) / HOUR });
        expect(evidence(rhythm).arrivals / evidence(rhythm).hours).toBeCloseTo(evidence(whole).arrivals / evidence(whole).hours, 6);
        expect(Math.max(...rhythm.hours)).toBeLessThanOrEqual(5);
      }),
    );
  });

  test('working hours and nights are told apart', () => {
    const rhythm = learn(office, 6, randomOf(3));
    const noon = expectedBetween(rhythm, START + 36 * HOUR, START + 37 * HOUR);
    const night = expectedBetween(rhythm, START + 27 * HOUR, START + 28 * HOUR);
    expect(noon).toBeGreaterThan(1.5);
    expect(night).toBeLessThan(0.5);
  });

  test('it survives the journal, and what another version wrote is learned anew', () => {
    const learned = { rhythm: learn(office, 1, randomOf(5)), offsets: [1, -2] };
    const again = readLearned(writeLearned(learned));
    expect(again.offsets).toEqual([1, -2]);
    expect(again.rhythm.through).toBe(learned.rhythm.through);
    again.rhythm.arrivals.forEach((value, slot) => {
      expect(value).toBeCloseTo(learned.rhythm.arrivals[slot] ?? -1, 4);
    });
    expect(readLearned('{"v":0}').rhythm.through).toBeNull();
    expect(writeLearned(learned).length).toBeLessThan(4_000);
  });
});

describe('silence', () => {
  const rhythm = learn(office, 5, randomOf(11));
  const monday = START + 5 * WEEK;

  test('a quiet night is no alarm, a quiet morning is', () => {
    const friday = monday - 50 * HOUR;
    expect(silenceOf(rhythm, { from: friday, to: friday + 9 * HOUR })).toBeNull();
    expect(silenceOf(rhythm, { from: monday + 9 * HOUR, to: monday + 17 * HOUR })).toMatch(/^nothing new for 8 h 0 min; at this hour/);
  });

  test('the longer the quiet, the less probable; between 0 and 1', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: WEEK }), fc.integer({ min: 0, max: WEEK }), fc.integer({ min: 0, max: WEEK }), (a, b, c) => {
        const short = quietProbability(rhythm, { from: monday + a, to: monday + a + b });
        const long = quietProbability(rhythm, { from: monday + a, to: monday + a + b + c });
        expect(short).toBeLessThanOrEqual(1);
        expect(long).toBeLessThanOrEqual(short);
        expect(long).toBeGreaterThan(0);
      }),
    );
  });

  test('feeds that are well give fewer false alarms than one quiet in a thousand', () => {
    let [quiets, alarms] = [0, 0];
    for (let seed = 1; seed <= 12; seed += 1) {
      const random = randomOf(seed);
      const known = learn(office, 4, random);
      let last = START + 4 * WEEK;
      for (const at of arrivalsOf(office, last, last + 6 * WEEK, random)) {
        quiets += 1;
        if (silenceOf(known, { from: last, to: at }) !== null) alarms += 1;
        last = at;
      }
    }
    expect(quiets).toBeGreaterThan(10_000);
    expect(alarms / quiets).toBeLessThan(SILENCE.probability);
  });

  test('a dead feed is noticed within the working day, sooner the more it brings', () => {
    const minutesToAlarm = (known: Rhythm, from: number): number => {
      for (let minutes = 1; ; minutes += 1) if (silenceOf(known, { from, to: from + minutes * 60_000 }) !== null) return minutes;
    };
    expect(minutesToAlarm(rhythm, monday + 9 * HOUR)).toBeLessThan(8 * 60);
    const busy = learn(() => 6, 4, randomOf(2));
    expect(minutesToAlarm(busy, START + 4 * WEEK)).toBeLessThan(4 * 60);
  });

  test('nothing is said before the week is known, but the floor of the config holds at once', () => {
    const young = learn(office, 1, randomOf(1));
    expect(silenceOf(young, { from: START + WEEK, to: START + 4 * WEEK })).toBeNull();
    expect(silenceOf(young, { from: START, to: START + 2 * HOUR }, 2 * HOUR)).toContain('the limit of the config');
    expect(silenceOf(null, { from: START, to: START + 2 * HOUR - 1 }, 2 * HOUR)).toBeNull();
  });
});

describe('interval', () => {
  const limits = { everyMs: 60_000, leastMs: 15_000, mostMs: 900_000 };
  const rhythm = learn(office, 4, randomOf(9));

  test('short at noon, long at night, always within the limits', () => {
    const at = (hour: number, arrived = false): number => intervalOf(limits, rhythm, { now: START + 4 * WEEK + hour * HOUR, arrived });
    expect(at(12)).toBeLessThan(at(3));
    expect(at(3)).toBe(900_000);
    expect(at(3, true)).toBe(60_000);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 167 }), fc.boolean(), (hour, arrived) => {
        expect(at(hour, arrived)).toBeGreaterThanOrEqual(15_000);
        expect(at(hour, arrived)).toBeLessThanOrEqual(900_000);
      }),
    );
  });

  test('without limits, and before a day is known, as the config says', () => {
    const now = { now: START, arrived: false };
    expect(intervalOf({ everyMs: 60_000 }, rhythm, now)).toBe(60_000);
    expect(intervalOf(limits, newRhythm(), now)).toBe(60_000);
  });

  test('a feed that never brought anything is asked at the longest interval', () => {
    expect(intervalOf(limits, observe(newRhythm(), { from: START, to: START + WEEK, arrivals: 0 }), { now: START, arrived: false })).toBe(
      900_000,
    );
  });
});

/** `days` days before today with these numbers, then yesterday and today with those. */
function history(before: Readonly<Record<string, number>>, now: Readonly<Record<string, number>>, days = 20): DayCounts[] {
  const day = (back: number): string => new Date(Date.parse('2026-03-30T00:00:00Z') - back * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: days + 2 }, (_, back) => ({ feed: 'f', day: day(back), counts: back < 2 ? now : before }));
}
const codesOf = (days: readonly DayCounts[]): readonly string[] => driftOf(days, '2026-03-30').map(({ code }) => code);

describe('drift', () => {
  const well = { documents: 40, items: 100, byline: 97, headline: 100, bad: 0 };

  test('bylines that vanish are a broken feed that answers 200', () => {
    expect(driftOf(history(well, { ...well, byline: 3 }), '2026-03-30')).toEqual([
      { code: 'feed.drift-field', detail: 'items with byline: 97 % before, 3 % now' },
    ]);
    expect(codesOf(history(well, { documents: 40, items: 100, headline: 100 }))).toEqual(['feed.drift-field']);
  });

  test('items that cannot be read any more', () => {
    expect(driftOf(history(well, { ...well, bad: 60 }), '2026-03-30')[0]?.detail).toBe('items that cannot be read: 0 % before, 60 % now');
  });

  test('empty documents, and hardly any documents', () => {
    const lists = { documents: 40, items: 1_000 };
    expect(codesOf(history(lists, { documents: 40, items: 40 }))).toEqual(['feed.drift-items']);
    expect(codesOf(history(lists, { documents: 5, items: 125 }))).toEqual(['feed.drift-volume']);
  });

  test('what differs by chance, a field that comes, few items and a young feed are no drift', () => {
    expect(codesOf(history(well, { ...well, byline: 85 }))).toEqual([]);
    expect(codesOf(history(well, { ...well, pictures: 90 }))).toEqual([]);
    expect(codesOf(history(well, { documents: 12, items: 12, byline: 2, headline: 12 }))).toEqual([]);
    expect(codesOf(history(well, { ...well, byline: 3 }, 1))).toEqual([]);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (byline) => {
        const same = { ...well, byline };
        expect(codesOf(history(same, same))).toEqual([]);
      }),
    );
  });

  test('what is counted of an item', () => {
    const counts = itemCounts();
    const article = {
      ...{
        headline: { text: 'Ferry runs' },
        byline: { raw: null, authors: [] },
        times: {},
        body: { wordCount: 3 },
        status: { publishable: true },
      },
    } as unknown as Article;
    counts.document('f');
    counts.item('f', { kind: 'article', index: 0, article });
    counts.item('f', { kind: 'bad', index: 1, code: 'x.y', message: '', bug: false });
    counts.item('f', { kind: 'filtered', index: 2, reason: '' });
    expect(counts.all().get('f')).toEqual({ documents: 1, items: 2, bad: 1, headline: 1, body: 1 });
  });
});

describe('our own network', () => {
  test('most hosts at once are one incident; it ends when half of them answer', () => {
    const watch = createOutageWatch();
    for (let host = 0; host < 20; host += 1) expect(watch.note(`h${host}`, true, 0).out).toBe(false);
    const states = Array.from({ length: 20 }, (_, host) => watch.note(`h${host}`, false, 1_000).out);
    expect(states.indexOf(true)).toBe(20 * OUTAGE.begins - 1);
    const back = Array.from({ length: 20 }, (_, host) => watch.note(`h${host}`, true, 2_000).out);
    expect(back.indexOf(false)).toBe(10);
  });

  test('a few hosts, or old answers, prove nothing', () => {
    const watch = createOutageWatch();
    for (let host = 0; host < OUTAGE.leastHosts - 1; host += 1) expect(watch.note(`h${host}`, false, 0).out).toBe(false);
    expect(watch.note('late', false, OUTAGE.windowMs + 1)).toEqual({ out: false, hosts: 1, failed: 1 });
  });
});

test('the clock of a source: caches hand out old dates, so the latest counts', () => {
  const now = START;
  const date = (offset: number): string => new Date(now + offset).toUTCString();
  const after = (...offsets: number[]): number | null =>
    clockOffset(offsets.reduce<readonly number[]>((kept, offset) => noteClock(kept, date(offset), now), []));
  expect(after(-600_000, -300_000, 0, -100_000, -50_000)).toBe(0);
  expect(after(300_000, 300_000, 290_000, 300_000, 300_000)).toBe(300_000);
  expect(after(0, 0)).toBeNull();
  expect(noteClock([5], 'yesterday', now)).toEqual([5]);
  expect(noteClock([5], undefined, now)).toEqual([5]);
});

describe('alarms of a feed', () => {
  const now = new Date(START + 6 * WEEK + 15 * HOUR).toISOString();
  const state = (more: Partial<FeedState> = {}): FeedState => ({
    ...{ id: 'f', intervalMs: 60_000, paused: false, pausedReason: null, resumeAt: null, nextPollAt: now, cursor: null, validators: {} },
    ...{ backfillSince: null, failures: 0, failingSince: null, lastError: null, lastPollAt: now, lastItemAt: now, addedAt: now },
    ...{ learned: writeLearned({ rhythm: learn(office, 5, randomOf(4)), offsets: [] }), alarms: [] },
    ...more,
  });
  const quiet = { lastItemAt: after(now, -6 * HOUR) };

  test('an alarm keeps the time it began; a paused feed has none', () => {
    expect(alarmsOf(state(), { now, days: [] })).toEqual([]);
    const [first] = alarmsOf(state(quiet), { now, days: [] });
    expect(first).toMatchObject({ code: 'feed.silent', since: now });
    const old: Alarm = { code: 'feed.silent', since: '2026-04-01T00:00:00.000Z', detail: '' };
    expect(alarmsOf(state({ ...quiet, alarms: [old] }), { now, days: [] })[0]?.since).toBe(old.since);
    expect(alarmsOf(state({ ...quiet, paused: true }), { now, days: [] })).toEqual([]);
  });

  test('they are written when they change, told once, and not judged in an outage of our own', async () => {
    const written: string[] = [];
    const told: string[] = [];
    let [feed, incidents] = [state(quiet), [] as { place: string; beganAt: string; endedAt: string | null; detail: string }[]];
    const journal = {
      ...{ now: () => Promise.resolve(now), feeds: () => Promise.resolve([feed]), dayCounts: () => Promise.resolve([]) },
      incidents: () => Promise.resolve(incidents),
      setAlarms: (id: string, alarms: readonly Alarm[]) => {
        written.push(`${id} ${alarms.map(({ code }) => code).join()}`);
        feed = { ...feed, alarms };
        return Promise.resolve();
      },
    };
    const tell = (_fields: object, message: string): void => void told.push(message.slice(0, 17));
    const deps = { journal, watched: new Map([['f', {}]]), log: { debug: tell, info: tell, warn: tell, error: tell } };
    incidents = [{ place: 'here', beganAt: now, endedAt: null, detail: '' }];
    await checkHealth(deps);
    expect(written).toEqual([]);
    incidents = [];
    await checkHealth(deps);
    await checkHealth(deps);
    feed = { ...feed, lastItemAt: now };
    await checkHealth(deps);
    expect(written).toEqual(['f feed.silent', 'f ']);
    expect(told).toEqual(['feed.silent: noth', 'feed.silent: over']);
  });
});
