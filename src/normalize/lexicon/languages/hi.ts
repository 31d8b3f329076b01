import type { Language } from '../language.ts';

/** Hindi. */
export const hi: Language = {
  tag: 'hi',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'जनवरी जन॰ जन',
      'फ़रवरी फ़र॰ फर फरवरी',
      'मार्च',
      'अप्रैल',
      'मई',
      'जून',
      'जुलाई जुल॰',
      'अगस्त अग॰',
      'सितंबर सित॰ सितम्बर',
      'अक्टूबर अक्टू॰ अक्तूबर',
      'नवंबर नव॰ नवम्बर',
      'दिसंबर दिस॰ दिसम्बर',
    ],
    weekdays: ['सोमवार सोम', 'मंगलवार मंगल', 'बुधवार बुध', 'गुरुवार गुरु', 'शुक्रवार शुक्र', 'शनिवार शनि', 'रविवार रवि'],
    fillers: 'वर्ष को बजे',
    halves: { am: 'पूर्वाह्न', pm: 'अपराह्न' },
  },
  byline: {
    source: 'labels of publishers’ pages, compiled 2026-11-25',
    colonLabels: { author: 'लेखक|रिपोर्ट|रिपोर्टर|संवाददाता|लेखिका|द्वारा|प्रस्तुति', photographer: 'फोटो|तस्वीर|फोटोग्राफर', editor: 'संपादक|संपादन' },
    sources: 'स्रोत|साभार',
    ownAnd: 'और',
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-26',
    roles: 'संवाददाता',
    generic: 'एजेंसी एजेंसियां ब्यूरो डेस्क संवाददाता',
    genericFillers: 'न्यूज न्यूज़ वेब हमारे निज टीम',
  },
};
