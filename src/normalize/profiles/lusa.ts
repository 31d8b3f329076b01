import type { Profile } from '../profile.ts';

/** Lusa. Its NewsML carries offsets. */
export const lusa: Profile = {
  id: 'lusa',
  version: '2026-11-25',
  source: 'Lusa NewsML 1.2: NewsItemId names the story, RevisionId its version (read 2026-11-25)',
  provider: { code: 'lusa', name: 'Lusa' },
  kind: 'agency',
  matches: { providers: ['lusa', 'lusa.pt', 'www.lusa.pt', 'agência lusa'] },
  dayOrder: 'DMY',
  storyKey: 'storyKey',
};
