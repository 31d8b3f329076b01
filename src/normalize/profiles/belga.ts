import type { Profile } from '../profile.ts';

/** Belga. All its machine times are the clock of Brussels, without an offset. */
export const belga: Profile = {
  id: 'belga',
  version: '2026-11-25',
  source:
    'Belga NewsML 1.2 of 2019 to 2022: DateAndTime, FirstCreated and ThisRevisionCreated without a zone; client systems set +02:00 in summer',
  provider: { code: 'belga', name: 'Belga' },
  kind: 'agency',
  matches: { providers: ['belga', 'belga.be', 'www.belga.be'] },
  zone: 'Europe/Brussels',
  dayOrder: 'DMY',
  storyKey: 'storyKey',
};
