import type { Language } from '../language.ts';

/** Romanian. */
export const ro: Language = {
  tag: 'ro',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'ianuarie ian ianuar',
      'februarie feb',
      'martie mar',
      'aprilie apr',
      'mai',
      'iunie iun',
      'iulie iul',
      'august aug',
      'septembrie sept',
      'octombrie oct',
      'noiembrie nov noi',
      'decembrie dec déc',
    ],
    weekdays: ['luni lun', 'marți mar', 'miercuri mie', 'joi', 'vineri vin', 'sâmbătă sâm', 'duminică dum'],
    fillers: 'ora la',
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: {
      author: 'scris de|redactat de|articol de|un articol de|text de|publicat de',
      photographer: 'fotografii de|foto de',
      editor: 'editat de',
    },
    colonLabels: {
      author: 'autor|autoare|autori|text|redactor|reporter|jurnalist|de|scris de',
      photographer: 'foto|fotografii|fotograf|sursa foto',
      editor: 'editor|editor online|editat de',
      translator: 'traducere|traducerea',
      interviewer: 'interviu',
    },
    ownLabels: { author: 'de' },
    sources: 'sursa|sursă|surse',
    ownAnd: 'și|şi',
    ownIn: 'din|la|în',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'corespondent corespondentă corespondenți redactor reporter jurnalist jurnalistă',
    beats: 'special specială',
    generic: 'redacția redactia redacţia agenții agenţii agenția',
    genericFillers: 'de știri',
  },
};
