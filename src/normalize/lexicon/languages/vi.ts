import type { Language } from '../language.ts';

/** Vietnamese. */
export const vi: Language = {
  tag: 'vi',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    monthFollows: 'tháng',
    weekdays: ['hai 2', 'ba 3', 'tư 4', 'năm 5', 'sáu 6', 'bảy 7', 'chủ nhật cn'],
    fillers: 'ngày năm lúc thứ',
    parts: { hour: 'giờ', minute: 'phút', second: 'giây' },
    halves: { am: 'sa', pm: 'ch' },
    halvesAfterClock: 'sa ch',
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    colonLabels: {
      author: 'tác giả|bài|bài viết|phóng viên|người viết|thực hiện|bài và ảnh',
      photographer: 'ảnh|hình ảnh|hình',
      editor: 'biên tập',
      translator: 'người dịch|dịch',
    },
    sources: 'nguồn|theo',
    ownAnd: 'và',
  },
  names: {
    source: 'bylines of wire copy and of publishers’ pages, and style guides on particles; compiled 2026-11-24',
    particles: 'thi',
  },
};
