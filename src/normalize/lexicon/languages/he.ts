import type { Language } from '../language.ts';

/** Hebrew. */
export const he: Language = {
  tag: 'he',
  alsoTagged: ['iw'],
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'ינואר ינו׳ באינואר',
      'פברואר פבר׳ בפברואר',
      'מרץ במרץ',
      'אפריל אפר׳ באפריל',
      'מאי במאי',
      'יוני ביוני',
      'יולי ביולי',
      'אוגוסט אוג׳ באוגוסט',
      'ספטמבר ספט׳ בספטמבר',
      'אוקטובר אוק׳ באוקטובר',
      'נובמבר נוב׳ בנובמבר',
      'דצמבר דצמ׳ בדצמבר',
    ],
    weekdays: ['שני ב׳', 'שלישי ג׳', 'רביעי ד׳', 'חמישי ה׳', 'שישי ו׳', 'שבת', 'ראשון א׳'],
    fillers: 'יום',
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    colonLabels: { author: 'מאת|כתב|כתבה', photographer: 'צילום|צילומים' },
  },
};
