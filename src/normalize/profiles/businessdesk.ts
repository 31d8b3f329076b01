import type { Profile } from '../profile.ts';

/** BusinessDesk (New Zealand), also as Scoop delivers it. Its times have no zone; it writes an empty embargo into every item. */
export const businessdesk: Profile = {
  id: 'businessdesk',
  version: '2026-11-25',
  source: 'BusinessDesk NewsML-G2 of 2016 (provider CL) and superdesk-core@d881526; read 2026-11-25',
  provider: { code: 'businessdesk', name: 'BusinessDesk' },
  kind: 'agency',
  matches: { providers: ['cl', 'businessdesk'] },
  zone: 'Pacific/Auckland',
  dayOrder: 'DMY',
  emptyEmbargo: 'none',
  storyKey: 'guid',
};
