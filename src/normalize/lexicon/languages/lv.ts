import type { Language } from '../language.ts';

/** Latvian. */
export const lv: Language = {
  tag: 'lv',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'janvāris janvārī janv',
      'februāris februārī febr',
      'marts martā märts',
      'aprīlis aprīlī apr április',
      'maijs maijā',
      'jūnijs jūnijā jūn jun jún',
      'jūlijs jūlijā jūl jul júl',
      'augusts augustā aug',
      'septembris septembrī sept',
      'oktobris oktobrī okt',
      'novembris novembrī nov',
      'decembris decembrī dec déc',
    ],
    weekdays: [
      'pirmdiena pirmd',
      'otrdiena otrd',
      'trešdiena trešd',
      'ceturtdiena ceturtd',
      'piektdiena piektd',
      'sestdiena sestd',
      'svētdiena svētd',
    ],
    fillers: 'gada plkst plkst. publicēts atjaunots no',
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    labels: { author: 'sagatavoja|raksta' },
    colonLabels: { author: 'autors|autore|teksts|autori|žurnālists|žurnāliste|sagatavoja|raksta', photographer: 'foto|attēls|fotogrāfs' },
    sources: 'avots|avoti',
    ownAnd: 'un',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'žurnālists žurnāliste korespondents korespondente',
    generic: 'redakcija aģentūras',
  },
};
