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
    labels: { author: 'texto de|escrito por' },
    colonLabels: { author: 'autor|autora|texto|textos', photographer: 'foto|fotos|fotografía' },
    ownLabels: { author: 'de|da|do' },
    sources: 'fonte|fontes',
    ownAnd: 'e',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    generic: 'redacción axencias',
  },
};
