import type { Language } from '../language.ts';

/** Czech. */
export const cs: Language = {
  tag: 'cs',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'leden led ledna',
      'únor úno února',
      'březen bře března',
      'duben dub dubna',
      'květen kvě května',
      'červen čvn června čer',
      'červenec čvc července',
      'srpen srp srpna',
      'září zář',
      'říjen říj října',
      'listopad lis listopadu',
      'prosinec pro prosince prosincu',
    ],
    weekdays: ['pondělí po', 'úterý út', 'středa st', 'čtvrtek čt čtv', 'pátek pá', 'sobota so', 'neděle ne'],
    fillers: 'dne v dnes ob okolo na publikováno den dine',
    parts: { hour: 'hodin', minute: 'minut' },
    halves: { am: 'dop', pm: 'odp', noon: 'poledne', midnight: 'půlnoc' },
    halvesAfterClock: 'dop odp',
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: { author: 'napsal|napsala|napsali|zpracoval|zpracovala|zpracovali|připravil|připravila' },
    colonLabels: {
      author: 'autor|zpracoval|text|autoři|autorka|zpracovala|redaktor|redaktorka|napsal|napsala|připravil|připravila',
      photographer: 'foto|fotografie|fotograf|snímky|snímek',
      editor: 'editor|editorka',
      translator: 'překlad',
      interviewer: 'rozhovor',
    },
    ownLabels: { author: 'od' },
    sources: 'zdroj|zdroje',
    ownAnd: 'a',
    with: 's',
    ownIn: 'v|ve|z',
    possessives: 'náš|naše',
    moments: 'dne',
  },
  pages: {
    source: 'labels seen on publishers’ pages, collected 2026-11-24',
    published: 'publikováno',
    updated: 'aktualizováno',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-24',
    roles: 'redaktor redaktorka zpravodaj zpravodajka zpravodajové novinář novinářka reportér reportérka',
    beats: 'zvláštní stálý stálá',
    generic: 'redakce agentury agentura',
    genericFillers: 'náš',
  },
};
