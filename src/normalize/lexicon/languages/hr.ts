import type { Language } from '../language.ts';

/** Croatian. */
export const hr: Language = {
  tag: 'hr',
  alsoTagged: ['bs'],
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'siječanj sij siječnja',
      'veljača velj veljače veljači',
      'ožujak ožu ožujka ožujku',
      'travanj tra travnja travnju',
      'svibanj svi svibnja svibnju',
      'lipanj lip lipnja lipnju',
      'srpanj srp srpnja srpnju',
      'kolovoz kol kolovoza kolovozu',
      'rujan ruj rujna rujnu',
      'listopad lis listopada',
      'studeni stu studenoga studenom',
      'prosinac pro prosinca',
    ],
    weekdays: ['ponedjeljak pon', 'utorak uto', 'srijeda sri', 'četvrtak čet', 'petak pet', 'subota sub', 'nedjelja ned'],
    fillers: 'u sata sati god godine ob uto sri čet pet sub ned lin',
    parts: { hour: 'sati', minute: 'minuta' },
    halves: { noon: 'podne', midnight: 'ponoć' },
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: { author: 'piše|pišu|napisao|napisala|napisali|razgovarao' },
    colonLabels: {
      author: 'piše|pišu|autor|autorica|autorka|autori|tekst|novinar|novinarka|priredio|priredila',
      photographer: 'foto|fotografija|fotografije|snimio|snimila',
      editor: 'uredio|uredila|urednik|urednica',
      interviewer: 'razgovarao|razgovarala',
    },
    ownLabels: { author: 'od' },
    sources: 'izvor|izvori',
    ownAnd: 'i',
    ownIn: 'u|iz',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'dopisnik dopisnica novinar novinarka urednik urednica',
    beats: 'specijalni posebni',
    generic: 'redakcija agencije agencija',
  },
};
