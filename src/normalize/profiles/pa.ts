import type { Profile } from '../profile.ts';

/** PA Media. */
export const pa: Profile = {
  id: 'pa',
  version: '2026-11-25',
  source: 'PA Content API documentation, read 2026-11-25; times without a zone are British',
  provider: { code: 'pa', name: 'PA Media' },
  kind: 'agency',
  matches: { providers: ['pa', 'pa media', 'press association', 'the press association', 'pa sport', 'pamedia', 'pamedia.io'] },
  zone: 'Europe/London',
  dayOrder: 'DMY',
  storyKey: 'storyKey',
};
