/** Source: embargo notes of agencies, ministries, journals and feeds in 12 languages; compiled 2026-11-24. Sources of regular expressions, matched without regard to case. */

/** Names an embargo; the moment may follow. */
export const EMBARGO_PHRASES: readonly string[] = [
  'strictly embargoed',
  '(?:under |strict )?embargo(?:ed)?(?: for (?:release|publication|use|broadcast)| to| for)?(?: until| till| to| before)?',
  'not for (?:public )?(?:publication|release|use|broadcast)(?: or (?:publication|broadcast|release|use))* (?:before|until|prior to)',
  'hold(?: for release)? until',
  'sperrfrist(?:ende|vermerk)?(?: bis)?',
  'sperrvermerk(?: bis)?',
  'gesperrt bis',
  "sous embargo(?: jusqu['’]?(?:au|à|à la))?",
  "embargo jusqu['’]?(?:au|à)",
  '(?:publication|diffusion) interdite avant',
  'embargad[oa](?: hasta)?',
  'bajo embargo(?: hasta)?',
  'embargo hasta',
  '(?:prohibida (?:su )?(?:difusión|publicación)) (?:hasta|antes de)',
  'sob embargo(?: até)?',
  'embargo até',
  'embargo fino al?',
  'sotto embargo(?: fino)?',
  'onder embargo(?: tot)?',
  'embargo tot',
  'embargo till',
  '(?:publicerings|spärr)(?:stopp|tid)(?: till)?',
  'under embargo(?: til| till)?',
  'embargo til',
  'sp[eæ]rrefrist(?: til)?',
  'klausul(?:eret|ert)?(?: til)?',
  'embargo (?:päättyy|asti)',
  'embargo(?: do)?',
  'zakaz publikacji(?: do)?',
  'эмбарго(?: до)?',
  '(?:запрет|запрещено) (?:на )?публикаци[ия](?: до)?',
  'ембарго(?: до)?',
  'حظر (?:ال)?نشر(?: حتى)?',
  '(?:ممنوع|محظور) النشر(?: حتى)?',
  'ambargo(?:lu(?:dur)?)?',
  'yayın yasağı',
  '報道解禁|解禁(?:日時|時間|日)?|エンバーゴ',
  '엠바고',
  '禁发(?:至)?|發稿限制',
];

/** Says when copy is free; also words of ordinary sentences, so that the moment must stand beside them. */
export const RELEASE_PHRASES: readonly string[] = [
  'for release (?:at|on|after|from)',
  'do not (?:publish|use|release|broadcast) (?:before|until)',
  'for use (?:after|from|not before)',
  'for immediate use after',
  'nicht vor',
  'frei (?:ab|für)',
  'freigegeben ab',
  'freigabe(?: ab)?',
  'veröffentlichung (?:erst )?ab',
  '(?:à )?ne pas (?:publier|diffuser) avant',
  'no (?:publicar|difundir) (?:antes de|hasta)',
  'não (?:publicar|divulgar) antes d[aeo]s?',
  'non (?:pubblicare|diffondere) prima del(?:le|la|l)?',
  'niet (?:publiceren|voor publicatie) v[oó][oó]r',
  'får (?:ej |inte )?publiceras (?:tidigast|före)',
  'fri (?:fra|til)',
  'må (?:først|ikke) (?:offentliggøres|publiseres)(?: før)?',
  'frigis(?:ning|ves)?',
  'frigives',
  'julkaisuvapaa',
  'julkivapaa',
  'julkistettavissa',
  'vapaa julkaistavaksi',
  'nie publikować przed',
  'не публиковать до',
  'لا (?:ينشر|تنشر) قبل',
];

/** Says that an embargo is over. */
export const LIFTED =
  "(?:embargo (?:is |has been |now )?(?:lifted|ended|expired|over|removed)(?!\\p{L})|embargo lift(?:ed)?(?!\\p{L})|sperrfrist (?:ist )?(?:aufgehoben|abgelaufen|beendet)|embargo levé|levée de l['’]embargo|embargo levantado|fin del embargo|embargo rimosso|embargo opgeheven|embargo hävt|embargo opphevet|embargo (?:er )?ophævet|embargo zniesione|эмбарго снято|رفع الحظر|no embargo|no longer (?:under embargo|embargoed))";

/** Releases for the papers of a day: no instant, a person decides. */
export const PAPERS =
  "(?:(?:sunday|saturday|monday|weekend|morning|evening|tomorrow['’]?s?)['’s]* (?:newspapers?|papers?|editions?|press|print)|(?:sonntag|samstag|montag|wochenend|morgen)s?(?:ausgaben?|zeitungen|blätter|presse)|journaux d[eu] (?:dimanche|lundi|samedi)|presse d[eu] (?:dimanche|lundi|samedi)|(?:diarios|periódicos|prensa|ediciones) d(?:el?|e la) (?:domingo|lunes|sábado)|giornali d(?:i|ella) (?:domenica|lunedì|sabato)|(?:zondag|zaterdag|maandag|weekend)(?:kranten|edities|bladen)|(?:söndags|lördags|måndags)(?:tidningar(?:na)?|pressen)|(?:søndags|lørdags|mandags)(?:aviser(?:ne)?|avisene|pressen)|(?:sunnuntai|lauantai|maanantai)n? ?lehti(?:in|ä|en)?|(?:prasa|gazety|wydania) (?:niedzieln|sobotni)\\w{1,4})";

