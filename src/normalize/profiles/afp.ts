import type { Profile } from '../profile.ts';

/** Agence France-Presse. All its machine times carry an offset, so no zone is assumed. */
export const afp: Profile = {
  id: 'afp',
  version: '2026-11-24',
  source: 'AFP NewsML 1.2 text-photo profile, evolution 2; measured on files of 2014 to 2026',
  provider: { code: 'afp', name: 'Agence France-Presse' },
  kind: 'agency',
  matches: { providers: ['afp', 'afp.com', 'agence france-presse', 'agence france presse'] },
  dayOrder: 'DMY',
  storyKey: 'storyKey',
  linksByLikeness: {
    hours: 48,
    source: 'files of 2014 to 2026: a correction has a NewsItemId of its own, RevisionId 1, PreviousRevision 0, and no pointer',
    since: '2026-11-25',
  },
};
