import type { Profile } from '../profile.ts';

/** Anadolu Agency. Its machine times carry an offset, so no zone is assumed. */
export const anadolu: Profile = {
  id: 'anadolu',
  version: '2026-11-25',
  source: 'Anadolu NewsML-G2 2.9; read 2026-11-25',
  provider: { code: 'anadolu', name: 'Anadolu Agency' },
  kind: 'agency',
  matches: { providers: ['aa', 'anadolu', 'anadolu agency', 'anadolu ajansı', 'aa.com.tr'] },
  dayOrder: 'DMY',
  storyKey: 'guid',
};