/** Words between the name of an embargo and its moment, besides those of dates. Lower case. */
export const UNTIL_WORDS: ReadonlySet<string> = new Set(
  `until till to before after not is in force bis zum zur ab jusqu jusqu'à jusqu'au jusqu’à jusqu’au jusqu’a au aux hasta el día antes até as às o dia fino al alle allo tot te
   voor till fram förrän til indtil inden før klokken do godziny godz dnia przed asti saakka klo до часов حتى الساعة قبل`.split(/\s+/u),
);

/** Words before the event that ends an embargo: "when the minister speaks". Lower case. */
export const EVENT_WORDS: ReadonlySet<string> = new Set(
  `until till when once after upon before lifts bis wenn sobald nach vor jusqu quand lorsque dès après avant hasta cuando después antes fino quando dopo prima até depois tot wanneer
   zodra na voor till när efter före til når etter asti kunnes jälkeen ennen do gdy po przed до когда после حتى عند بعد قبل kadar sonra`.split(
    /\s+/u,
  ),
);

/** Zones by their names in words. */
export const SPOKEN_ZONES: readonly (readonly [pattern: string, zone: string])[] = [
  ['(?:u\\.?s\\.? )?eastern(?: (?:standard|daylight))?(?: time)?|\\be\\.?t\\.?\\b|new york time|washington time', 'America/New_York'],
  ['(?:u\\.?s\\.? )?pacific(?: (?:standard|daylight))?(?: time)?|\\bp\\.?t\\.?\\b|los angeles time', 'America/Los_Angeles'],
  ['(?:u\\.?s\\.? )?central (?:standard |daylight )?time', 'America/Chicago'],
  ['(?:u\\.?s\\.? )?mountain(?: (?:standard|daylight))? time', 'America/Denver'],
  ['(?:london|uk|british|u\\.k\\.) (?:local )?time|heure de londres', 'Europe/London'],
  [
    '(?:paris|brussels|central european|berlin|geneva|madrid|rome|amsterdam|vienna|frankfurt) (?:local |summer )?time|heure de (?:paris|bruxelles)|hora de madrid|ora di roma|ortszeit berlin',
    'Europe/Paris',
  ],
  ['(?:tokyo|japan) (?:local |standard )?time', 'Asia/Tokyo'],
  ['(?:beijing|hong kong|china) (?:local |standard )?time', 'Asia/Shanghai'],
  ['(?:sydney|melbourne|canberra) (?:local )?time', 'Australia/Sydney'],
  ['(?:delhi|india|indian) (?:local |standard )?time', 'Asia/Kolkata'],
  ['(?:moscow) (?:local )?time|по московскому времени|мск', 'Europe/Moscow'],
];

/** The zone whose clock an abbreviation of half a year stands for. */
export const CIVIL_ZONES: Readonly<Record<string, string>> = {
  BST: 'Europe/London',
  CET: 'Europe/Paris',
  CEST: 'Europe/Paris',
  MEZ: 'Europe/Berlin',
  MESZ: 'Europe/Berlin',
  EET: 'Europe/Helsinki',
  EEST: 'Europe/Helsinki',
  EST: 'America/New_York',
  EDT: 'America/New_York',
  CST: 'America/Chicago',
  CDT: 'America/Chicago',
  MST: 'America/Denver',
  MDT: 'America/Denver',
  PST: 'America/Los_Angeles',
  PDT: 'America/Los_Angeles',
  AEST: 'Australia/Sydney',
  AEDT: 'Australia/Sydney',
};

/** Names of weekdays, Sunday first. */
export const WEEKDAYS: readonly string[] = [
  'sunday sun sonntag dimanche domingo domenica zondag söndag søndag sunnuntai sunnuntaina sunnuntain niedziela niedzieli воскресенье الأحد pazar',
  'monday mon montag lundi lunes lunedì segunda-feira maandag måndag mandag maanantai maanantaina poniedziałek понедельник الاثنين pazartesi',
  'tuesday tue tues dienstag mardi martes martedì terça-feira dinsdag tisdag tirsdag tiistai tiistaina wtorek вторник الثلاثاء salı',
  'wednesday wed mittwoch mercredi miércoles mercoledì quarta-feira woensdag onsdag keskiviikko keskiviikkona środa среда الأربعاء çarşamba',
  'thursday thu thur thurs donnerstag jeudi jueves giovedì quinta-feira donderdag torsdag torstai torstaina czwartek четверг الخميس perşembe',
  'friday fri freitag vendredi viernes venerdì sexta-feira vrijdag fredag perjantai perjantaina piątek пятница الجمعة cuma',
  'saturday sat samstag sonnabend samedi sábado sabato zaterdag lördag lørdag lauantai lauantaina sobota суббота السبت cumartesi',
];
