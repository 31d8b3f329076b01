import type { Language } from '../language.ts';
import { enBreaks } from './en-breaks.ts';

/** English. */
export const en: Language = {
  tag: 'en',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'january jan',
      'february feb febuary',
      'march mar',
      'april apr apríl',
      'may',
      'june jun jún',
      'july jul júl',
      'august aug',
      'september sep sept',
      'october oct',
      'november nov',
      'december dec déc',
    ],
    weekdays: 'monday mon tuesday tue wednesday wed thursday thu friday fri saturday sat sunday sun tues weds thur thurs',
    fillers:
      'at the of on from by in an is its as was published posted updated modified created date time last first issued released edited written dated local gmt- ad year hrs th st nd rd',
    parts: { hour: 'h hr hrs', minute: 'm min minutes', second: 's sec seconds' },
    halves: { am: 'am a', pm: 'pm p', noon: 'noon midday', midnight: 'midnight' },
    halvesAfterClock: 'a p',
    zonePhrases: [
      ['eastern daylight time', 'EDT'],
      ['eastern standard time', 'EST'],
      ['eastern time', 'ET'],
      ['central daylight time', 'CDT'],
      ['central standard time', 'CST'],
      ['mountain daylight time', 'MDT'],
      ['mountain standard time', 'MST'],
      ['pacific daylight time', 'PDT'],
      ['pacific standard time', 'PST'],
      ['pacific time', 'PT'],
      ['central european summer time', 'CEST'],
      ['central european time', 'CET'],
      ['greenwich mean time', 'GMT'],
      ['gmt daylight time', 'BST'],
      ['british summer time', 'BST'],
      ['london time', 'Europe/London'],
      ['paris time', 'Europe/Paris'],
      ['new york time', 'America/New_York'],
      ['moscow time', 'Europe/Moscow'],
    ],
  },
  breaks: enBreaks,
};
