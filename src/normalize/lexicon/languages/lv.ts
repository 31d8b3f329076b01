import type { Language } from '../language.ts';

/** Latvian. */
export const lv: Language = {
  tag: 'lv',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'janvāris janv',
      'februāris febr',
      'marts märts',
      'aprīlis apr április',
      'maijs',
      'jūnijs jūn jun jún',
      'jūlijs jūl jul júl',
      'augusts aug',
      'septembris sept',
      'oktobris okt',
      'novembris nov',
      'decembris dec déc',
    ],
    weekdays: 'pirmdiena pirmd otrdiena otrd trešdiena trešd ceturtdiena ceturtd piektdiena piektd sestdiena sestd svētdiena svētd',
  },
};
