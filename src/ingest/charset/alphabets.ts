/** Letters beyond ASCII that a language is written with, in lower case and the most usual first, and the charsets its texts come in. */
export interface Alphabet {
  /** ISO 639-1. */
  readonly language: string;
  readonly letters: string;
  /** The likelier one first: it is taken where the bytes tell no difference. */
  readonly charsets: readonly string[];
  readonly isLatin?: boolean;
}

const CYRILLIC = ['windows-1251', 'koi8-r', 'iso-8859-5', 'ibm866', 'x-mac-cyrillic'];
const UKRAINIAN = ['windows-1251', 'koi8-u', 'iso-8859-5'];
const CENTRAL = ['windows-1250', 'iso-8859-2'];
const WESTERN = ['windows-1252'];

/** Order of letters: by how often they stand in running text of the language. */
export const ALPHABETS: readonly Alphabet[] = [
  { language: 'ru', letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', charsets: CYRILLIC },
  { language: 'uk', letters: 'оаинвітерслкдупмязьгйбчхцжшюїщєфґ', charsets: UKRAINIAN },
  { language: 'be', letters: 'анірыецоскядлмтзупвгькбчўхжшёйюэфщ', charsets: ['windows-1251', 'iso-8859-5'] },
  { language: 'bg', letters: 'аоиетнрсвлкдпмзугябъцчйжхшщфюь', charsets: ['windows-1251', 'iso-8859-5', 'koi8-r'] },
  { language: 'sr', letters: 'аоиенртсјвкудлпмгзбчшцђњћжхљфџ', charsets: ['windows-1251', 'iso-8859-5'] },
  { language: 'mk', letters: 'аоеитнрсвдлкјпмузбгчшцжфхѓќљњџѕ', charsets: ['windows-1251', 'iso-8859-5'] },
  { language: 'el', letters: 'αοιετσνηυρπκμλςωάίόγέήδχθφύβξώζψϊϋΐΰ', charsets: ['windows-1253', 'iso-8859-7'] },
  { language: 'he', letters: 'יוהלאתרבמשנחדקעפסגכטצזםןךףץ', charsets: ['windows-1255'] },
  { language: 'ar', letters: 'اليمونرتبةعدسفهكقأحجشصىخإذطئضثغزءؤظآ', charsets: ['windows-1256', 'iso-8859-6'] },
  { language: 'fa', letters: 'ایرندمهتوبسشکزلگفخقعجپحطآصچغضظثذژيك', charsets: ['windows-1256'] },
  { language: 'th', letters: 'านรกอเง่มลวัย้ทสีดติคะจปหบไขใพแชถื็ญ์ุูธณซโผศภษำฐฟฉฝฎฒฮๆฏฤฑฆฬฌ๊๋', charsets: ['tis-620', 'windows-874'] },
  { language: 'pl', letters: 'ąęłóżśćńź', charsets: CENTRAL, isLatin: true },
  { language: 'cs', letters: 'áíéěřýčšžůúťňďó', charsets: CENTRAL, isLatin: true },
  { language: 'sk', letters: 'áíéčšžúýľťóôňďäĺŕ', charsets: CENTRAL, isLatin: true },
  { language: 'hu', letters: 'áéöőóüíúű', charsets: CENTRAL, isLatin: true },
  { language: 'ro', letters: 'ăîâşţ', charsets: CENTRAL, isLatin: true },
  { language: 'hr', letters: 'čžšćđ', charsets: CENTRAL, isLatin: true },
  { language: 'tr', letters: 'ıüşçöğİâî', charsets: ['windows-1254'], isLatin: true },
  { language: 'lt', letters: 'ėąšųįūžčę', charsets: ['windows-1257', 'iso-8859-13'], isLatin: true },
  { language: 'lv', letters: 'āīēšūņļķčžģ', charsets: ['windows-1257', 'iso-8859-13'], isLatin: true },
  { language: 'de', letters: 'üäöß', charsets: WESTERN, isLatin: true },
  { language: 'fr', letters: 'éèàêçôîûùâëïœüæÿ', charsets: WESTERN, isLatin: true },
  { language: 'es', letters: 'óíáéñúü', charsets: WESTERN, isLatin: true },
  { language: 'ca', letters: 'éíàóèòúçïü', charsets: WESTERN, isLatin: true },
  { language: 'pt', letters: 'ãçáéíóõêâúôàü', charsets: WESTERN, isLatin: true },
  { language: 'it', letters: 'àèùòéìî', charsets: WESTERN, isLatin: true },
  { language: 'nl', letters: 'ëéïèöüêç', charsets: WESTERN, isLatin: true },
  { language: 'sv', letters: 'äåöéü', charsets: WESTERN, isLatin: true },
  { language: 'da', letters: 'åøæéü', charsets: WESTERN, isLatin: true },
  { language: 'fi', letters: 'äöåé', charsets: WESTERN, isLatin: true },
  { language: 'is', letters: 'ðáíéþóæöúý', charsets: WESTERN, isLatin: true },
  { language: 'et', letters: 'äõüöšž', charsets: WESTERN, isLatin: true },
];
