/**
 * The words around names in bylines and sign-offs, by language (forms of the wire agencies and their clients' pages;
 * compiled 2026-11-24). All lower case.
 */

/** What a label before names makes of the persons behind it. */
export interface BylineLabel {
  readonly words: string;
  /** Languages in which the word is read as a label where it may also begin a name or a sentence; absent = in any. */
  readonly languages?: readonly string[];
  readonly role: string;
  /** A label only with its colon: `Text:`. */
  readonly colon?: true;
}

const author = 'author';

export const BYLINE_LABELS: readonly BylineLabel[] = [
  ...list(
    'by|written by|story by|words by|article by|reported by|posted by|published by|report by|analysis by|opinion by|review by|commentary by|column by|text by',
    author,
  ),
  ...list(
    'von|ein bericht von|eine analyse von|ein kommentar von|ein gastbeitrag von|text von|geschrieben von|verfasst von|aufgezeichnet von',
    author,
  ),
  ...list('par|un texte de|texte de|rédigé par|écrit par|publié par|récit de', author),
  ...list('por|escrito por|texto de|publicado por|escribe', author),
  ...list('przez|napisał|napisała|opracował|opracowała|oprac.', author),
  ...list('skrevet av|skrevet af|skriven av|kirjoittanut|yazan|geschreven door|scritto da|a cura di|автор|بقلم|كتب|كتبت|إعداد', author),
  ...list('door|van', author, ['nl']),
  ...list('av', author, ['no', 'nb', 'nn', 'sv']),
  ...list('af', author, ['da']),
  ...list('di|da|dal|dalla|dai', author, ['it']),
  ...list('de|da|do', author, ['pt', 'gl']),
  ...list('de|del', author, ['es', 'fr']),
  ...list('from', author, ['en']),
  ...list('od', author, ['cs', 'sk', 'hr', 'sr']),
  ...colons(
    'by|author|authors|teksti|opracowanie|napisał|zpracoval|skrev|tekster|autor|autorin|autoren|auteur|auteurs|autora|autores|autore|autori|autorka|autorzy|forfatter|författare|kirjoittaja|yazar|автор|текст|الكاتب|text|texte|texto|testo|tekst|words|story|reporter|reportage|journalist|toimittaja|redaktør|haber|skribent|av|af|door|di|de|von|par|por|text och foto|tekst og foto|tekst en foto|text und foto|texte et photos|words and pictures|text and photos',
    author,
  ),
  ...colons(
    'photo|photos|foto|fotos|fotografie|fotograf|pictures|photography|bild|bilder|image|images|kuva|zdjęcia|valokuva|photographs|fotografías|fotografia',
    'photographer',
  ),
  ...list('photos by|photographs by|pictures by|photography by|fotos von|photos de|fotos de|foto di', 'photographer'),
  ...colons('illustration|illustrations|illustrationen|ilustración|ilustração|grafik|graphic|graphics', 'illustrator'),
  ...list('illustrations by|illustration by', 'illustrator'),
  ...colons('translation|übersetzung|traduction|traducción|tradução|traduzione|vertaling', 'translator'),
  ...list('translated by|aus dem englischen von|traduit par|traducido por', 'translator'),
  ...list(
    'propos recueillis par|recueilli par|recueillis par|interview by|interviewed by|interview von|das gespräch führte|das gespräch führten|das interview führte|das interview führten|die fragen stellte|die fragen stellten|entretien réalisé par|entrevista de|intervista di|interview door',
    'interviewer',
  ),
  ...colons('interview|entretien|gespräch|entrevista|intervista|haastattelu', 'interviewer'),
];

function list(words: string, role: string, languages?: readonly string[]): BylineLabel[] {
  return words.split('|').map((word) => ({ words: word, role, ...(languages === undefined ? {} : { languages }) }));
}

function colons(words: string, role: string): BylineLabel[] {
  return words.split('|').map((word) => ({ words: word, role, colon: true as const }));
}

