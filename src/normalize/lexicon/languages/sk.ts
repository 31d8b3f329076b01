import type { Language } from '../language.ts';

/** Slovak. */
export const sk: Language = {
  tag: 'sk',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'január jan januára januar',
      'február feb februára februar',
      'marec mar marca',
      'apríl apr apríla april',
      'máj mája maj maja',
      'jún júna jun',
      'júl júla jul',
      'august aug augusta',
      'september sep septembra',
      'október okt októbra oktober',
      'november nov novembra',
      'december dec decembra déc',
    ],
    weekdays: ['pondelok po', 'utorok ut', 'streda st', 'štvrtok št', 'piatok pi', 'sobota so', 'nedeľa ne'],
    fillers: 'dňa o na okolo ob',
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: { author: 'napísal|napísala|napísali|spracoval|spracovala|pripravil|pripravila' },
    colonLabels: {
      author: 'autor|autorka|autori|text|redaktor|redaktorka|spracoval|spracovala',
      photographer: 'foto|fotografie|fotograf|snímka|snímky',
    },
    ownLabels: { author: 'od' },
    sources: 'zdroj|zdroje',
    ownAnd: 'a',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-24',
    roles: 'redaktor redaktorka spravodajca spravodajkyňa reportér reportérka novinár',
    beats: 'osobitný',
    generic: 'redakcia agentúry agentúra',
  },
};
