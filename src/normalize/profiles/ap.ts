import type { Profile } from '../profile.ts';

/** The Associated Press. All times of its API carry an offset; the item id is one for all versions. */
export const ap: Profile = {
  id: 'ap',
  version: '2026-11-25',
  source: 'AP Media API 2.2 (developer.ap.org); files of API 1.1 to 2.1 of 2019 to 2021',
  provider: { code: 'ap', name: 'The Associated Press' },
  kind: 'agency',
  matches: { providers: ['ap', 'the associated press', 'associated press', 'ap.org', 'apnews.com'] },
  dayOrder: 'MDY',
  storyKey: 'storyKey',
};
