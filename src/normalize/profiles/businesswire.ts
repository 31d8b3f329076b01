import type { Profile } from '../profile.ts';

/** Business Wire. Releases carry offsets; a correction is a new item. */
export const businesswire: Profile = {
  id: 'businesswire',
  version: '2026-11-25',
  source: 'Business Wire NewsML 1.2 (sample of IPTC, 2013)',
  provider: { code: 'businesswire', name: 'Business Wire' },
  kind: 'agency',
  matches: { providers: ['businesswire', 'businesswire.com', 'www.businesswire.com', 'business wire'] },
  dayOrder: 'MDY',
  storyKey: 'storyKey',
};
