import type { Language } from '../language.ts';

/** Polish. */
export const pl: Language = {
  tag: 'pl',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'styczeń sty stycznia studzienia',
      'luty lut lutego',
      'marzec mar marca',
      'kwiecień kwi kwietnia',
      'maj maja máj mája',
      'czerwiec cze czerwca',
      'lipiec lip lipca',
      'sierpień sie sierpnia',
      'wrzesień wrz września',
      'październik paź października',
      'listopad lis listopada',
      'grudzień gru grudnia',
    ],
    weekdays: 'poniedziałek pon wtorek wt środa śr czwartek czw piątek pt sobota sob niedziela niedz poniedzialek',
    fillers: 'dnia o godz opublikowano aktualizacja dodano r w dne',
    halves: { noon: 'południe', midnight: 'północ' },
  },
};
