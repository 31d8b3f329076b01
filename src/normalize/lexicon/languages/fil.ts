import type { Language } from '../language.ts';

/** Filipino. */
export const fil: Language = {
  tag: 'fil',
  alsoTagged: ['tl'],
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'enero ene',
      'pebrero peb',
      'marso mar',
      'abril abr',
      'mayo may',
      'hunyo hun',
      'hulyo hul',
      'agosto ago',
      'setyembre set',
      'oktubre okt',
      'nobyembre nob',
      'disyembre dis',
    ],
    weekdays: ['lunes lun', 'martes mar', 'miyerkules miy', 'huwebes huw', 'biyernes biy', 'sabado sab', 'linggo lin'],
  },
  byline: {
    source: 'forms of publishers’ pages and of wire copy, compiled 2026-11-26',
    labels: { author: 'isinulat ni|ulat ni|ulat nina' },
    ownLabels: { author: 'ni|nina' },
    sources: 'pinagmulan',
    ownAnd: 'at',
  },
};
