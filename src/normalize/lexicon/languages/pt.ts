import type { Language } from '../language.ts';

/** Portuguese. */
export const pt: Language = {
  tag: 'pt',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'janeiro jan',
      'fevereiro fev fév',
      'março mar marco',
      'abril abr',
      'maio mai',
      'junho jun jún',
      'julho jul júl',
      'agosto ago',
      'setembro set',
      'outubro out',
      'novembro nov',
      'dezembro dez',
    ],
    weekdays:
      'segunda-feira seg terça-feira ter quarta-feira qua quinta-feira qui sexta-feira sex sábado sáb domingo dom segunda terça quarta quinta sexta',
    fillers: 'às do da das de em à e publicado atualizado',
    zonePhrases: [
      ['horário de brasília', 'America/Sao_Paulo'],
      ['hora de lisboa', 'Europe/Lisbon'],
    ],
  },
};
