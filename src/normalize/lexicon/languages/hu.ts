import type { Language } from '../language.ts';

/** Hungarian. */
export const hu: Language = {
  tag: 'hu',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'január jan januar',
      'február febr februar',
      'március márc març',
      'április ápr apr aprīlis',
      'május máj maj',
      'június jún jun',
      'július júl jul',
      'augusztus aug',
      'szeptember szept',
      'október okt oktober',
      'november nov',
      'december dec déc',
    ],
    weekdays: ['hétfő h', 'kedd k', 'szerda sze', 'csütörtök cs', 'péntek p', 'szombat szo', 'vasárnap v'],
    halves: { am: 'de', pm: 'du' },
    halvesAfterClock: 'de du',
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: { author: 'írta|készítette|összeállította', photographer: 'fényképezte|fotózta' },
    colonLabels: {
      author: 'írta|szerző|szerzők|szöveg|riporter|tudósító|készítette|összeállította|újságíró',
      photographer: 'fotó|fotók|fényképezte|kép|képek|fotós|fényképész',
      editor: 'szerkesztette|szerkesztő',
      translator: 'fordította|fordítás',
      interviewer: 'interjú',
    },
    sources: 'forrás|források|via',
    ownAnd: 'és',
  },
  names: {
    source: 'bylines of wire copy and of publishers’ pages, and style guides on particles; compiled 2026-11-24',
    particles: 'st',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'tudósító tudósítója munkatárs munkatársa újságíró szerkesztő riporter főszerkesztő',
    generic: 'szerkesztőség hírügynökség hírügynökségek munkatársunk tudósítónk',
    genericFillers: 'saját',
  },
};
