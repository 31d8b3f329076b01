import type { Language } from '../language.ts';

/** Turkish. */
export const tr: Language = {
  tag: 'tr',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'ocak oca',
      'şubat şub',
      'mart mar',
      'nisan nis',
      'mayıs may',
      'haziran haz',
      'temmuz tem',
      'ağustos ağu',
      'eylül eyl',
      'ekim eki',
      'kasım kas',
      'aralık ara',
    ],
    weekdays: 'pazartesi pzt salı sal çarşamba çar perşembe per cuma cum cumartesi cmt pazar paz',
    fillers: 'saat ve yayınlanma güncelleme',
    halves: { am: 'öö', pm: 'ös', noon: 'öğlen' },
  },
};
