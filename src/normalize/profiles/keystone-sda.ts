import type { Profile } from '../profile.ts';

/** Keystone-SDA (sda, ats, ats): the trailer of IPTC 7901 is local time. */
export const keystoneSda: Profile = {
  id: 'keystone-sda',
  version: '2026-11-25',
  source: 'IPTC 7901 files of SDA-ATS as Belga takes them in (2018)',
  provider: { code: 'sda', name: 'Keystone-SDA' },
  kind: 'agency',
  matches: { providers: ['ats', 'sda', 'sda-ats', 'keystone-sda', 'keystone-ats', 'etf'] },
  zone: 'Europe/Zurich',
  dayOrder: 'DMY',
};
