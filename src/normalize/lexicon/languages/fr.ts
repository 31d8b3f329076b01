import type { Language } from '../language.ts';
import { frBreaks } from './fr-breaks.ts';

/** French. */
export const fr: Language = {
  tag: 'fr',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'janvier janv',
      'février févr fevrier fevr',
      'mars',
      'avril avr',
      'mai',
      'juin',
      'juillet juil',
      'août aout',
      'septembre sept',
      'octobre oct',
      'novembre nov',
      'décembre déc dec decembre',
    ],
    weekdays: ['lundi lun', 'mardi mar', 'mercredi mer', 'jeudi jeu', 'vendredi ven', 'samedi sam', 'dimanche dim'],
    fillers: 'à a le les du de la et publié mis ligne jour modifié heure heures paris er ère ième ème ste h saat',
    parts: { hour: 'h heure heures', minute: 'min' },
    halves: { noon: 'midi', midnight: 'minuit' },
    zonePhrases: [
      ['heure de paris', 'Europe/Paris'],
      ['heure de bruxelles', 'Europe/Brussels'],
      ['heure de genève', 'Europe/Zurich'],
    ],
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: {
      author:
        'par|un texte de|texte de|rédigé par|écrit par|publié par|récit de|textes de|texte par|textes par|un récit de|une enquête de|enquête de|un reportage de|reportage de|mis à jour par|une analyse de|analyse de|chronique de|signé|article de|un article de',
      photographer: 'photos de|photos par|photographies de|photographies par|images de',
      translator: 'traduit par',
      interviewer: 'propos recueillis par|recueilli par|recueillis par|entretien réalisé par',
      editor: 'édité par',
    },
    colonLabels: {
      author:
        'auteur|auteurs|texte|reportage|de|par|texte et photos|texte et photo|textes|rédacteur|rédactrice|journaliste|reporter|récit|enquête|rédigé par|écrit par|correspondant|texte et photographies',
      photographer: 'photo|photos|image|images|photographe|photographies|vidéo|crédit photo',
      illustrator: 'illustration|illustrations',
      translator: 'traduction',
      interviewer: 'interview|entretien',
      editor: 'édition',
    },
    ownLabels: { author: 'de|del' },
    sources: 'source|sources|agence|d’après|selon',
    material: "avec|avec les agences|avec l'agence|avec agences|avec l'aide de|avec des informations de|avec informations|d'après",
    and: 'et',
    with: 'avec',
    in: 'à',
    ownIn: 'à|au|aux|en|depuis|dans',
    writingFor: 'pour',
    possessives: 'notre|nos',
    moments: 'le|du|publié le',
  },
  signoff: {
    source: 'Reuters in six languages, AP, AFP; compiled 2026-11-24',
    roles: {
      'additional reporting': 'reportage supplémentaire de|avec la contribution de|avec',
      reporter: 'reportage de|reportage par|reportage',
      writer: 'rédigé par|écrit par|rédaction',
      editor: 'édité par|edité par',
      translator: 'version française|version française de|traduit par',
      photographer: 'photos de',
    },
    contributions: {
      contributor: 'a contribué à ce reportage|ont contribué à ce reportage|a contribué à cet article|ont contribué à cet article',
    },
  },
  credits: {
    source: 'credit lines of news pages and agency captions, collected 2026-11-24',
    labels: [
      'crédits?(?: ?[-/]? ?(?:photos?|images?|illustrations?|video|vidéo|obligatoire))?',
      "photos? d'(?:illustration|archives?)",
      'photographe',
      'photographie',
      'légende',
      'dessin',
      'infographie',
      'visuel',
    ],
    phrases: ['(?:photos?|crédit photo|photographie|illustration) (?:de|par)'],
  },
  pages: {
    source: 'labels seen on publishers’ pages, collected 2026-11-24',
    published: 'publié|publié le|mis en ligne le',
    updated: 'mis à jour|mis à jour le|modifié le',
    teasers: 'à lire aussi|lire aussi|les plus lus|à la une|sur le même sujet|nos derniers articles|à ne pas manquer',
    sponsored: 'contenu sponsorisé|article sponsorisé|article partenaire',
  },
  breaks: frBreaks,
  embargo: {
    source: 'embargo notes of agencies, ministries, journals and feeds, compiled 2026-11-24',
    names: ["sous embargo(?: jusqu['’]?(?:au|à|à la))?", "embargo jusqu['’]?(?:au|à)", '(?:publication|diffusion) interdite avant'],
    releases: ['(?:à )?ne pas (?:publier|diffuser) avant'],
    until: "jusqu jusqu'à jusqu'au jusqu’à jusqu’au jusqu’a au aux",
    events: 'jusqu quand lorsque dès après avant',
    lifted: ['embargo levé', "levée de l['’]embargo"],
    papers: ['journaux d[eu] (?:dimanche|lundi|samedi)', 'presse d[eu] (?:dimanche|lundi|samedi)'],
    zones: [
      ['heure de londres', 'Europe/London'],
      ['heure de (?:paris|bruxelles)', 'Europe/Paris'],
    ],
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-24',
    roles: `
        correspondant correspondante correspondants correspondantes envoyé envoyée envoyés journaliste journalistes
        rédacteur rédactrice reporteur chroniqueur photographe éditorialiste reporters grand-reporter rédacteurs pigiste`,
    beats: `
        spécial spéciale spéciaux permanent permanente particulier régional politique économique sportif local grand chef
        adjoint adjointe`,
    generic: `
        rédaction redaction agences agence correspondant correspondante correspondants envoyé service desk rédactions
        correspondance`,
    genericFillers: `
        notre nos la le les de du des et avec web politique économie sport sports monde international société culture france
        spécial spéciale journal en ligne numérique`,
    notInitials: 'fin et ou il elle oui si non la le les de du des',
  },
  names: {
    source: 'bylines of wire copy and of publishers’ pages, and style guides on particles; compiled 2026-11-24',
    articles: 'le la les un une l',
    particles: 'd de des du la le las',
    houses: 'agence agences presse rédaction redaction institut université ministère sa auteur et',
    joining: 'pour avec dans sur est sont qui que chez',
  },
  places: {
    source: 'datelines of wire copy and lines that only look like them, compiled 2026-11-24',
    particles: 'au aux à de du des d et la le les en sous sur lès les-bains le-grand y a',
    starters: 'par',
    labels: 'analyse commentaire reportage portrait communiqué agence redaction',
  },
  status: {
    source: 'notes, headlines and slugs of agencies and the style guides of these, read 2026-11-24',
    marks: {
      kill: 'annulation | annul[ée]e? | dépêche annulée',
      withdrawn: 'retrait | retir[ée]e? | rétractée?',
      disregard: 'ignorer | ne pas tenir compte',
      test: 'essai',
      'not-for-publication': 'pas pour publication | ne pas publier',
      'note-to-clients': 'note aux (?:clients|abonn[ée]s|r[ée]dactions|m[ée]dias)',
      advisory: 'avis',
      'check-against-delivery': 'seul le prononcé fait foi',
      preview: 'pr[ée]vision[s]? | agenda',
      clarification: 'pr[ée]cision',
      'correction-notice': 'rectificatif | mise au point',
      corrected: 'corriged? | corrig[ée]e? | correctif | rectification',
      refile: 'retransmission',
      repeat: 'r[ée]p[ée]tition | r[ée]p[ée]t[ée]e? | reprise',
      alert: 'alerte',
      advance: 'avanc[ée] | avant-papier',
      breaking: 'dernière heure',
      urgent: 'urgent',
      summary: 'synthèse',
      updated: 'mise à jour | actualis(?:[ée]e?|ation)',
      brief: 'brève | bref',
      exclusive: 'exclusif | exclu',
      'press-release': 'communiqué de presse',
    },
    shouted: {
      updates: 'actualise',
    },
    forms: 'portrait | reportage | encadré | repères | chronologie',
    verbs: {
      recasts: 'refond',
      raises: 'relève',
      updates: 'actualise',
      adds: 'ajoute | complète',
      corrects: 'corrige | rectifie',
      clarifies: 'précise',
      edits: 'remplace',
      repeat: 'répète',
    },
    products: {
      pictures: "photo | photos | photo d'archives",
      sketch: "croquis d'audience",
      video: 'vidéo | vidéos',
      videographic: 'vidéographie',
      graphic: 'infographie',
    },
    sentences: {
      kill: [
        'veuillez (?:supprimer|retirer|annuler)',
        '(?:dépêche|article) (?:est )?annulée?',
        "(?:merci|prière|veuillez)(?: bien vouloir)?(?: de)? (?:supprimer|retirer|annuler|ne (?:pas|plus) (?:utiliser|publier|diffuser)) (?:cette|la|l[’']) ?(?:dépêche|information|article)",
      ],
      disregard: ['ne pas tenir compte'],
      'not-for-publication': [
        'pas (?:destiné à la|pour) publication',
        'non destin[ée]e? à (?:la )?publication',
        '\\bne pas (?:publier|diffuser|utiliser)\\W{0,3}$',
      ],
    },
    noteLabels: 'note aux r[ée]dactions',
  },
};
