import type { Language } from '../language.ts';

/** Dutch. */
export const nl: Language = {
  tag: 'nl',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'januari jan januarie',
      'februari feb',
      'maart mrt',
      'april apr apríl',
      'mei',
      'juni jun jún',
      'juli jul júl',
      'augustus aug',
      'september sep',
      'oktober okt október',
      'november nov',
      'december dec déc',
    ],
    weekdays: 'maandag ma dinsdag di woensdag wo donderdag do vrijdag vr zaterdag za zondag zo',
    fillers: 'op om de van en uur gepubliceerd bijgewerkt geplaatst',
    parts: { hour: 'uur', minute: 'minuten' },
  },
};
