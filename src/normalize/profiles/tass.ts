import type { Profile } from '../profile.ts';

/** TASS. Its times carry no zone and nothing says which is meant (Moscow, or UTC as a client system takes them): they stay unresolved. */
export const tass: Profile = {
  id: 'tass',
  version: '2026-11-25',
  source: 'TASS NewsML through a feed partner, 2019: no NewsItemId, the Duid of the component names the story',
  provider: { code: 'tass', name: 'TASS' },
  kind: 'agency',
  matches: { providers: ['tass', 'itar-tass', 'www.itar-tass.com', 'itar-tass.com', 'tass.com', 'tass.ru'] },
  dayOrder: 'DMY',
  storyKey: 'storyKey',
};
