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
    labels: { author: 'מאת' },
    colonLabels: {
      author: 'מאת|כתב|כתבה|טקסט|כתבים|כתבת',
      photographer: 'צילום|צילומים|צלם',
      editor: 'עריכה|עורך|עורכת',
      translator: 'תרגום',
    },
    sources: 'מקור|מקורות',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'כתב כתבת',
    generic: 'מערכת סוכנויות סוכנות',
    genericFillers: 'ידיעות הידיעות',
  },
};
