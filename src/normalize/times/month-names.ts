/**
 * Month names by number, in full and as desks shorten them (without dots), lower case without accents folded.
 * Source: Unicode CLDR 45 (2024-04), short forms of agencies added 2026-11-24.
 */
const TABLE: readonly (readonly [number, string])[] = [
  [
    1,
    'january jan januar janner januari janvier janv enero ene gennaio gen janeiro styczeń stycznia sty tammikuu tammikuuta ocak oca января январь янв січня leden ledna januarie ianuarie ian január januára sausio janvāris jaanuar януари siječanj siječnja gener ιανουαρίου ιανουάριος ιαν يناير يَنايِر كانون الثاني ינואר січ сiч січень ян студзеня студзень ბასტი იანვარი იან มกราคม มค জানুয়ারি জানুয়ারী জানু जनवरी जन sausis led sij ιανουάριου tammi ianuar studzienia เดือนมกราคม באינואר ژانویه جانفي',
  ],
  [
    2,
    'february feb februar februari février fevrier févr fevr fév febrero febbraio fevereiro fev luty lutego lut helmikuu helmikuuta şubat şub февраля февраль фев лютого únor února februarie február februára vasario februāris veebruar февруари veljača veljače febrer φεβρουαρίου φεβρουάριος φεβ فبراير شباط פברואר feber лютий лют лютага люты თებერვალი თებ กุมภาพันธ์ กุมภา กพ ফেব্রুয়ারি ফেব্রুয়ারী ফেব फरवरी फर peb pebrero úno veljači velj φεβρ pebruari febuary helmi เดือนกุมภาพันธ์ เดือนกุมภา בפברואר فوریه فيفري',
  ],
  [
    3,
    'march mar märz marz mrz maart mrt maerz mars marzo março marco marzec marca maaliskuu maaliskuuta mart марта март мар березня březen března martie március mairt kovo marts märts marec ožujak ožujka març μαρτίου μάρτιος مارس آذار מרץ maret березень бер берез сакавіка сакавік მარტი მარ มีนาคม มีค মার্চ मार्च marso bře ožujku ožu μάρ μαρ μαρτ maa maalis เดือนมีนาคม เดือนมีค במרץ',
  ],
  [
    4,
    'april apr avril avr abril abr aprile kwiecień kwietnia kwi huhtikuu huhtikuuta nisan nis апреля апрель апр квітня duben dubna aprilie április apríl apríla balandžio aprīlis aprill април travanj travnja απριλίου απρίλιος απρ أبريل ابريل نيسان אפריל квітень квіт кві красавіка красавік აპრილი აპრ เมษายน เมย এপ্রিল अप्रैल dub travnju tra huhti เดือนเมษายน เดือนเมย באפריל آوریل أفريل',
  ],
  [
    5,
    'may mai mei mayo maggio mag maio maj maja toukokuu toukokuuta mayıs мая май травня květen května május máj mája gegužės maijs mai май svibanj svibnja maig μαΐου μάιος مايو أيار מאי травень трав траўня მაისი მაი พฤษภาคม พค মে मई kvě svibnju svi μάι μαϊ touko เดือนพฤษภาคม במאי مه ماي',
  ],
  [
    6,
    'june jun juni juin junio giugno giu junho czerwiec czerwca cze kesäkuu kesäkuuta haziran haz июня июнь июн червня červen června iunie június jún júna birželio jūnijs juuni юни lipanj lipnja juny ιουνίου ιούνιος ιουν يونيو حزيران יוני червень черв чер чэрвеня ივნისი ივნ มิถุนายน มิย জুন जून hunyo hun čer čvn lipnju kesä ιούν เดือนมิถุนายน เดือนมิย ביוני ژوئن جوان iun',
  ],
  [
    7,
    'july jul juli juillet juil julio luglio lug julho lipiec lipca lip heinäkuu heinäkuuta temmuz tem июля июль июл липня červenec července iulie július júl júla liepos jūlijs juuli юли srpanj srpnja juliol ιουλίου ιούλιος ιουλ ιούλ يوليو تموز יולי липень лип ліпеня ივლისი ივლ กรกฎาคม กค জুলাই जुलाई hulyo hul čvc srpnju srp heinä เดือนกรกฎาคม ביולי ژوئیه يوليوز جويلية iul',
  ],
  [
    8,
    'august aug augustus août aout agosto ago sierpień sierpnia sie elokuu elokuuta ağustos ağu августа август авг серпня srpen srpna augusztus augusta rugpjūčio augusts kolovoz kolovoza agost αυγούστου αύγουστος αυγ أغسطس آب אוגוסט серпень серп сер жніўня აგვისტო აგვ สิงหาคม สค আগস্ট अगस्त agustus ags kolovozu kol elo αύγ เดือนสิงหาคม באוגוסט اوت غشت أوت',
  ],
  [
    9,
    'september sep sept septembre septiembre setiembre settembre set setembro wrzesień września wrz syyskuu syyskuuta eylül eyl сентября сентябрь сен вересня září septembrie szeptember septembra rugsėjo septembris септември rujan rujna setembre σεπτεμβρίου σεπτέμβριος σεπ سبتمبر أيلول ספטמבר вересень верес вер верасня სექტემბერი სექ กันยายน กย সেপ্টেম্বর সেপ্টে सितंबर सितम्बर setyembre zář rujnu ruj syys σεπτ เดือนกันยายน בספטמבר سپتامبر شتنبر',
  ],
  [
    10,
    'october oct oktober okt octobre octubre ottobre ott outubro out październik października paź lokakuu lokakuuta ekim eki октября октябрь окт жовтня říjen října octombrie október októbra spalio oktobris oktoober октомври listopad listopada octubre οκτωβρίου οκτώβριος οκτ أكتوبر اكتوبر تشرين الأول אוקטובר жовтень жовт жов кастрычніка ოქტომბერი ოქტ ตุลาคม ตค অক্টোবর अक्टूबर अक्तूबर oktubre říj loka เดือนตุลาคม באוקטובר اکتبر',
  ],
  [
    11,
    'november nov novembre noviembre novembro marraskuu marraskuuta kasım kas ноября ноябрь ноя листопада noiembrie novembra lapkričio novembris ноември studeni studenoga νοεμβρίου νοέμβριος νοε نوفمبر تشرين الثاني נובמבר листопад листоп лис лістапада ნოემბერი ნოე พฤศจิกายน พย নভেম্বর नवंबर नवम्बर nobyembre nob studenom stu marras νοέ เดือนพฤศจิกายน בנובמבר نوامبر نونبر noi',
  ],
  [
    12,
    'december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudzień grudnia gru joulukuu joulukuuta aralık ara декабря декабрь дек грудня prosinec prosince decembrie december decembra gruodžio decembris detsember декември prosinac prosinca desembre desember des δεκεμβρίου δεκέμβριος δεκ ديسمبر كانون الأول דצמבר грудень груд гру снежня დეკემბერი დეკ ธันวาคม ธค ডিসেম্বর दिसंबर दिसम्बर disyembre pro prosincu joulu เดือนธันวาคม בדצמבר دسامبر دجنبر',
  ],
];

const MONTHS: ReadonlyMap<string, number> = new Map(
  TABLE.flatMap(([month, names]) => names.split(' ').map((name) => [name, month] as const)),
);
/** Words that two languages use for different months; the language decides, else they are no month. */
const LOCAL: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  hr: { listopad: 10, listopada: 10, lipanj: 6, lipnja: 6, srpanj: 7, srpnja: 7 },
  pl: { listopad: 11, listopada: 11 },
  cs: { listopad: 11, listopadu: 11, srpen: 8, srpna: 8 },
  uk: { листопада: 11 },
};
const PREFIXES: ReadonlyMap<string, number> = new Map(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].map((name, index) => [name, index + 1]),
);

/** Month number of a word in lower case, dots stripped; undefined where it is none. */
export function monthOf(word: string, language: string | undefined): number | undefined {
  const local = LOCAL[language?.slice(0, 2) ?? '']?.[word];
  return (
    local ??
    MONTHS.get(word) ??
    MONTHS.get(word.normalize('NFD').replace(/\p{M}/gu, '')) ??
    (word.length === 4 ? PREFIXES.get(word.slice(0, 3)) : undefined)
  );
}
