import type { Language } from '../language.ts';

/** Japanese. */
export const ja: Language = {
  tag: 'ja',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    weekdays: '月曜日 月 火曜日 火 水曜日 水 木曜日 木 金曜日 金 土曜日 土 日曜日 日 月曜 火曜 水曜 木曜 金曜 土曜 日曜',
    parts: { year: '年', month: '月', day: '日', hour: '時', minute: '分', second: '秒' },
    halves: { am: '午前', pm: '午後', noon: '正午' },
  },
};
