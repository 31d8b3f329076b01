import type { Language } from '../language.ts';

/** Swedish. */
export const sv: Language = {
  tag: 'sv',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'januari jan',
      'februari feb',
      'mars',
      'april apr apríl',
      'maj máj',
      'juni',
      'juli',
      'augusti aug',
      'september sep',
      'oktober okt október',
      'november nov',
      'december dec déc',
    ],
    weekdays: 'måndag mån tisdag tis onsdag ons torsdag tors fredag fre lördag lör söndag sön',
    fillers: 'den kl klockan och på publicerad uppdaterad',
  },
};
