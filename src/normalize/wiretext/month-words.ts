/**
 * Months as datelines and bylines print them: each word by its first letters, which are enough in that language (AP, AFP, dpa,
 * EFE, Lusa, ANSA, ANP, TT, NTB, STT, PAP, Anadolu and Arabic AFP forms; compiled 2026-11-24). Longest prefix wins.
 */
const MONTHS: readonly string[] = [
  'jan janv jän gen ene tammi sty oca ledna янв січ ιαν يناير كانون‌الثاني',
  'feb fév fev febr helmi lut şub únor февр лют φεβ فبراير شباط',
  'mar mär mars mrt maart maalis marz mrz břez мар берез μαρ مارس آذار',
  'apr avr abr huhti kwi nis dub апр квіт απρ أبريل إبريل ابريل نيسان',
  'may mai mag mei maj maí touko maja květ мая май трав μαϊ μαι مايو أيار ماي',
  'jun juin giu juni kesä cze haz červn июн черв ιουν يونيو حزيران جوان',
  'jul juil lug juli heinä lip tem července июл лип ιουλ يوليو تموز جويلية',
  'aug août aou aoû ago elo sie ağu srp авг серп αυγ أغسطس اغسطس آب أوت',
  'sep sept set syys wrz eyl září сент верес σεπ سبتمبر أيلول',
  'oct okt out ott loka paź eki říjn окт жовт οκτ أكتوبر اكتوبر تشرين‌الأول',
  'nov marras lis kas listop нояб листоп νοε نوفمبر تشرين‌الثاني',
  'dec dez déc dic des joulu gru ara pros дек груд δεκ ديسمبر كانون‌الأول',
];

/** Full words that a prefix would give to the wrong month or that are no month at all. */
const NO_MONTHS: ReadonlySet<string> = new Set([
  'market',
  'markets',
  'marathon',
  'marine',
  'mark',
  'marks',
  'mayor',
  'maybe',
  'decision',
  'general',
  'junior',
  'generale',
  'marie',
  'mario',
  'maria',
]);

const prefixes = MONTHS.flatMap((words, index) =>
  words.split(' ').map((word) => [word.replaceAll('\u200c', ' '), index + 1] as const),
).sort((a, b) => b[0].length - a[0].length);

/** 1 to 12 for a month's name or short form in one of the wire languages; undefined for any other word. */
export function monthOf(word: string): number | undefined {
  const key = word.trim().toLowerCase().replace(/\.$/u, '');
  if (key.length < 2 || key.length > 14 || NO_MONTHS.has(key)) return undefined;
  return prefixes.find(([prefix]) => key.startsWith(prefix))?.[1];
}

/** Days of the week in the wire languages, lower case, with short forms. */
const WEEKDAYS: ReadonlySet<string> = new Set(
  `monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
   montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche
   lunes martes miércoles jueves viernes sábado domingo lunedì martedì mercoledì giovedì venerdì sabato domenica
   segunda-feira terça-feira quarta-feira quinta-feira sexta-feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
   måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
   poniedziałek wtorek środa czwartek piątek sobota niedziela pazartesi salı çarşamba perşembe cuma cumartesi pazar
   понедельник вторник среда четверг пятница суббота воскресенье الاثنين الإثنين الثلاثاء الأربعاء الاربعاء الخميس الجمعة السبت الأحد الاحد`.split(
    /\s+/u,
  ),
);

/** True for the name of a weekday, in any case. */
export function isWeekday(word: string): boolean {
  return WEEKDAYS.has(word.trim().toLowerCase().replace(/[.,]$/u, ''));
}
