import type { Language } from '../language.ts';

/** Bulgarian. */
export const bg: Language = {
  tag: 'bg',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: ['януари ян', 'февруари', 'март', 'април', 'май', 'юни', 'юли', 'август', 'септември', 'октомври', 'ноември', 'декември'],
    weekdays: ['понеделник пн', 'вторник вт', 'сряда ср', 'четвъртък чт', 'петък пт', 'събота сб', 'неделя нд'],
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    labels: { author: 'автор' },
    colonLabels: {
      author: 'автор|текст|автори|репортаж|кореспондент|пише|журналист',
      photographer: 'снимка|снимки|фото|фотограф|фотография',
      editor: 'редактор',
      translator: 'превод',
    },
    sources: 'източник|източници',
    ownIn: 'в|от',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'кореспондент журналист репортер редактор',
    beats: 'специален',
    generic: 'редакция агенции',
  },
};
