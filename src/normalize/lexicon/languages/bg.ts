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
    colonLabels: { author: 'автор|текст', photographer: 'снимка|снимки' },
  },
};
