import type { Profile } from '../profile.ts';

/** APA. Times without an offset are Austrian time. */
export const apa: Profile = {
  id: 'apa',
  version: '2026-11-25',
  source: 'APA NewsML-G2 documentation (apa-it); read 2026-11-25',
  provider: { code: 'apa', name: 'APA' },
  kind: 'agency',
  matches: { providers: ['apa', 'apa.at', 'austria presse agentur'] },
  zone: 'Europe/Vienna',
  dayOrder: 'DMY',
  storyKey: 'guid',
};
