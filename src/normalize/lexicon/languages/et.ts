import type { Language } from '../language.ts';

/** Estonian. */
export const et: Language = {
  tag: 'et',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'jaanuar jaan',
      'veebruar veebr',
      'märts marts',
      'aprill apr',
      'mai',
      'juuni',
      'juuli',
      'august aug',
      'september sept',
      'oktoober okt',
      'november nov',
      'detsember dets',
    ],
    weekdays: ['esmaspäev e', 'teisipäev t', 'kolmapäev k', 'neljapäev n', 'reede r', 'laupäev l', 'pühapäev p'],
    fillers: 'kell avaldatud uuendatud muudetud',
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    colonLabels: { author: 'autor|tekst', photographer: 'foto|fotod' },
  },
};