/** Labels before agencies and papers only. With or without colon where two words. */
export const SOURCE_LABELS: readonly string[] =
  'source|sources|quelle|quellen|fuente|fuentes|fonte|fonti|fontes|bron|bronnen|källa|källor|kilde|kilder|lähde|lähteet|źródło|źródła|zdroj|kaynak|источник|المصدر|via|agentur|agence|agencia'.split(
    '|',
  );

/** Phrases that name the agencies whose copy was used. */
export const MATERIAL_PHRASES: readonly string[] = [
  'with files from',
  'with information from',
  'with material from',
  'with reporting from',
  'with agency material from',
  'with agencies',
  'compiled from',
  'with input from',
  'with inputs from',
  'inputs from',
  'including reporting by',
  'con información de',
  'con informacion de',
  'con datos de',
  'con agencias',
  'con reportes de',
  'avec',
  'avec les agences',
  "avec l'agence",
  'con',
  'com informações de',
  'com informações da',
  'com informações do',
  'com agências',
  'com agência',
  'com',
  'mit material von',
  'mit material der',
  'mit agenturmaterial von',
  'mit agenturmaterial',
  'mit informationen von',
  'mit informationen der',
  'mit',
  'unter verwendung von material von',
  'mit agenturen',
  'con informazioni di',
  'met informatie van',
  'met',
  'med material från',
  'med',
  'with',
  'avec agences',
  'na podstawie',
];

/** Words for "and" between names. A word of one language may be the "in" of another. */
export const AND_WORDS: Readonly<Record<string, readonly string[]>> = {
  '': ['and', 'und', 'et', '&', 'y', 'och', 'og', 'ja', 'oraz', 'и', 'та', 've', 'και', 'و'],
  it: ['e', 'ed'],
  pt: ['e'],
  es: ['y', 'e'],
  nl: ['en'],
  pl: ['i'],
  cs: ['a'],
  sk: ['a'],
  ca: ['i'],
  hr: ['i'],
  sr: ['i'],
  uk: ['і', 'й'],
  ro: ['și', 'şi'],
  hu: ['és'],
  el: ['και'],
};

/** Words for "with" before further names or agencies. */
export const WITH_WORDS: readonly string[] = [
  'with',
  'mit',
  'avec',
  'con',
  'com',
  'met',
  'med',
  'yhdessä',
  'mukana',
  'z',
  'wraz z',
  's',
  'при участии',
  'plus',
];

/** Words for "in" before the place of a person. */
export const IN_WORDS: Readonly<Record<string, readonly string[]>> = {
  '': ['in', 'à', 'aus', 'reporting from', 'from', 'at', 'em', 'w', 'في', 'в', 'berichtet aus'],
  fr: ['à', 'au', 'aux', 'en', 'depuis', 'dans'],
  es: ['en', 'desde'],
  pt: ['em', 'no', 'na', 'de'],
  it: ['a', 'da', 'in'],
  nl: ['in', 'te', 'uit', 'vanuit'],
  no: ['i', 'fra', 'på'],
  nb: ['i', 'fra', 'på'],
  sv: ['i', 'från', 'på'],
  da: ['i', 'fra', 'på'],
  pl: ['w', 'we', 'z'],
  cs: ['v', 've', 'z'],
  de: ['in', 'aus'],
  en: ['in', 'from', 'at', 'near', 'outside'],
};

/** Words for the paper that a person writes for. */
export const FOR_WORDS: readonly string[] = ['special to', 'special for', 'for', 'für', 'pour', 'para', 'per', 'voor', 'för', 'at'];

/** "Our": a correspondent or a desk of the paper follows. */
export const POSSESSIVES: ReadonlySet<string> = new Set(
  'our notre nos unser unserem unserer unseren nostro nostra nostri nuestro nuestra nuestros nosso nossa nossos onze vår våra våre vores vort'.split(
    ' ',
  ),
);

/** Words between a label and a moment: `Von R. R. am 07.08.2013`. */
export const MOMENT_WORDS: readonly string[] =
  'on|am|le|el|em|il|den|op|dne|dnia|at|vom|du|del|publié le|published|published on|published:|updated|updated:|posted|posted on|veröffentlicht am|stand:|stand|publicado el|publicado em|pubblicato il|-'.split(
    '|',
  );
