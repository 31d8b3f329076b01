import type { Language } from '../language.ts';

/** Bengali. */
export const bn: Language = {
  tag: 'bn',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'জানুয়ারি জানু জানুয়ারী',
      'ফেব্রুয়ারি ফেব ফেব্রুয়ারী',
      'মার্চ',
      'এপ্রিল এপ্রি',
      'মে',
      'জুন',
      'জুলাই জুল',
      'আগস্ট আগ',
      'সেপ্টেম্বর সেপ্ট সেপ সেপ্টে',
      'অক্টোবর অক্টো',
      'নভেম্বর নভে',
      'ডিসেম্বর ডিসে',
    ],
    weekdays: ['সোমবার সোম', 'মঙ্গলবার মঙ্গল', 'বুধবার বুধ', 'বৃহস্পতিবার বৃহস্পতি বৃহঃ', 'শুক্রবার শুক্র', 'শনিবার শনি', 'রবিবার রবি'],
    fillers: 'সাল শে লা ই ঠা রা',
    halves: { am: 'পূর্বাহ্ণ', pm: 'অপরাহ্ণ' },
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    colonLabels: { author: 'লেখক|প্রতিবেদক|প্রতিবেদন|লিখেছেন|সংবাদদাতা', photographer: 'ছবি' },
    sources: 'সূত্র',
    ownAnd: 'ও',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    generic: 'ডেস্ক প্রতিবেদক সংবাদদাতা প্রতিনিধি',
    genericFillers: 'নিজস্ব নিউজ অনলাইন স্টাফ',
  },
};
