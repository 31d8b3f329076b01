import type { Profile } from '../profile.ts';

/** The Canadian Press. Its JIMI mixes conventions: creation and publication in UTC without saying so, the embargo on Toronto's clock. */
export const canadianPress: Profile = {
  id: 'canadian-press',
  version: '2026-11-25',
  source: 'superdesk-cp at 00f4145 writes these fields so; a file of 2020-07-16 shows one moment as 10:06:22-04:00 and 14:06:22',
  provider: { code: 'canadian-press', name: 'The Canadian Press' },
  kind: 'agency',
  matches: { providers: ['the canadian press', 'canadian press', 'la presse canadienne', 'cp'], hosts: ['thecanadianpress.com'] },
  zones: { firstCreated: 'UTC', published: 'UTC', sent: 'UTC', embargo: 'America/Toronto' },
  storyKey: 'storyKey',
};
