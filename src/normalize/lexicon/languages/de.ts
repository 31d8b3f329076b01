import type { Language } from '../language.ts';
import { deBreaks } from './de-breaks.ts';

/** German. */
export const de: Language = {
  tag: 'de',
  times: {
    source: 'Unicode CLDR 48 (2025-10); short forms, labels and prepositions of publishers’ pages, 2026-11-24',
    months: [
      'januar jan jänner jän janner január',
      'februar feb feber február',
      'märz mär mrz maerz mar marz',
      'april apr apríl',
      'mai',
      'juni jun jún',
      'juli jul júl',
      'august aug',
      'september sep sept',
      'oktober okt október',
      'november nov',
      'dezember dez',
    ],
    weekdays: ['montag mo', 'dienstag di', 'mittwoch mi', 'donnerstag do', 'freitag fr', 'samstag sa sonnabend', 'sonntag so'],
    fillers: 'und am um an von veröffentlicht erstellt aktualisiert stand geändert uhr en zeit',
    parts: { hour: 'uhr' },
    halves: { noon: 'mittag mittags', midnight: 'mitternacht' },
    zonePhrases: [
      ['berliner zeit', 'Europe/Berlin'],
      ['ortszeit berlin', 'Europe/Berlin'],
    ],
  },
  byline: {
    source: 'forms of the wire agencies and of their clients’ pages, compiled 2026-11-24',
    labels: {
      author:
        'von|bericht von|analyse von|kommentar von|gastbeitrag von|reportage von|eine reportage von|porträt von|ein bericht von|eine analyse von|ein kommentar von|ein gastbeitrag von|text von|geschrieben von|verfasst von|aufgezeichnet von|protokoll von|recherche von|eine recherche von|glosse von|kolumne von|leitartikel von|essay von|ein essay von|ein porträt von|aktualisiert von|zusammengestellt von|zusammengefasst von|ein text von',
      photographer: 'fotos von|mit fotos von|bilder von|foto von',
      translator: 'aus dem englischen von',
      interviewer:
        'interview von|das gespräch führte|das gespräch führten|das interview führte|das interview führten|die fragen stellte|die fragen stellten|ein interview von|interview führte|interview führten',
      editor: 'bearbeitet von|redigiert von',
    },
    colonLabels: {
      author:
        'autor|autorin|autoren|text|reporter|reportage|von|text und foto|text und fotos|text & foto|text & fotos|text/foto|text und bild|text und bilder|verfasser|verfasserin|redakteur|redakteurin|bericht|recherche|korrespondent|korrespondentin|texte|protokoll|kommentar|analyse|autor/in|autor:in|autor/autorin|geschrieben von|text von',
      photographer: 'foto|fotos|fotografie|fotograf|bild|bilder|fotografin|fotografen|aufnahmen|fotos von|foto von|kamera',
      illustrator: 'illustrationen|grafik',
      translator: 'übersetzung',
      interviewer: 'interview|gespräch',
      editor: 'bearbeitung',
      contributor: 'mitarbeit',
    },
    sources: 'quelle|quellen|agentur',
    material:
      'mit material von|mit material der|mit agenturmaterial von|mit agenturmaterial|mit informationen von|mit informationen der|mit|unter verwendung von material von|mit agenturen|mit agenturmeldungen von|mit material der agenturen|mit informationen der agentur',
    and: 'und',
    with: 'mit',
    in: 'in|aus|berichtet aus',
    ownIn: 'in|aus',
    writingFor: 'für',
    reports: 'berichtet|berichten',
    possessives: 'unser|unserem|unserer|unseren',
    moments: 'am|vom|veröffentlicht am|stand:|stand',
  },
  signoff: {
    source: 'Reuters in six languages, AP, AFP; compiled 2026-11-24',
    roles: {
      'additional reporting': 'zusätzliche berichterstattung von|weitere berichterstattung von',
      contributor: 'mit beiträgen von|unter mitarbeit von|mitarbeit',
      reporter: 'bericht von|berichtet von|berichterstattung von|von',
      writer: 'geschrieben von|verfasst von',
      editor: 'redigiert von|bearbeitet von|redaktion',
      translator: 'übersetzt von',
      photographer: 'fotos von',
      illustrator: 'grafik von',
    },
    contributions: { contributor: 'hat zu diesem bericht beigetragen|haben zu diesem bericht beigetragen|trug zu diesem bericht bei' },
  },
  credits: {
    source: 'credit lines of news pages and agency captions, collected 2026-11-24',
    labels: [
      'fotos?(?:grafie)?',
      'bild(?:er|quelle|nachweis|rechte|credit)?',
      'fotograf(?:in)?',
      'archiv(?:foto|bild)',
      'symbol(?:foto|bild)',
      'abb\\.?',
      'abbildung',
      'grafik',
      'quelle',
      'montage',
      'karikatur',
      'titelbild',
      'collage',
      'zeichnung',
    ],
    phrases: ['(?:foto|bild|fotos|bilder|illustration|grafik)s? (?:von|vom)', 'mit freundlicher genehmigung von'],
  },
  pages: {
    source: 'labels seen on publishers’ pages, collected 2026-11-24',
    published: 'veröffentlicht|veröffentlicht am|erstellt|erstellt am|stand',
    updated: 'aktualisiert|aktualisiert am|zuletzt aktualisiert',
    teasers:
      'mehr zum thema|weitere artikel|weitere nachrichten|weitere meldungen|auch interessant|meistgelesen|meistgelesene artikel|das könnte sie auch interessieren|aktuelle nachrichten',
    sponsored: 'gesponsert|gesponserter beitrag',
  },
  breaks: deBreaks,
  embargo: {
    source: 'embargo notes of agencies, ministries, journals and feeds, compiled 2026-11-24',
    names: ['sperrfrist(?:ende|vermerk)?(?: bis)?', 'sperrvermerk(?: bis)?', 'gesperrt bis'],
    releases: ['nicht vor', 'frei (?:ab|für)', 'freigegeben ab', 'freigabe(?: ab)?', 'veröffentlichung (?:erst )?ab'],
    until: 'bis zum zur ab',
    events: 'bis wenn sobald nach vor',
    lifted: ['sperrfrist (?:ist )?(?:aufgehoben|abgelaufen|beendet)'],
    papers: ['(?:sonntag|samstag|montag|wochenend|morgen)s?(?:ausgaben?|zeitungen|blätter|presse)'],
    zones: [['ortszeit berlin', 'Europe/Berlin']],
  },
  desk: {
    source: 'bylines of wire copy and of publishers’ pages, compiled 2026-11-24',
    roles: `
        korrespondent korrespondenten korrespondentin korrespondentinnen redakteur redakteurin redakteure reporterin
        journalistin journalisten mitarbeiter mitarbeiterin chefredakteur chefredakteurin reporter reporterinnen
        redakteurinnen volontär volontärin chefreporter chefreporterin autor autorin autoren ressortleiter ressortleiterin
        büroleiter büroleiterin auslandskorrespondent auslandskorrespondentin chefkorrespondent chefkorrespondentin`,
    beats: 'stellvertretender stellvertretende leitender leitende freier freie politischer politische',
    generic: `
        red redaktion redaktionen nachrichtenredaktion onlineredaktion sportredaktion newsdesk agenturen agentur
        nachrichtenagenturen agenturmeldung agenturmeldungen mitarbeiter korrespondent korrespondenten redaktionsteam
        newsteam nachrichtendienst nachrichtendienste presseagenturen lokalredaktion wirtschaftsredaktion politikredaktion
        kulturredaktion auslandsredaktion nachrichtenagentur redaktionsnetzwerk volontariat`,
    genericFillers: `
        an und mit der die das unser unserer unserem unsere von aus dem nachrichten lokal online digital politik wirtschaft
        sport kultur ausland inland unseren eigene eigener`,
    notInitials: 'ende und oder bzw und/oder er sie ja nein mit der die das ist im am',
  },
  names: {
    source: 'bylines of wire copy and of publishers’ pages, and style guides on particles; compiled 2026-11-24',
    articles: 'die das der ein eine',
    particles: 'an der den von zu zum zur und vom',
    houses: `
        agentur agenturen nachrichtenagentur nachrichtenagenturen presse redaktion redaktionen magazin zeitung tageblatt
        anzeiger kurier nachrichten rundschau allgemeine fernsehen institut universität ministerium gruppe gmbh ag foto fotos
        autor und`,
    joining: 'für mit bei nach über wird ist sind nicht wie auf aus im am beim zur vor ab bis',
  },
  places: {
    source: 'datelines of wire copy and lines that only look like them, compiled 2026-11-24',
    particles: 'ob am an im in bei vor auf dem den von und zu zur a der',
    starters: 'der die das ein eine von autor',
    labels: `
        analyse exclusiv exklusiv kommentar foto fotos bild bilder eil eilmeldung reportage porträt portrait nachruf fokus
        hintergrund chronologie zusammenfassung meldung wetter korrektur berichtigung quelle pressemitteilung faktencheck
        nachrichtenagentur agentur redaktion`,
    cityTails: `
        main oder saale elbe rhein neckar donau inn weser ruhr havel spree mosel isar lech ems werra fulda aisch sieg lahn
        allgäu westfalen harz holstein taunus ostsee erzgebirge thüringen sachsen oberpfalz oberbayern niederbayern bayern
        hessen pfalz baden württemberg hunsrück eifel unstrut nordsee bodensee schwaben steiermark kärnten tirol krain ybbs enns
        mur aare`,
  },
  status: {
    source: 'notes, headlines and slugs of agencies and the style guides of these, read 2026-11-24',
    marks: {
      kill: 'annullier(?:t|ung) | storno | storniert | stornierung | zur[uü]ckgezogen',
      disregard: 'bitte ignorieren',
      test: 'testmeldung',
      'not-for-publication': 'nicht zur ver[oö]ffentlichung(?: bestimmt)? | nur zur information',
      'note-to-clients': `
          hinweis (?:an|f[uü]r) (?:die )?(?:redaktionen|kunden) | an die redaktionen | achtung,? redaktionen | redaktionshinweis |
          servicemeldung`,
      advisory: 'planungshinweis',
      'check-against-delivery': 'es gilt das gesprochene wort',
      preview: 'vorschau | programm(?:vorschau)? | tagesvorschau | wochenvorschau | termine | p[uü]nktliche vorschau',
      clarification: 'klarstellung',
      'correction-notice': 'gegendarstellung | richtigstellung',
      corrected: 'korr(?:ektur|igiert)? | berichtig(?:t|ung)',
      repeat: 'wiederholung | wiederholt',
      flash: 'blitz(?:meldung)?',
      urgent: 'eil(?:meldung)? | dringend',
      'general-lead': 'gesamtzusammenfassung',
      summary: 'zusammenfassung(?: (?:\\d{4}|neu|gesamt|(\\d{1,2})))? | gesamt',
      updated: 'aktualisiert(?: \\d{4})? | aktualisierung | erweitert | ergänzt | neu',
      brief: 'kurzmeldung',
      exclusive: 'exklusiv',
      'press-release': '(?:presse|medien)mitteilung',
    },
    shouted: {
      'note-to-clients': 'achtung',
    },
    forms: 'hintergrund | porträt | analyse | korrespondentenbericht',
    verbs: {
      updates: 'aktualisiert',
      adds: 'ergänzt | ergänzt um | neu',
      corrects: 'korrigiert',
      clarifies: 'präzisiert',
    },
    products: {
      pictures: 'foto | fotos | bild',
      graphic: 'grafik',
    },
    sentences: {
      kill: [
        'ersatzlos (?:gestrichen|storniert)',
        '(?:meldung|bericht) (?:ist|wird|wurde) (?:storniert|annulliert|zur[uü]ckgezogen)',
        'bitte (?:l[oö]schen|nicht (?:mehr )?verwenden)',
        'verwenden sie (?:diese[ns]?|die|den) (?:meldung|bericht|text|beitrag|artikel) (?:bitte )?nicht',
        '(?:diese|die) meldung (?:bitte )?nicht (?:mehr )?(?:verwenden|veröffentlichen|verbreiten)|nicht (?:mehr )?zu verwenden',
      ],
      disregard: ['bitte (?:ignorieren|nicht beachten)'],
      'not-for-publication': ['nicht zur ver[oö]ffentlichung', 'nur zur (?:internen )?information|nur für den internen gebrauch'],
    },
    noteLabels: 'hinweis an (?:die )?redaktionen|redaktionshinweis',
  },
};
