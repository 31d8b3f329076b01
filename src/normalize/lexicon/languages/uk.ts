import type { Language } from '../language.ts';

/** Ukrainian. */
export const uk: Language = {
  tag: 'uk',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'січень січ січня сiч',
      'лютий лют лютого',
      'березень бер березня берез',
      'квітень квіт квітня кві',
      'травень трав травня',
      'червень черв червня чер',
      'липень лип липня',
      'серпень серп серпня сер',
      'вересень вер вересня верес',
      'жовтень жовт жовтня жов',
      'листопад лист листопада листоп лис',
      'грудень груд грудня гру',
    ],
    weekdays: [
      'понеділок пн пон',
      'вівторок вт вів',
      'середа ср сер',
      'четвер чт чет',
      'пʼятниця пт птн',
      'субота сб суб',
      'неділя нд нед',
    ],
    fillers: 'о об року роки рок р pred сағ лин',
    halves: { noon: 'полудень', midnight: 'північ' },
    ordinals:
      'перше друге третє четверте пʼяте шосте сьоме восьме девʼяте десяте одинадцяте дванадцяте тринадцяте чотирнадцяте пʼятнадцяте шістнадцяте сімнадцяте вісімнадцяте девʼятнадцяте двадцяте',
    tens: { 20: 'двадцять', 30: 'тридцять тридцяте' },
    zonePhrases: [['за київським часом', 'Europe/Kyiv']],
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: { author: 'автор' },
    colonLabels: { author: 'автор|автори|текст', photographer: 'фото' },
    and: 'та',
    ownAnd: 'і|й',
  },
  embargo: {
    source: 'embargo notes of agencies, ministries, journals and feeds, compiled 2026-11-24',
    names: ['ембарго(?: до)?'],
  },
};
