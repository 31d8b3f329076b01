import type { Language } from '../language.ts';

/** Persian. */
export const fa: Language = {
  tag: 'fa',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'ژانویه ژانویهٔ',
      'فوریه فوریهٔ',
      'مارس',
      'آوریل',
      'مه مهٔ',
      'ژوئن',
      'ژوئیه ژوئیهٔ',
      'اوت أوت',
      'سپتامبر',
      'اکتبر',
      'نوامبر',
      'دسامبر',
    ],
    weekdays: ['دوشنبه', 'سه‌شنبه', 'چهارشنبه', 'پنجشنبه', 'جمعه', 'شنبه', 'یکشنبه'],
    fillers: 'ساعت',
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    labels: { author: 'نوشته|به قلم' },
    colonLabels: {
      author: 'نویسنده|گزارش|خبرنگار|نویسندگان|متن|تهیه و تنظیم|نگارش|به قلم',
      photographer: 'عکس|عکاس|عکس‌ها',
      editor: 'ویراستار|دبیر',
      translator: 'ترجمه|مترجم',
    },
    sources: 'منبع|منابع',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'خبرنگار',
    generic: 'تحریریه خبرگزاری خبرگزاری‌ها',
  },
};
