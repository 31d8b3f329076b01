import type { Profile } from '../profile.ts';

/** Reuters. All its machine times carry an offset. */
export const reuters: Profile = {
  id: 'reuters',
  version: '2026-11-25',
  source: 'Reuters NewsML-G2 (SNI-Text, SNEP, NEP profiles) of 2012 to 2018; CDP guide; read 2026-11-25',
  provider: { code: 'reuters', name: 'Reuters' },
  kind: 'agency',
  matches: { providers: ['reuters', 'reuters.com', 'thomson reuters'] },
  dayOrder: 'MDY',
  storyKey: 'guid',
};
