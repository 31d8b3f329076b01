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
    labels: { author: 'kirjutas', editor: 'toimetas' },
    colonLabels: {
      author: 'autor|tekst|autorid|ajakirjanik|reporter|kirjutas|korrespondent',
      photographer: 'foto|fotod|fotograaf',
      editor: 'toimetas|toimetaja',
      translator: 'tõlkis|tõlge',
    },
    sources: 'allikas|allikad',
    ownAnd: 'ja',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'ajakirjanik toimetaja korrespondent',
    generic: 'toimetus',
  },
};
