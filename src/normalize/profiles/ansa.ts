import type { Profile } from '../profile.ts';

/** ANSA. Times mostly carry an offset; those without are Italian time. */
export const ansa: Profile = {
  id: 'ansa',
  version: '2026-11-25',
  source: 'NewsML-G2 files of 2017 to 2019 and superdesk-ansa@fc64af7; read 2026-11-25',
  provider: { code: 'ansa', name: 'ANSA' },
  kind: 'agency',
  matches: { providers: ['ansa', 'ansa.it', 'agenzia ansa', 'agenzia nazionale stampa associata'] },
  zone: 'Europe/Rome',
  dayOrder: 'DMY',
  storyKey: 'guid',
};
