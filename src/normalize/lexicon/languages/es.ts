import type { Language } from '../language.ts';
import { esBreaks } from './es-breaks.ts';

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
    weekdays: ['lunes lun', 'martes mar', 'miércoles mié miercoles', 'jueves jue', 'viernes vie', 'sábado sáb sabado', 'domingo dom'],
    fillers: 'a las los la el lo del de y en publicado actualizado hora horas hs hrs º ª',
    parts: { hour: 'hora horas' },
    halves: { noon: 'mediodía', midnight: 'medianoche' },
    zonePhrases: [
      ['hora de madrid', 'Europe/Madrid'],
      ['hora peninsular', 'Europe/Madrid'],
    ],
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: {
      author:
        'por|escrito por|texto de|publicado por|escribe|redactado por|crónica de|una crónica de|reportaje de|un reportaje de|análisis de|informe de|actualizado por|elaborado por|una entrevista de|escriben',
      photographer: 'fotos de|fotografías de|imágenes de',
      translator: 'traducido por',
      interviewer: 'entrevista de',
      editor: 'editado por',
    },
    colonLabels: {
      author:
        'autor|autora|autores|texto|de|por|texto y fotos|texto y foto|texto y fotografías|textos|redactor|redactora|periodista|reportaje|crónica|corresponsal|escribe|reportera|reportero|texto y fotografía|escrito por',
      photographer: 'foto|fotos|fotografías|fotografía|fotógrafo|fotógrafa|imágenes|imagen|video|vídeo',
      illustrator: 'ilustración',
      translator: 'traducción',
      interviewer: 'entrevista',
      editor: 'edición|editor|editora',
    },
    ownLabels: { author: 'de|del' },
    sources: 'fuente|fuentes|agencia|vía|según',
    material:
      'con información de|con informacion de|con datos de|con agencias|con reportes de|con|con información de agencias|con información de la|con información de las agencias|con datos de la|con aportes de|con material de|con informaciones de',
    and: 'y',
    ownAnd: 'y|e',
    with: 'con',
    ownIn: 'en|desde',
    writingFor: 'para',
    reports: 'informa|informan|reporta',
    possessives: 'nuestro|nuestra|nuestros',
    moments: 'el|del|publicado el',
  },
  signoff: {
    source: 'Reuters in six languages, AP, AFP; compiled 2026-11-24',
    roles: {
      'additional reporting':
        'con la contribución de|con la colaboración de|con reporte adicional de|reporte adicional de|información adicional de',
      reporter: 'reporte de|reporte por|reportado por|información de|informacion de',
      writer: 'escrito por|redacción de|texto de',
      editor: 'editado por|editado en español por|edición de|edición en español de|edición por',
      translator: 'traducido por|traducción de',
      photographer: 'fotos de',
    },
    contributions: {
      contributor:
        'contribuyó a este reporte|contribuyeron a este reporte|contribuyó a este despacho|contribuyeron a este despacho|colaboró en este reporte|colaboraron en este reporte',
    },
  },
  credits: {
    source: 'credit lines of news pages and agency captions, collected 2026-11-24',
    labels: [
      'créditos?(?: de (?:la )?(?:foto|imagen))?',
      '(?:foto )?crédito',
      'imagen',
      'imágenes',
      'fotografía',
      'fotógrafo',
      'fuente',
      'ilustración',
      'cortesía',
      'archivo',
      'captura(?: de pantalla)?',
      'foto/crédito',
      'foto de archivo',
    ],
    phrases: ['(?:foto|fotos|fotografía|imagen|fotografia|ilustración) (?:de|por|cortesía de|di|do|da)', 'cortesía(?: de)?'],
  },
  pages: {
    source: 'labels seen on publishers’ pages, collected 2026-11-24',
    published: 'publicado|publicado el|publicada',
    updated: 'actualizado|actualizado el',
    teasers: 'lo más leído|más leídas|te puede interesar|noticias relacionadas|últimas noticias',
    sponsored: 'contenido patrocinado|patrocinado',
  },
  breaks: esBreaks,
  embargo: {
    source: 'embargo notes of agencies, ministries, journals and feeds, compiled 2026-11-24',
    names: [
      'embargad[oa](?: hasta)?',
      'bajo embargo(?: hasta)?',
      'embargo hasta',
      '(?:prohibida (?:su )?(?:difusión|publicación)) (?:hasta|antes de)',
    ],
    releases: ['no (?:publicar|difundir) (?:antes de|hasta)'],
    until: 'hasta el día antes',
    events: 'hasta cuando después antes',
    lifted: ['embargo levantado', 'fin del embargo'],
    papers: ['(?:diarios|periódicos|prensa|ediciones) d(?:el?|e la) (?:domingo|lunes|sábado)'],
    zones: [['hora de madrid', 'Europe/Madrid']],
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-24',
    roles: `
        corresponsal corresponsales enviado enviada enviados periodista periodistas redactor redactora corresponsalía
        reportero reportera reporteros columnista editor editora fotógrafo fotógrafa cronista analista jefe`,
    beats: `
        especial político política económico económica deportivo deportiva internacional permanente sección`,
    generic: `
        redacción redaccion agencias agencia corresponsal corresponsales enviado equipo corresponsalía corresponsalias
        enviada mesa staff`,
    genericFillers: `
        en línea nuestro nuestra y con el los internacional nacional deportes economía economia política politica cultura
        sociedad digital web online mundo central local regional la de del servicios nuestros especial informativa`,
    notInitials: 'fin y o e si no el la los las al de',
  },
  names: {
    source: 'bylines of wire copy and of publishers’ pages, and style guides on particles; compiled 2026-11-24',
    articles: 'el los las un una la',
    particles: 'de del la las los el y e',
    houses: 'agencia agencias prensa redacción redaccion diario televisión instituto universidad ministerio foto fotos',
    joining: 'para con por que es como sobre',
  },
  places: {
    source: 'datelines of wire copy and lines that only look like them, compiled 2026-11-24',
    particles: 'de del el y la las los i',
    starters: 'por',
    labels: 'análisis exclusivo entrevista comentario agencia',
  },
  status: {
    source: 'notes, headlines and slugs of agencies and the style guides of these, read 2026-11-24',
    marks: {
      kill: 'eliminar(?: - eliminar)? | anulaci[oó]n(?: de (?:la )?noticia)? | anulad[oa] | eliminad[oa]',
      withdrawn: 'retirad[oa]',
      test: 'prueba',
      'not-for-publication': 'no publicable | no publicar',
      'note-to-clients': 'nota (?:a|para) (?:los )?(?:clientes|abonados|editores|suscriptores)',
      advisory: 'nota informativa | aviso a clientes',
      preview: 'previsiones | previsi[oó]n | agenda',
      clarification: 'aclaraci[oó]n',
      'correction-notice': 'fe de (?:erratas|errores)',
      corrected: 'correcci[oó]n | corregid[oa]',
      refile: 'retransmisi[oó]n',
      repeat: 'repetici[oó]n | repite',
      alert: 'alerta',
      advance: 'avance',
      breaking: 'última hora',
      urgent: 'urgente',
      summary: 'resumen',
      amplified: 'ampliaci[oó]n ?(\\d{1,2})? | ampl[ií]a | ampliad[oa]',
      updated: 'actualizaci[oó]n | actualizad[oa]',
      brief: 'breve',
      exclusive: 'exclusiva',
      'press-release': 'nota de prensa | comunicado de prensa',
    },
    shouted: {
      updates: 'actualiza',
    },
    verbs: {
      recasts: 'refunde',
      updates: 'actualiza',
      adds: 'agrega | añade | ampl[ií]a',
      corrects: 'corrige | rectifica',
      edits: 'sustituye',
      repeat: 'repite',
    },
    products: {
      pictures: 'foto | fotos',
      video: 'vídeo | vídeos',
      graphic: 'gráfico | infografía',
    },
    sentences: {
      kill: [
        '(?:rogamos|por favor) (?:eliminar|anular|retirar)',
        '(?:rogamos|por favor|se ruega|deben)(?: que)? (?:anulen|eliminen|retiren|no (?:publicar|usar|utilizar|publiquen|usen)) (?:esta|la) (?:noticia|información)',
      ],
      disregard: ['no tener en cuenta', 'hacer caso omiso'],
      'not-for-publication': ['no (?:es )?para (?:su )?publicaci[oó]n'],
    },
    noteLabels: 'nota a los editores',
  },
};
