import type { Profile } from '../profile.ts';

/** Australian Associated Press. Times without a zone are those of its head office. */
export const aap: Profile = {
  id: 'aap',
  version: '2026-11-25',
  source: 'AAP NITF of 2013 (with the offset of Sydney) and of 2014 to 2015 (the same fields without one); read 2026-11-25',
  provider: { code: 'aap', name: 'Australian Associated Press' },
  kind: 'agency',
  matches: { providers: ['aap', 'aap.com.au', 'australian associated press'] },
  zone: 'Australia/Sydney',
  language: 'en',
  dayOrder: 'DMY',
};
