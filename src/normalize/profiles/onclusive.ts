import type { Profile } from '../profile.ts';

/** Onclusive's event calendar. `createdDateUtc` and `lastEditDateUtc` are UTC by their names and carry no suffix. */
export const onclusive: Profile = {
  id: 'onclusive',
  version: '2026-11-25',
  source: 'Onclusive events API, files of 2021 and 2022: each moment is also given without `Utc` in its name, hours ahead',
  provider: { code: 'onclusive', name: 'Onclusive' },
  kind: 'agency',
  matches: { providers: ['onclusive'] },
  zones: { firstCreated: 'UTC', versionCreated: 'UTC' },
  storyKey: 'guid',
};
