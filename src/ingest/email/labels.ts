/** What a labelled line of a filing or of a form gives. */
export type LabelKind =
  | 'headline'
  | 'slugline'
  | 'abstract'
  | 'byline'
  | 'dateline'
  | 'place'
  | 'priority'
  | 'urgency'
  | 'category'
  | 'genre'
  | 'keywords'
  | 'ednote'
  | 'embargo'
  | 'status'
  | 'version'
  | 'id'
  | 'language'
  | 'source'
  | 'moment'
  | 'contact'
  | 'caption'
  | 'credit'
  | 'media'
  | 'rights'
  | 'body'
  | 'other';

/**
 * Labels of filed copy and of web forms. Source: forms of AAP and copy mails of agency desks, correspondents' style sheets, field names
 * of Google Forms and of contact forms of press offices in ten languages; compiled 2026-11-25. Lower case, parted by `|`.
 */
const LABELS: Readonly<Record<Exclude<LabelKind, 'other'>, string>> = {
  headline:
    'headline|head|hed|hedline|heading|story headline|article title|title|subject line|titel|überschrift|schlagzeile|titre|titulaire|titular|título|titulo|titolo|rubrik|kop|tittel|overskrift|otsikko|tytuł|заголовок',
  slugline: 'slug|slugline|slug line|slug-line|story slug|catchline|catch line|catch|stichwort|basket|topic slug|tag line|antetítulo',
  abstract:
    'abstract|summary|story summary|standfirst|stand-first|deck|dek|sell|intro|introduction|teaser|précis|precis|sub-headline|subheadline|subhead|sub-head|subheading|subtitle|untertitel|unterzeile|vorspann|zusammenfassung|kurzfassung|chapeau|chapô|résumé|sous-titre|resumen|sumario|entradilla|bajada|subtítulo|sommario|occhiello|resumo|samenvatting|ingress|underrubrik|manchet|tiivistelmä|ingressi|brief description|short description|description',
  byline:
    'byline|by-line|by line|by|author|authors|author name|reporter|reporters|journalist|writer|written by|correspondent|story by|words|autor|autorin|von|verfasser|auteur|par|signature|autor/a|por|firma|autore|autora|auteurs|door|författare|av|forfatter|af|kirjoittaja|autorka',
  dateline: 'dateline|date line|date-line|datumszeile|spitzmarke|ortsmarke|filed from|lieu et date|data y lugar',
  place:
    'place|places|location|locations|city|town|country|state|region|state/territory|ort|stadt|land|lieu|ville|pays|lugar|ciudad|país|luogo|città|paese|local|cidade|plaats|stad|plats|sted|by/sted|paikka|miejsce',
  priority: 'priority|prio|priority code|priority level|priorität|priorité|prioridad|priorità|prioridade|prioriteit|prioritet|prioriteetti',
  urgency: 'urgency|news value|urgency level|urgent level|dringlichkeit|nachrichtenwert|urgence|urgencia|urgenza|nyhetsverdi|nyhetsvärde',
  category:
    'category|categories|cat|category code|section|desk category|subject|subjects|topic|topics|anpa|anpa category|service|service code|ressort|kategorie|rubrique|catégorie|sección|categoría|categoria|sezione|secção|editoria|rubriek|categorie|kategori|sektion|avdelning|osasto|stofgruppe|stoffgruppe',
  genre:
    'genre|story type|article type|content type|item type|type of story|type of article|version type|textsorte|format|genero|género|genere|sjanger|juttutyyppi',
  keywords:
    'keyword|keywords|key words|tags|tag|index terms|schlagworte|schlagwörter|schlagwort|mots-clés|mots clés|palabras clave|etiquetas|parole chiave|palavras-chave|trefwoorden|nyckelord|nøkkelord|nøgleord|avainsanat|asiasanat',
  ednote:
    'ednote|ed note|eds|eds note|eds’ note|editor’s note|editors note|editors’ note|editor note|editorial note|note to editors|note to editor|note to desk|note to subs|notes for editors|note|advisory|legal|legal flag|legal warning|legal note|legals|attention|instructions|special instructions|desk note|comments|comment|correction|corrects|update|kill|hinweis|redaktionshinweis|hinweis an die redaktion|anmerkung|note aux rédactions|consigne|nota|nota a los editores|nota ai redattori|observações|notitie|merknad|anmärkning|bemærkning|huomautus|replaces|supersedes|restrictions|restriction',
  embargo:
    'embargo|embargo date|embargo time|embargo until|embargoed until|embargoed|embargo details|embargo date/time|release time|release date|release date/time|hold until|publish after|not before|publish date|sperrfrist|sperrvermerk|frei ab|veröffentlichung ab|date d’embargo|levée d’embargo|fecha de embargo|embargo hasta|data embargo|embargo tot|embargo till|klausul|julkaisuaika',
  status: 'status|pub status|pubstatus|publication status|story status|item status|état|estado|stato|tila',
  version: 'version|revision|version no|version number|take',
  id: 'id|story id|item id|article id|reference|ref|ref no|reference number|job id|job no|release id|meldungs-id|kennung',
  language: 'language|lang|sprache|langue|idioma|lingua|taal|språk|sprog|kieli',
  source:
    'source|agency|news agency|provider|organisation|organization|company|quelle|agentur|unternehmen|agence|organisme|fuente|agencia|empresa|fonte|agenzia|bron|bureau|källa|kilde|lähde',
  moment:
    'date|time|timestamp|time stamp|date/time|date and time|date filed|filed|filed at|submitted|submitted at|submitted on|submission date|date submitted|created|datum|uhrzeit|zeitstempel|heure|fecha|hora|data|ora|tijd|tid|dato|päivä|päivämäärä',
  contact:
    'contact|contacts|contact name|contact person|contact details|contact number|media contact|press contact|name|your name|full name|first name|last name|e-mail|email|email address|e-mail address|your email|mail|username|user|submitted by|phone|phone number|telephone|telephone number|tel|mobile|mobile number|cell|fax|kontakt|ansprechpartner|ansprechpartnerin|pressekontakt|telefon|handy|nom|prénom|téléphone|courriel|adresse e-mail|nombre|apellidos|teléfono|correo|correo electrónico|nome|telefono|telefone|naam|telefoon|namn|navn|nimi|puhelin|sähköposti|twitter|skype|address',
  caption:
    'caption|captions|photo caption|picture caption|image caption|cutline|bildunterschrift|bildtext|bu|légende|pie de foto|leyenda|didascalia|legenda|bijschrift|billedtekst|bildetekst|kuvateksti',
  credit:
    'credit|photo credit|picture credit|image credit|photographer|photo by|photo|bildnachweis|foto|fotograf|fotografin|crédit|crédit photo|photographe|crédito|fotógrafo|credito|fotograaf|kuva|kuvaaja',
  media:
    'photos|pictures|pix|pics|picture|images|image|video|graphics|graphic|audio|attachments|attachment|attached|multimedia|bilder|bild|video link|photo link|photos available|media',
  rights:
    'copyright|rights|usage rights|usage|usage terms|terms of use|licence|license|nutzungsrechte|droits|derechos|diritti|direitos|rechten',
  body: 'body|body text|text|story|story text|article|article text|article body|copy|content|full text|main text|message|release|press release|release text|body copy|news text|haupttext|meldung|fließtext|meldungstext|nachricht|texte|texte intégral|corps|cuerpo|texto|noticia|cuerpo de la noticia|testo|corpo|corpo del testo|tekst|brødtext|brødtekst|brödtext|teksti|leipäteksti|treść',
};

