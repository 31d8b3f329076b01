import type { Language } from '../language.ts';

/** Romanian. */
export const ro: Language = {
  tag: 'ro',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'ianuarie ian ianuar',
      'februarie feb',
      'martie mar',
      'aprilie apr',
      'mai',
      'iunie iun',
      'iulie iul',
      'august aug',
      'septembrie sept',
      'octombrie oct',
      'noiembrie nov noi',
      'decembrie dec déc',
    ],
    weekdays: ['luni lun', 'marți mar', 'miercuri mie', 'joi', 'vineri vin', 'sâmbătă sâm', 'duminică dum'],
    fillers: 'ora la',
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    ownAnd: 'și|şi',
  },
};
