import type { Profile } from '../profile.ts';

/** Deutsche Presse-Agentur. */
export const dpa: Profile = {
  id: 'dpa',
  version: '2026-11-25',
  source: 'dpa digitalwires, NewsML-G2, NITF and IPTC 7901 documentation, read 2026-11-25; trailers and times without a zone are German',
  provider: { code: 'dpa', name: 'Deutsche Presse-Agentur' },
  kind: 'agency',
  matches: { providers: ['dpa', 'dpa.com', 'deutsche presse-agentur', 'deutsche presse-agentur gmbh', 'dpa-infocom'] },
  zone: 'Europe/Berlin',
  dayOrder: 'DMY',
};
