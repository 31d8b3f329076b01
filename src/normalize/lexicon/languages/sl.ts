import type { Language } from '../language.ts';

/** Slovenian. */
export const sl: Language = {
  tag: 'sl',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'januar jan január',
      'februar feb február',
      'marec mar',
      'april apr apríl',
      'maj máj',
      'junij jun jún',
      'julij jul júl',
      'avgust avg',
      'september sep',
      'oktober okt október',
      'november nov',
      'december dec déc',
    ],
    weekdays: ['ponedeljek pon', 'torek tor', 'sreda sre', 'četrtek čet', 'petek pet', 'sobota sob', 'nedelja ned'],
    fillers: 'ob pred',
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    labels: { author: 'piše|napisal|napisala|pripravil|pripravila' },
    colonLabels: {
      author: 'avtor|avtorica|besedilo|avtorji|piše|novinar|novinarka|pripravil|pripravila',
      photographer: 'fotografija|foto|fotografije|fotograf',
      editor: 'uredil|uredila|urednik',
    },
    sources: 'vir|viri',
    ownAnd: 'in',
    ownIn: 'v|iz',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'novinar novinarka dopisnik dopisnica urednik',
    generic: 'uredništvo agencije',
  },
};
