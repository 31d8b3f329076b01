import type { Profile } from '../profile.ts';

/** Ritzau. `PublishDate` of its REST service is the clock of Copenhagen, without an offset. */
export const ritzau: Profile = {
  id: 'ritzau',
  version: '2026-11-25',
  source: 'Ritzau REST news queue as three client systems read it (records of 2018)',
  provider: { code: 'ritzau', name: 'Ritzau' },
  kind: 'agency',
  matches: { providers: ['ritzau', 'ritzaus bureau', '/ritzau/'], hosts: ['ritzau.dk', 'ritzau.com'] },
  zone: 'Europe/Copenhagen',
  dayOrder: 'DMY',
  language: 'da',
  storyKey: 'storyKey',
};
