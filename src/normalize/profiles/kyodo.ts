import type { Profile } from '../profile.ts';

/** Kyodo News: `JST-12:31-02-04-25` and `KWS-21:37-09-12-18` are Tokyo time, day first. */
export const kyodo: Profile = {
  id: 'kyodo',
  version: '2026-11-25',
  source: 'ANPA 1312 files of Kyodo World Service as Belga takes them in (2018)',
  provider: { code: 'kyodo', name: 'Kyodo News' },
  kind: 'agency',
  matches: { providers: ['kyodo', 'kyodo news', 'kws', 'kyodonews.net', 'kyodonews', 'kyodonews.jp', '==kyodo'] },
  zone: 'Asia/Tokyo',
  dayOrder: 'DMY',
  storyKey: 'storyKey',
};
