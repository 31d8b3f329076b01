import type { Language } from '../language.ts';

/** Lithuanian. */
export const lt: Language = {
  tag: 'lt',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'sausis sausio',
      'vasaris vasario',
      'kovas kovo',
      'balandis balandžio',
      'gegužė gegužės',
      'birželis birželio',
      'liepa liepos',
      'rugpjūtis rugpjūčio',
      'rugsėjis rugsėjo',
      'spalis spalio',
      'lapkritis lapkričio',
      'gruodis gruodžio',
    ],
    weekdays: [
      'pirmadienis pr',
      'antradienis an',
      'trečiadienis tr',
      'ketvirtadienis kt',
      'penktadienis pn',
      'šeštadienis št',
      'sekmadienis sk',
    ],
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    labels: { author: 'parengė|rašo', interviewer: 'kalbino' },
    colonLabels: {
      author: 'autorius|autorė|tekstas|autoriai|parengė|žurnalistas|žurnalistė|rašo',
      photographer: 'nuotrauka|nuotr|nuotraukos|nuotr.|fotografas',
      interviewer: 'kalbino',
    },
    sources: 'šaltinis|šaltiniai',
    ownAnd: 'ir',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'žurnalistas žurnalistė korespondentas korespondentė',
    generic: 'redakcija agentūros',
  },
};
