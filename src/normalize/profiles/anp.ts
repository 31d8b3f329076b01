import type { Profile } from '../profile.ts';

/** ANP. Its NewsML and its News API carry offsets, and times in notes are Dutch; the NewsItemId ends with the version (`-v2`), and so is not one for all revisions. */
export const anp: Profile = {
  id: 'anp',
  version: '2026-11-25',
  source:
    'ANP NewsML 1.2 with NITF 3.3 (2018): the public identifier without the revision is the same for all revisions of a day; ANP News API and its tools (2019 to 2026), read 2026-11-25',
  provider: { code: 'anp', name: 'ANP' },
  kind: 'agency',
  matches: { providers: ['anp', 'anp.nl', 'algemeen nederlands persbureau'] },
  zone: 'Europe/Amsterdam',
  dayOrder: 'DMY',
  storyKey: 'guid',
};
