import type { Profile } from '../profile.ts';

const SOURCE = 'pages of the sites: the "Published:" line prints the local offset, the agency line has none (read 2026-11-24)';

/** The Local's national sites print agency copy in English; times without a zone are local to the country. */
const EDITIONS: readonly (readonly [country: string, name: string, zone: string])[] = [
  ['fr', 'The Local France', 'Europe/Paris'],
  ['de', 'The Local Germany', 'Europe/Berlin'],
  ['se', 'The Local Sweden', 'Europe/Stockholm'],
  ['it', 'The Local Italy', 'Europe/Rome'],
  ['es', 'The Local Spain', 'Europe/Madrid'],
  ['ch', 'The Local Switzerland', 'Europe/Zurich'],
  ['at', 'The Local Austria', 'Europe/Vienna'],
  ['dk', 'The Local Denmark', 'Europe/Copenhagen'],
  ['no', 'The Local Norway', 'Europe/Oslo'],
];

export const theLocal: readonly Profile[] = EDITIONS.map(([country, name, zone]) => ({
  id: `thelocal-${country}`,
  version: '2026-11-24',
  source: SOURCE,
  provider: { code: `thelocal-${country}`, name },
  kind: 'site',
  matches: { hosts: [`thelocal.${country}`] },
  zone,
  dayOrder: 'DMY',
  language: 'en',
}));
