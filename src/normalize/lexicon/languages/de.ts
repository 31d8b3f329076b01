import type { Language } from '../language.ts';

/** German. */
export const de: Language = {
  tag: 'de',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'januar jan jänner jän janner január',
      'februar feb feber február',
      'märz mär mrz maerz mar marz',
      'april apr apríl',
      'mai',
      'juni jun jún',
      'juli jul júl',
      'august aug',
      'september sep sept',
      'oktober okt október',
      'november nov',
      'dezember dez',
    ],
    weekdays: 'montag mo dienstag di mittwoch mi donnerstag do freitag fr samstag sa sonntag so sonnabend',
    fillers: 'und am um an von veröffentlicht erstellt aktualisiert stand geändert uhr en zeit',
    parts: { hour: 'uhr' },
    halves: { noon: 'mittag mittags', midnight: 'mitternacht' },
    zonePhrases: [
      ['berliner zeit', 'Europe/Berlin'],
      ['ortszeit berlin', 'Europe/Berlin'],
    ],
  },
};
