import type { Language } from '../language.ts';

/** Galician. */
export const gl: Language = {
  tag: 'gl',
  times: {
    source: 'Unicode CLDR 48 (2025-10)',
    months: [
      'xaneiro xan',
      'febreiro feb',
      'marzo mar',
      'abril abr',
      'maio',
      'xuño',
      'xullo xul',
      'agosto ago',
      'setembro set',
      'outubro out',
      'novembro nov',
      'decembro dec',
    ],
    weekdays: ['luns', 'martes mar', 'mércores mér', 'xoves xov', 'venres ven', 'sábado sáb', 'domingo dom'],
  },
  byline: {
    source: 'forms of Galician papers, compiled 2026-11-24',
    ownLabels: { author: 'de|da|do' },
  },
};
