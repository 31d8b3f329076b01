import type { Language } from '../language.ts';

/** Korean. */
export const ko: Language = {
  tag: 'ko',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    weekdays: ['월요일 월', '화요일 화', '수요일 수', '목요일 목', '금요일 금', '토요일 토', '일요일 일'],
    parts: { year: '년', month: '월', day: '일', hour: '시', minute: '분', second: '초' },
    halves: { am: '오전', pm: '오후' },
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    colonLabels: { author: '글|기자|취재|글·사진|특파원|작성', photographer: '사진|촬영|영상', editor: '편집', translator: '번역' },
    sources: '출처|자료',
  },
  embargo: {
    source: 'embargo notes of agencies, ministries, journals and feeds, compiled 2026-11-24',
    names: ['엠바고'],
  },
};
