import type { Language } from '../language.ts';

/** French. */
export const fr: Language = {
  tag: 'fr',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'janvier janv',
      'février févr fevrier fevr',
      'mars',
      'avril avr',
      'mai',
      'juin',
      'juillet juil',
      'août aout',
      'septembre sept',
      'octobre oct',
      'novembre nov',
      'décembre déc dec decembre',
    ],
    weekdays: 'lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim',
    fillers: 'à a le les du de la et publié mis ligne jour modifié heure heures paris er ère ième ème ste h saat',
    parts: { hour: 'h heure heures', minute: 'min' },
    halves: { noon: 'midi', midnight: 'minuit' },
    zonePhrases: [
      ['heure de paris', 'Europe/Paris'],
      ['heure de bruxelles', 'Europe/Brussels'],
      ['heure de genève', 'Europe/Zurich'],
    ],
  },
};
