import type { Language } from '../language.ts';

/** Spanish. */
export const es: Language = {
  tag: 'es',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'enero ene',
      'febrero feb',
      'marzo mar',
      'abril abr',
      'mayo may',
      'junio jun jún',
      'julio jul júl',
      'agosto ago',
      'septiembre sept sep setiembre set',
      'octubre oct',
      'noviembre nov',
      'diciembre dic',
    ],
    weekdays: 'lunes lun martes mar miércoles mié jueves jue viernes vie sábado sáb domingo dom miercoles sabado',
    fillers: 'a las los la el lo del de y en publicado actualizado hora horas º ª',
    parts: { hour: 'hora horas' },
    halves: { noon: 'mediodía', midnight: 'medianoche' },
    zonePhrases: [
      ['hora de madrid', 'Europe/Madrid'],
      ['hora peninsular', 'Europe/Madrid'],
    ],
  },
};
