/** What a word beside a number says: which part of the date or clock the number is, or which half of the day. */
export type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';
export type Half = 'am' | 'pm' | 'noon' | 'midnight';

/** Source: Unicode CLDR 45 (2024-04), day periods and units; labels of publishers' pages, 2026-11-24. */
const PARTS: Readonly<Record<Part, string>> = {
  year: '年 년',
  month: '月 월',
  day: '日 일 号 號',
  hour: 'h hr hrs heure heures uhr 時 时 点 點 시 giờ hodin uur ώρα часов гадзін sati klo hora horas ore',
  minute: 'm min minutes minuten 分 분 phút хвілін минут minut minuta',
  second: 's sec seconds 秒 초 giây секунд',
};
const HALVES: Readonly<Record<Half, string>> = {
  am: 'am a 오전 午前 上午 早上 凌晨 पूर्वाह्न ص পূর্বাহ্ণ ap πμ öö เช้า de sa dop',
  pm: 'pm p 오후 午後 下午 晚上 晚 अपराह्न م অপরাহ্ণ ip μμ ös du ch odp',
  noon: 'noon midday podne mittag mittags midi mediodía mezzogiorno południe полдень öğlen 中午 正午',
  midnight: 'midnight ponoć mitternacht minuit medianoche mezzanotte północ полночь',
};
/** Said before the number: Vietnamese `tháng 3`. */
const MONTH_FOLLOWS: ReadonlySet<string> = new Set(['tháng']);

const index = <Key extends string>(table: Readonly<Record<Key, string>>): ReadonlyMap<string, Key> =>
  new Map((Object.entries(table) as [Key, string][]).flatMap(([key, words]) => words.split(' ').map((word) => [word, key] as const)));
const parts = index(PARTS);
const halves = index(HALVES);

/** `時` gives `hour`. */
export function partOf(word: string): Part | undefined {
  return parts.get(word);
}

/** `오후` gives `pm`. */
export function halfOf(word: string): Half | undefined {
  return halves.get(word);
}

/** Particles in other tongues: halves of the day only at the very end, after a clock. */
const PARTICLES: ReadonlySet<string> = new Set(['a', 'p', 'ap', 'de', 'du', 'sa', 'ch', 'dop', 'odp', 'م', 'ص']);

/** Years that count from an emperor's accession: the year before the first. */
const ERAS: Readonly<Record<string, number>> = { 昭和: 1925, 平成: 1988, 令和: 2018 };
const ERA = /(昭和|平成|令和)(\d{1,2})(?=\s?年)/u;

/** `平成26年` gives `2014年`. */
export function withoutEra(text: string): string {
  return text.replace(ERA, (_whole, era: string, year: string) => String((ERAS[era] ?? 0) + Number(year)));
}

/** True for a short word that is a half of the day only after a clock. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(word);
}

/** True for a word after which a month number stands. */
export function monthFollows(word: string): boolean {
  return MONTH_FOLLOWS.has(word);
}

/** Day ordinals in words (Russian, Ukrainian, genitive neuter as dates use them). */
const ORDINALS: ReadonlyMap<string, number> = new Map(
  [
    'первое второе третье четвертое пятое шестое седьмое восьмое девятое десятое одиннадцатое двенадцатое тринадцатое четырнадцатое пятнадцатое шестнадцатое семнадцатое восемнадцатое девятнадцатое двадцатое',
    'перше друге третє четверте пʼяте шосте сьоме восьме девʼяте десяте одинадцяте дванадцяте тринадцяте чотирнадцяте пʼятнадцяте шістнадцяте сімнадцяте вісімнадцяте девʼятнадцяте двадцяте',
  ].flatMap((line) => line.split(' ').map((word, at) => [word, at + 1] as const)),
);
const TENS: ReadonlyMap<string, number> = new Map([
  ['двадцать', 20],
  ['тридцать', 30],
  ['тридцатое', 30],
  ['двадцять', 20],
  ['тридцять', 30],
  ['тридцяте', 30],
]);

/** `двадцать` gives 20, `пятое` gives 5; the two are added up. */
export function ordinalOf(word: string): number | undefined {
  const plain = word.replace('четвёртое', 'четвертое').replaceAll(/['’]/g, 'ʼ');
  return TENS.get(plain) ?? ORDINALS.get(plain);
}

/** Zones that labels name in words. Source: labels of publishers' pages, 2026-11-24. */
const PLACES: readonly (readonly [string, string])[] = [
  ['eastern daylight time', 'EDT'],
  ['eastern standard time', 'EST'],
  ['eastern time', 'ET'],
  ['central daylight time', 'CDT'],
  ['central standard time', 'CST'],
  ['mountain daylight time', 'MDT'],
  ['mountain standard time', 'MST'],
  ['pacific daylight time', 'PDT'],
  ['pacific standard time', 'PST'],
  ['pacific time', 'PT'],
  ['central european summer time', 'CEST'],
  ['central european time', 'CET'],
  ['greenwich mean time', 'GMT'],
  ['gmt daylight time', 'BST'],
  ['british summer time', 'BST'],
  ['heure de paris', 'Europe/Paris'],
  ['heure de bruxelles', 'Europe/Brussels'],
  ['heure de genève', 'Europe/Zurich'],
  ['hora de madrid', 'Europe/Madrid'],
  ['hora peninsular', 'Europe/Madrid'],
  ['horário de brasília', 'America/Sao_Paulo'],
  ['hora de lisboa', 'Europe/Lisbon'],
  ['ora di roma', 'Europe/Rome'],
  ['berliner zeit', 'Europe/Berlin'],
  ['ortszeit berlin', 'Europe/Berlin'],
  ['london time', 'Europe/London'],
  ['paris time', 'Europe/Paris'],
  ['new york time', 'America/New_York'],
  ['moscow time', 'Europe/Moscow'],
  ['по московскому времени', 'Europe/Moscow'],
  ['за київським часом', 'Europe/Kyiv'],
  ['время московское', 'Europe/Moscow'],
];

/** The zone that a phrase in the text names, and the text without it. */
export function takeZonePhrase(text: string): { readonly zone: string; readonly rest: string } | undefined {
  const lower = text.toLowerCase();
  if (lower.length !== text.length) return undefined;
  const found = PLACES.find(([phrase]) => lower.includes(phrase));
  if (found === undefined) return undefined;
  const at = lower.indexOf(found[0]);
  return { zone: found[1], rest: `${text.slice(0, at)} ${text.slice(at + found[0].length)}` };
}
