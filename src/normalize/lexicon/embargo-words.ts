import type { LanguageEmbargo } from './language.ts';
import { languages } from './languages.ts';
import { wordsOf } from './words.ts';

const tables: readonly LanguageEmbargo[] = languages.flatMap(({ embargo }) => embargo ?? []);
const all = (list: 'until' | 'events'): ReadonlySet<string> => new Set(tables.flatMap((table) => wordsOf(table[list])));

/** Names an embargo; the moment may follow. Sources of regular expressions, matched without regard to case. */
export const EMBARGO_PHRASES: readonly string[] = tables.flatMap(({ names }) => names ?? []);
/** Says when copy is free; also words of ordinary sentences, so that the moment must stand beside them. */
export const RELEASE_PHRASES: readonly string[] = tables.flatMap(({ releases }) => releases ?? []);
/** Words between the name of an embargo and its moment, besides those of dates. */
export const UNTIL_WORDS = all('until');
/** Words before the event that ends an embargo: "when the minister speaks". */
export const EVENT_WORDS = all('events');

/** Says that an embargo is over. */
export const LIFTED =
  "(?:embargo (?:is |has been |now )?(?:lifted|ended|expired|over|removed)(?!\\p{L})|embargo lift(?:ed)?(?!\\p{L})|sperrfrist (?:ist )?(?:aufgehoben|abgelaufen|beendet)|embargo levé|levée de l['’]embargo|embargo levantado|fin del embargo|embargo rimosso|embargo opgeheven|embargo hävt|embargo opphevet|embargo (?:er )?ophævet|embargo zniesione|эмбарго снято|رفع الحظر|no embargo|no longer (?:under embargo|embargoed))";

/** Releases for the papers of a day: no instant, a person decides. */
export const PAPERS =
  "(?:(?:sunday|saturday|monday|weekend|morning|evening|tomorrow['’]?s?)['’s]* (?:newspapers?|papers?|editions?|press|print)|(?:sonntag|samstag|montag|wochenend|morgen)s?(?:ausgaben?|zeitungen|blätter|presse)|journaux d[eu] (?:dimanche|lundi|samedi)|presse d[eu] (?:dimanche|lundi|samedi)|(?:diarios|periódicos|prensa|ediciones) d(?:el?|e la) (?:domingo|lunes|sábado)|giornali d(?:i|ella) (?:domenica|lunedì|sabato)|(?:zondag|zaterdag|maandag|weekend)(?:kranten|edities|bladen)|(?:söndags|lördags|måndags)(?:tidningar(?:na)?|pressen)|(?:søndags|lørdags|mandags)(?:aviser(?:ne)?|avisene|pressen)|(?:sunnuntai|lauantai|maanantai)n? ?lehti(?:in|ä|en)?|(?:prasa|gazety|wydania) (?:niedzieln|sobotni)\\w{1,4})";

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
