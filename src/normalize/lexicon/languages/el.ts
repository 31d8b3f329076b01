import type { Language } from '../language.ts';

/** Greek. */
export const el: Language = {
  tag: 'el',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'ιανουαρίου ιαν ιανουάριος ιανουάριου',
      'φεβρουαρίου φεβ φεβρουάριος φεβρ',
      'μαρτίου μαρ μάρτιος μαρτ μάρ',
      'απριλίου απρ απρίλιος',
      'μαΐου μαΐ μάιος μάι μαϊ',
      'ιουνίου ιουν ιούνιος ιούν',
      'ιουλίου ιουλ ιούλιος ιούλ',
      'αυγούστου αυγ αύγουστος αύγ',
      'σεπτεμβρίου σεπ σεπτέμβριος σεπτ',
      'οκτωβρίου οκτ οκτώβριος',
      'νοεμβρίου νοε νοέμβριος νοέ',
      'δεκεμβρίου δεκ δεκέμβριος',
    ],
    weekdays: ['δευτέρα δευ', 'τρίτη τρί τρι', 'τετάρτη τετ', 'πέμπτη πέμ πεμ', 'παρασκευή παρ', 'σάββατο σάβ σαβ', 'κυριακή κυρ'],
    fillers: 'έτος στις',
    parts: { hour: 'ώρα' },
    halves: { am: 'πμ', pm: 'μμ' },
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    and: 'και',
  },
};
