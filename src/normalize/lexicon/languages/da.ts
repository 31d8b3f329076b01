import type { Language } from '../language.ts';

/** Danish. */
export const da: Language = {
  tag: 'da',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'januar jan január',
      'februar feb február',
      'marts mar märts',
      'april apr apríl',
      'maj máj',
      'juni jun jún',
      'juli jul júl',
      'august aug',
      'september sep',
      'oktober okt október',
      'november nov',
      'december dec déc',
    ],
    weekdays: 'mandag man tirsdag tirs onsdag ons torsdag tors fredag fre lørdag lør søndag søn',
    fillers: 'den kl klokken og d på publiceret opdateret',
  },
};
