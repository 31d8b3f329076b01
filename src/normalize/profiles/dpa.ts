import type { Profile } from '../profile.ts';

/** Regional services and products of dpa send under codes of their own. Source: dpa digitalwires, mapping of services to agencies (read 2026-11-25). */
const REGIONAL = ['lmv', 'lsw', 'lhe', 'lby', 'lbn', 'lni', 'lnw', 'lno', 'lrs', 'lsn', 'lah', 'lth'];
const PRODUCTS = ['azin', 'dpa-biog', 'dpa-euro', 'dpa-euro-term', 'dpa-knd', 'dpa-kurz', 'dpa-spe', 'dpa-tmn', 'dpa-tns'];

/** Deutsche Presse-Agentur. */
export const dpa: Profile = {
  id: 'dpa',
  version: '2026-11-25',
  source: 'dpa digitalwires, NewsML-G2, NITF and IPTC 7901 documentation, read 2026-11-25; trailers and times without a zone are German',
  provider: { code: 'dpa', name: 'Deutsche Presse-Agentur' },
  kind: 'agency',
  matches: {
    providers: [...['dpa', 'dpa.com', 'deutsche presse-agentur', 'deutsche presse-agentur gmbh', 'dpa-infocom'], ...REGIONAL, ...PRODUCTS],
  },
  zone: 'Europe/Berlin',
  dayOrder: 'DMY',
};
