import type { Profile } from '../profile.ts';

/** Anadolu Agency. No file of it was at hand, so no zone is assumed: a time without an offset needs the feed's. */
export const anadolu: Profile = {
  id: 'anadolu',
  version: '2026-11-25',
  source: 'a client of others for its REST service, which expects NewsML-G2 2.9; no file of the agency; read 2026-11-25',
  provider: { code: 'anadolu', name: 'Anadolu Agency' },
  kind: 'agency',
  matches: { providers: ['aa', 'anadolu', 'anadolu agency', 'anadolu ajansı', 'aa.com.tr'] },
  dayOrder: 'DMY',
  storyKey: 'guid',
};
