import type { Profile } from '../profile.ts';

/** TT Nyhetsbyrån. */
export const tt: Profile = {
  id: 'tt',
  version: '2026-11-25',
  source: 'ttninjs 1.9 (ttab/ttspec), read 2026-11-25; its machine times carry offsets, those of slugs and notes are Swedish',
  provider: { code: 'tt', name: 'TT Nyhetsbyrån' },
  kind: 'agency',
  matches: { providers: ['tt', 'tt.se', 'tidningarnas telegrambyrå', 'tt nyhetsbyrån'], hosts: ['tt.se'] },
  zone: 'Europe/Stockholm',
  dayOrder: 'DMY',
  // Each revision is an item of its own, whose versions begin at 1 again.
  revisionKey: 'versionCreated',
};
