import type { Language } from '../language.ts';

/** Italian. */
export const it: Language = {
  tag: 'it',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'gennaio gen',
      'febbraio feb',
      'marzo mar',
      'aprile apr',
      'maggio mag',
      'giugno giu',
      'luglio lug',
      'agosto ago',
      'settembre set',
      'ottobre ott',
      'novembre nov',
      'dicembre dic',
    ],
    weekdays:
      'lunedì lun martedì mar mercoledì mer giovedì gio venerdì ven sabato sab domenica dom lunedi martedi mercoledi giovedi venerdi',
    fillers: 'il alle ore del di da e creado creato pubblicato aggiornato ora',
    parts: { hour: 'ore' },
    halves: { noon: 'mezzogiorno', midnight: 'mezzanotte' },
    zonePhrases: [['ora di roma', 'Europe/Rome']],
  },
};
