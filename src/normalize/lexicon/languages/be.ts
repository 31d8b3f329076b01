import type { Language } from '../language.ts';

/** Belarusian. */
export const be: Language = {
  tag: 'be',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'студзень сту студзеня',
      'люты лют лютага',
      'сакавік сак сакавіка',
      'красавік кра красавіка',
      'май мая траўня',
      'чэрвень чэр чэрвеня',
      'ліпень ліп ліпеня',
      'жнівень жні жніўня',
      'верасень вер верасня',
      'кастрычнік кас кастрычніка',
      'лістапад ліс лістапада',
      'снежань сне снежня',
    ],
    weekdays: ['панядзелак пн', 'аўторак аў', 'серада ср', 'чацвер чц', 'пятніца пт пят', 'субота сб', 'нядзеля нд'],
    fillers: 'годзін хвілін gadzin hvilin',
    parts: { hour: 'гадзін', minute: 'хвілін' },
  },
  byline: {
    source: 'forms of publishers’ pages and of wire copy, compiled 2026-11-26',
    colonLabels: { author: 'аўтар|аўтары|тэкст', photographer: 'фота|фотаздымкі' },
    sources: 'крыніца',
    ownAnd: 'і',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    generic: 'рэдакцыя',
  },
};
