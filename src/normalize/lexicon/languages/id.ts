import type { Language } from '../language.ts';

/** Indonesian. */
export const id: Language = {
  tag: 'id',
  alsoTagged: ['in', 'ms'],
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'januari jan',
      'februari feb pebruari peb',
      'maret mar',
      'april apr apríl',
      'mei',
      'juni jun jún',
      'juli jul júl',
      'agustus agu ags ağu',
      'september sep',
      'oktober okt október',
      'november nov nop',
      'desember des',
    ],
    weekdays: ['senin sen', 'selasa sel', 'rabu rab', 'kamis kam', 'jumat jum', 'sabtu sab', 'minggu min'],
    fillers: 'pukul pk jam',
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    labels: { author: 'oleh|ditulis oleh' },
    colonLabels: {
      author: 'penulis|oleh|reporter|pewarta|wartawan|jurnalis|laporan|teks',
      photographer: 'foto|fotografer',
      editor: 'editor|penyunting',
      translator: 'penerjemah',
    },
    sources: 'sumber',
    ownAnd: 'dan',
    ownIn: 'di',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'wartawan pewarta koresponden jurnalis',
    generic: 'redaksi',
    genericFillers: 'tim',
  },
};
