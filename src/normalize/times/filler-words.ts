/**
 * Words around a date that carry no moment: weekdays, labels, prepositions, by whatever language. A text with any other word is no date.
 * Source: Unicode CLDR 45 (2024-04) for weekdays; labels of publishers' pages, 2026-11-24.
 */
const WORDS = [
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun',
  'montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so',
  'lundi mardi mercredi jeudi vendredi samedi dimanche lun mer jeu ven sam dim',
  'lunes martes miércoles miercoles jueves viernes sábado sabado domingo mié mie jue vie sáb sab dom mar',
  'lunedì lunedi martedì martedi mercoledì mercoledi giovedì giovedi venerdì venerdi sabato domenica gio',
  'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta sexta seg ter qua qui sex',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag ma wo vr za zo',
  'måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag onsdag lørdag søndag mån tis ons tor tors fre lör sön man lør søn',
  'maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai maanantaina tiistaina ke to pe la su ti',
  'poniedziałek wtorek środa czwartek piątek sobota niedziela pon wt śr czw pt sob niedz pondělí úterý středa čtvrtek pátek neděle',
  'pazartesi salı çarşamba perşembe cuma cumartesi pazar pzt sal çar per cum cmt paz',
  'понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс понеділок вівторок середа четвер пʼятниця субота неділя',
  'luni marți miercuri joi vineri sâmbătă duminică hétfő kedd szerda csütörtök péntek szombat vasárnap δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή',
  'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
  'at on the of from by in an am um à a le la les el il lo de del di da do das en op om kl klo klokken klockan den dne dnia o og och und y e et och saat de la ore alle às as h uhr uur часов в г года год г р року ob pred på',
  'published posted updated modified created date time last first issued released edited written dated local gmt- publié mis ligne jour modifié veröffentlicht erstellt aktualisiert stand geändert publicado actualizado creado pubblicato aggiornato gepubliceerd bijgewerkt geplaatst publicerad uppdaterad publisert oppdatert publiceret opdateret julkaistu päivitetty opublikowano aktualizacja dodano publikováno yayınlanma güncelleme опубликовано обновлено نشر تحديث',
  'hrs ad year heure heures paris κυρ δευ τρι τετ πεμ παρ σαβ',
  'пнд втр срд чтв птн сбт вск пон вів сер чет птн субота чацвер нд пят суб лин uto sri čet pet sub ned utorak srijeda četvrtak petak subota nedjelja po út st čt pá so ne čtv',
  'senin selasa rabu kamis jumat sabtu minggu lunes martes pukul pk jam ngày năm lúc thứ the is its as was ste de e ième ème',
  'сағ рок року роки годзін хвілін время час წ წლის ლ সাল শে লা ই ঠা রা वर्ष को बजे ปี เวลา น วันที่ u sata sati god godine έτος στις',
  'সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার সোম মঙ্গল বুধ বৃহঃ শুক্র শনি রবি सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार सोम मंगल बुध गुरु शुक्र शनि रवि',
  '월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 火 水 木 金 土 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日',
  'จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์ ორშაბათი სამშაბათი ოთხშაბათი ხუთშაბათი პარასკევი შაბათი კვირა понеделник вторник сряда четвъртък петък събота неделя',
  'dilluns dimarts dimecres dijous divendres dissabte diumenge poniedzialek יום ראשון שני שלישי רביעי חמישי שישי שבת شنبه یکشنبه دوشنبه چهارشنبه پنجشنبه جمعه ساعت في يوم',
  'v r godz ora gadzin hvilin a las los los h ob okolo na dnes dňa den dine ve saat',
  'st nd rd th er ère º ª',
];

const FILLER: ReadonlySet<string> = new Set(WORDS.flatMap((line) => line.split(' ')));

/** True for a word that may stand in a date without meaning. */
export function isFiller(word: string): boolean {
  return FILLER.has(word);
}
