import type { Language } from '../language.ts';

/** Catalan. */
export const ca: Language = {
  tag: 'ca',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'gener gen',
      'febrer febr',
      'març',
      'abril abr d’abril d’abr',
      'maig',
      'juny',
      'juliol jul júl',
      'agost ag d’agost d’ag',
      'setembre set',
      'octubre oct d’octubre d’oct',
      'novembre nov',
      'desembre des',
    ],
    weekdays: ['dilluns dl', 'dimarts dt', 'dimecres dc', 'dijous dj', 'divendres dv', 'dissabte ds', 'diumenge dg'],
    fillers: 'a las',
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: { author: 'text de|escrit per|crònica de' },
    colonLabels: { author: 'autor|autora|text|textos', photographer: 'foto|fotos|fotografia|fotografies|imatges' },
    ownLabels: { author: 'per|de' },
    sources: 'font|fonts',
    material: "amb informació de|amb informació d'",
    ownAnd: 'i',
    ownIn: 'a|des de|des d’',
  },
  names: {
    source: 'bylines of wire copy and of publishers’ pages, and style guides on particles; compiled 2026-11-24',
    particles: 'san',
  },
  places: {
    source: 'datelines of wire copy and lines that only look like them, compiled 2026-11-24',
    particles: 'es',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'corresponsal enviat enviada redactor redactora periodista',
    beats: 'especial',
    generic: 'redacció agències agència',
  },
};
