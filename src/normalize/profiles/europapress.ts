import type { Profile } from '../profile.ts';

/** Europa Press. Date and clock carry no zone; they are taken as the clock of Madrid, where the desk is. */
export const europapress: Profile = {
  id: 'europapress',
  version: '2026-11-25',
  source: 'assumed from the place of the desk; not confirmed by a specification (2026-11-25)',
  provider: { code: 'europapress', name: 'Europa Press' },
  kind: 'agency',
  matches: { providers: ['europa press', 'europapress'], hosts: ['europapress.es'] },
  zone: 'Europe/Madrid',
  dayOrder: 'DMY',
  language: 'es',
  storyKey: 'guid',
};
