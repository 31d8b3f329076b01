import type { Profile } from '../profile.ts';

/** Athens-Macedonian News Agency. Its NewsML carries offsets. */
export const anaMpa: Profile = {
  id: 'ana-mpa',
  version: '2026-11-25',
  source: 'ANA-MPA NewsML 1.2 with an HTML body (2018)',
  provider: { code: 'ana-mpa', name: 'Athens-Macedonian News Agency' },
  kind: 'agency',
  matches: { providers: ['ana', 'ana-mpa', 'ana-mpe', 'ana-mpe.gr', 'ana-mpa.gr', 'απε-μπε'] },
  dayOrder: 'DMY',
  storyKey: 'storyKey',
};
