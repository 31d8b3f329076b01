import type { Profile } from '../profile.ts';

/**
 * Keystone-SDA (SDA, ATS): the trailer of IPTC 7901 is local time, its NewsML carries offsets. NewsItemIds such as `bsf153` come round
 * again, so the public identifier is the key.
 */
export const keystoneSda: Profile = {
  id: 'keystone-sda',
  version: '2026-11-25',
  source: 'IPTC 7901 files of SDA-ATS as Belga takes them in (2018)',
  provider: { code: 'sda', name: 'Keystone-SDA' },
  kind: 'agency',
  matches: {
    providers: ['ats', 'sda', 'sda-ats', 'keystone-sda', 'keystone-ats', 'etf', 'www.sda-ats.ch', 'sda-ats.ch', 'www.sda.ch', 'sda.ch'],
  },
  zone: 'Europe/Zurich',
  dayOrder: 'DMY',
  storyKey: 'guid',
};
