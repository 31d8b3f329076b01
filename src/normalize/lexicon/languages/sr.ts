import type { Language } from '../language.ts';

/** Serbian. */
export const sr: Language = {
  tag: 'sr',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'januar jan јануар јан január',
      'februar feb фебруар феб február',
      'mart mar март мар',
      'april apr април апр apríl',
      'maj мај máj',
      'jun јун jún',
      'jul јул júl',
      'avgust avg август авг',
      'septembar sep септембар сеп',
      'oktobar okt октобар окт',
      'novembar nov новембар нов',
      'decembar dec децембар дец déc',
    ],
    weekdays: [
      'ponedeljak pon понедељак пон',
      'utorak uto уторак уто',
      'sreda sre среда сре',
      'četvrtak čet четвртак чет',
      'petak pet петак пет',
      'subota sub субота суб',
      'nedelja ned недеља нед',
    ],
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    ownLabels: { author: 'od' },
    ownAnd: 'i',
  },
};
