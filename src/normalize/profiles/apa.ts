import type { Profile } from '../profile.ts';

/** APA. No file of it was at hand, so no zone is assumed: a time without an offset needs the feed's. */
export const apa: Profile = {
  id: 'apa',
  version: '2026-11-25',
  source: 'the class names of the public NewsML-G2 library of apa-it, no file of the agency; read 2026-11-25',
  provider: { code: 'apa', name: 'APA' },
  kind: 'agency',
  matches: { providers: ['apa', 'apa.at', 'austria presse agentur'] },
  dayOrder: 'DMY',
  storyKey: 'guid',
};
