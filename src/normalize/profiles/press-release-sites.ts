import type { Profile } from '../profile.ts';

const SOURCE =
  'release files of ePressi (Solita) carry dd.MM.yyyy HH:mm without a zone; the clock is that of the agency that runs the site (read 2026-11-25)';

/** Distributors of press releases that run on one platform; a release names its site by its address. */
const SITES: readonly (readonly [id: string, name: string, zone: string, hosts: readonly string[]])[] = [
  ['ntb-kommunikasjon', 'NTB Kommunikasjon', 'Europe/Oslo', ['ntbinfo.no', 'kommunikasjon.ntb.no']],
  ['via-ritzau', 'Via Ritzau', 'Europe/Copenhagen', ['via.ritzau.dk']],
  ['via-tt', 'Via TT', 'Europe/Stockholm', ['via.tt.se']],
  ['stt-info', 'STT Info', 'Europe/Helsinki', ['sttinfo.fi']],
  ['epressi', 'ePressi', 'Europe/Helsinki', ['epressi.com']],
];

export const pressReleaseSites: readonly Profile[] = SITES.map(([id, name, zone, hosts]) => ({
  id,
  version: '2026-11-25',
  source: SOURCE,
  provider: { code: id, name },
  kind: 'agency',
  matches: { providers: [name.toLowerCase()], hosts },
  zone,
  dayOrder: 'DMY',
  storyKey: 'guid',
}));
