import type { Profile } from '../profile.ts';

/** Agencia EFE. Its machine times carry an offset, so no zone is assumed. */
export const efe: Profile = {
  id: 'efe',
  version: '2026-11-25',
  source: 'EFE NITF 3.2 of 2017; read 2026-11-25',
  provider: { code: 'efe', name: 'Agencia EFE' },
  kind: 'agency',
  matches: { providers: ['efe', 'agencia efe', 'efe.com', 'efe.es', 'texto.efe.com'] },
  dayOrder: 'DMY',
  storyKey: 'storyKey',
};
