import type { Language } from '../language.ts';

/** Norwegian. */
export const no: Language = {
  tag: 'no',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'januar jan január',
      'februar feb február',
      'mars mar',
      'april apr apríl',
      'mai',
      'juni jun jún',
      'juli jul júl',
      'august aug',
      'september sep',
      'oktober okt október',
      'november nov',
      'desember des',
    ],
    weekdays:
      'mandag man tirsdag tir onsdag ons torsdag tor fredag fre lørdag lør søndag søn måndag mån må tysdag tys ty on to fr laurdag lau la sø',
    fillers: 'den kl klokken og på publisert oppdatert',
  },
};