/** Labels that also begin lines of prose or of prints: one of them alone makes no form. */
const WEAK = new Set(
  'title|by|words|von|par|por|door|av|af|place|location|city|country|state|region|land|local|section|subject|topic|service|format|note|notes|legal|attention|comments|comment|correction|update|kill|status|version|take|reference|ref|source|agency|company|date|time|data|hora|ora|tid|contact|contacts|name|email|e-mail|phone|tel|mobile|fax|twitter|skype|address|photo|foto|picture|image|video|graphic|graphics|images|pictures|photos|text|story|article|copy|content|message|release|press release|noticia|nota|description|intro|introduction|brief|id|language|tag|tags|media|bild|head|heading|catch|type|kop|firma|signature|nombre|nome|nom|naam|navn|namn|credit|rights|copyright|filed|created|anpa|cat|user|mail|contact person|media contact|press contact|pressekontakt|kontakt|telefon|teléfono|telefono|datum|dato'.split(
    '|',
  ),
);

const kinds = new Map(
  Object.entries(LABELS).flatMap(([kind, labels]) => labels.split('|').map((label) => [label, kind as LabelKind] as const)),
);

/** What a label stands for; undefined for one that we do not know. */
export function kindOfLabel(label: string): LabelKind | undefined {
  const key = folded(label);
  return kinds.get(key) ?? kinds.get(key.replace(/^(?:story|article|news|your|the) /u, '')) ?? kinds.get(key.replace(/ \d{1,2}$/u, ''));
}

/** Whether a label makes a form by itself. */
export function isStrongLabel(label: string): boolean {
  return kindOfLabel(label) !== undefined && !WEAK.has(folded(label));
}

function folded(label: string): string {
  return label
    .toLowerCase()
    .replaceAll("'", '’')
    .replace(/\([^)]{0,300}\)/gu, ' ')
    .replace(/[*_#•?]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}
