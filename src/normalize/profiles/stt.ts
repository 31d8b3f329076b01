import type { Profile } from '../profile.ts';

/** STT-Lehtikuva. Its times have no zone and are Finnish time; newer files carry an offset. */
export const stt: Profile = {
  id: 'stt',
  version: '2026-11-25',
  source: '598 NewsML-G2 items of 2012 and files of 2013 to 2023; slugline status words; read 2026-11-25',
  provider: { code: 'stt', name: 'STT' },
  kind: 'agency',
  matches: { providers: ['stt', 'stt.fi', 'stt-lehtikuva'] },
  zone: 'Europe/Helsinki',
  dayOrder: 'DMY',
  storyKey: 'guid',
};
