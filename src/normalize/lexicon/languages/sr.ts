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
    labels: { author: 'piše|pišu|napisao|napisala|пише|пишу' },
    colonLabels: {
      author: 'piše|autor|autorka|autori|tekst|novinar|novinarka|пише|аутор|аутори|текст|новинар',
      photographer: 'foto|fotografija|fotografije|фото|фотографија',
      editor: 'urednik|urednica|уредник',
    },
    ownLabels: { author: 'od' },
    sources: 'izvor|izvori|извор|извори',
    ownAnd: 'i|и',
    ownIn: 'u|iz|у|из',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'dopisnik novinar novinarka дописник новинар новинарка',
    generic: 'redakcija agencije редакција агенције',
  },
};
