import { REGIONAL_SERVICES } from '../lexicon/regional-services.ts';
import type { Profile } from '../profile.ts';

/** Products of dpa send under codes of their own, as its regional services do. Source: dpa digitalwires, mapping of services to agencies (read 2026-11-25). */
const PRODUCTS = ['azin', 'dpa-biog', 'dpa-euro', 'dpa-euro-term', 'dpa-knd', 'dpa-kurz', 'dpa-spe', 'dpa-tmn', 'dpa-tns'];

/** Deutsche Presse-Agentur. */
export const dpa: Profile = {
  id: 'dpa',
  version: '2026-11-25',
  source: 'dpa digitalwires, NewsML-G2, NITF and IPTC 7901 documentation, read 2026-11-25; trailers and times without a zone are German',
  provider: { code: 'dpa', name: 'Deutsche Presse-Agentur' },
  kind: 'agency',
  matches: {
    providers: [
      ...['dpa', 'dpa.com', 'deutsche presse-agentur', 'deutsche presse-agentur gmbh', 'dpa-infocom'],
      ...REGIONAL_SERVICES,
      ...PRODUCTS,
    ],
  },
  zone: 'Europe/Berlin',
  dayOrder: 'DMY',
};
