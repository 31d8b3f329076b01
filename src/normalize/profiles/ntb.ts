import type { Profile } from '../profile.ts';

/** Norsk Telegrambyrå. `date.issue` and `date.publication` of its NITF have no zone and are local. */
export const ntb: Profile = {
  id: 'ntb',
  version: '2026-11-25',
  source:
    "IPTC's sample of NTB's NITF 3.6 (2021): three zone-less spellings of one moment, in local time; newer and older files carry an offset",
  provider: { code: 'ntb', name: 'NTB' },
  kind: 'agency',
  matches: { providers: ['ntb', 'ntb.no', 'norsk telegrambyrå', 'nyhetsbyrået ntb'] },
  zone: 'Europe/Oslo',
  dayOrder: 'DMY',
  storyKey: 'storyKey',
};
