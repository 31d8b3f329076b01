import type { Language } from '../language.ts';

/** Georgian. */
export const ka: Language = {
  tag: 'ka',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'იანვარი იან ბასტი',
      'თებერვალი თებ',
      'მარტი მარ',
      'აპრილი აპრ',
      'მაისი მაი',
      'ივნისი ივნ',
      'ივლისი ივლ',
      'აგვისტო აგვ',
      'სექტემბერი სექ',
      'ოქტომბერი ოქტ',
      'ნოემბერი ნოე',
      'დეკემბერი დეკ',
    ],
    weekdays: ['ორშაბათი ორშ', 'სამშაბათი სამ', 'ოთხშაბათი ოთხ', 'ხუთშაბათი ხუთ', 'პარასკევი პარ', 'შაბათი შაბ', 'კვირა კვი'],
    fillers: 'წ წლის ლ',
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    colonLabels: { author: 'ავტორი|ავტორები|ტექსტი', photographer: 'ფოტო' },
    sources: 'წყარო',
    ownAnd: 'და',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    generic: 'რედაქცია',
  },
};
