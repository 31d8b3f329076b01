/** Names of countries and territories by ISO 3166-1 alpha-2 code: Unicode CLDR in 20 languages (ICU 78.2) and forms that desks print; compiled 2026-11-24. */
const NAMES = `
AD|Andorra|Andorre|Andora|Андорра|Ανδόρα|أندورا
AE|United Arab Emirates|Vereinigte Arabische Emirate|Émirats arabes unis|Emiratos Árabes Unidos|Emirados Árabes Unidos|Emirati Arabi Uniti|Verenigde Arabische Emiraten|Förenade Arabemiraten|De forente arabiske emirater|De Forenede Arabiske Emirater|Arabiemiirikunnat|Zjednoczone Emiraty Arabskie|Birleşik Arap Emirlikleri|Spojené arabské emiráty|Egyesült Arab Emírségek|Emiratele Arabe Unite|ОАЭ|Обʼєднані Арабські Емірати|Ηνωμένα Αραβικά Εμιράτα|الإمارات العربية المتحدة|UAE|U.A.E.|Emirates|Emirats arabes unis
AF|Afghanistan|Afganistán|Afeganistão|Afganistan|Afghánistán|Afganisztán|Афганистан|Афганістан|Αφγανιστάν|أفغانستان
AG|Antigua & Barbuda|Antigua und Barbuda|Antigua-et-Barbuda|Antigua y Barbuda|Antígua e Barbuda|Antigua e Barbuda|Antigua en Barbuda|Antigua och Barbuda|Antigua og Barbuda|Antigua ja Barbuda|Antigua i Barbuda|Antigua ve Barbuda|Antigua a Barbuda|Antigua és Barbuda|Antigua și Barbuda|Антигуа и Барбуда|Антигуа і Барбуда|Αντίγκουα και Μπαρμπούντα|أنتيغوا وبربودا
AI|Anguilla|Anguila|Ангилья|Ангілья|Ανγκουίλα|أنغويلا
AL|Albania|Albanien|Albanie|Albânia|Albanië|Arnavutluk|Albánie|Albánia|Албания|Албанія|Αλβανία|ألبانيا
AM|Armenia|Armenien|Arménie|Armênia|Armenië|Ermenistan|Örményország|Армения|Вірменія|Αρμενία|أرمينيا
AO|Angola|Ангола|Αγκόλα|أنغولا
AQ|Antarctica|Antarktis|Antarctique|Antártida|Antartide|Antarktyda|Antarktika|Antarktida|Antarktisz|Антарктида|Антарктика|Ανταρκτική|أنتاركتيكا
AR|Argentina|Argentinien|Argentine|Argentinië|Argentiina|Argentyna|Arjantin|Argentína|Аргентина|Αργεντινή|الأرجنتين
AS|American Samoa|Amerikanisch-Samoa|Samoa américaines|Samoa Americana|Samoa Americane|Amerikaans-Samoa|Amerikanska Samoa|Amerikansk Samoa|Amerikan Samoa|Samoa Amerykańskie|Amerikan Samoası|Americká Samoa|Amerikai Szamoa|Samoa Americană|Американское Самоа|Американське Самоа|Αμερικανική Σαμόα|ساموا الأمريكية
AT|Austria|Österreich|Autriche|Áustria|Oostenrijk|Österrike|Østerrike|Østrig|Itävalta|Avusturya|Rakousko|Ausztria|Австрия|Австрія|Αυστρία|النمسا
AU|Australia|Australien|Australie|Austrália|Australië|Avustralya|Austrálie|Ausztrália|Австралия|Австралія|Αυστραλία|أستراليا
AW|Aruba|Аруба|Αρούμπα|أروبا
AX|Åland Islands|Ålandinseln|Îles Åland|Islas Aland|Ilhas Aland|Isole Åland|Åland|Ahvenanmaa|Wyspy Alandzkie|Åland Adaları|Ålandy|Åland-szigetek|Insulele Åland|Аландские о-ва|Аландські Острови|Νήσοι Όλαντ|جزر آلاند
AZ|Azerbaijan|Aserbaidschan|Azerbaïdjan|Azerbaiyán|Azerbaijão|Azerbaigian|Azerbeidzjan|Azerbajdzjan|Aserbajdsjan|Azerbaidžan|Azerbejdżan|Azerbaycan|Ázerbájdžán|Azerbajdzsán|Azerbaidjan|Азербайджан|Αζερμπαϊτζάν|أذربيجان
BA|Bosnia & Herzegovina|Bosnien und Herzegowina|Bosnie-Herzégovine|Bosnia y Herzegovina|Bósnia e Herzegovina|Bosnia ed Erzegovina|Bosnië en Herzegovina|Bosnien och Hercegovina|Bosnia-Hercegovina|Bosnien-Hercegovina|Bosnia ja Hertsegovina|Bośnia i Hercegowina|Bosna-Hersek|Bosna a Hercegovina|Bosznia-Hercegovina|Bosnia și Herțegovina|Босния и Герцеговина|Боснія і Герцеговина|Βοσνία - Ερζεγοβίνη|البوسنة والهرسك|Bosnia-Herzegovina|Bosnia and Herzegovina|Bosnia|Bosnien-Herzegowina
BB|Barbados|Barbade|Барбадос|Μπαρμπέιντος|بربادوس
BD|Bangladesh|Bangladesch|Bangladés|Bangladesz|Bangladeş|Bangladéš|Banglades|Бангладеш|Μπανγκλαντές|بنغلاديش
BE|Belgium|Belgien|Belgique|Bélgica|Belgio|België|Belgia|Belçika|Belgie|Бельгия|Бельгія|Βέλγιο|بلجيكا
BF|Burkina Faso|Burquina Faso|Буркина-Фасо|Буркіна-Фасо|Μπουρκίνα Φάσο|بوركينا فاسو
BG|Bulgaria|Bulgarien|Bulgarie|Bulgária|Bulgarije|Bułgaria|Bulgaristan|Bulharsko|Болгария|Болгарія|Βουλγαρία|بلغاريا
BH|Bahrain|Bahreïn|Baréin|Barein|Bahrein|Bahrajn|Bahreyn|Бахрейн|Μπαχρέιν|البحرين
BI|Burundi|Бурунди|Бурунді|Μπουρούντι|بوروندي
BJ|Benin|Bénin|Benín|Бенин|Бенін|Μπενίν|بنين
BL|St. Barthélemy|Saint-Barthélemy|San Bartolomé|São Bartolomeu|S:t Barthélemy|Saint Barthélemy|Saint Barthelemy|Svatý Bartoloměj|Сен-Бартелеми|Сен-Бартелемі|Άγιος Βαρθολομαίος|سان بارتليمي
BM|Bermuda|Bermudes|Bermudas|Bermudy|Бермудские о-ва|Бермудські Острови|Βερμούδες|برمودا
BN|Brunei|Brunei Darussalam|Brunéi|Brunej|Бруней|Μπρουνέι|بروناي
BO|Bolivia|Bolivien|Bolivie|Bolívia|Boliwia|Bolivya|Bolívie|Боливия|Болівія|Βολιβία|بوليفيا
BQ|Caribbean Netherlands|Karibische Niederlande|Pays-Bas caribéens|Caribe neerlandés|Países Baixos Caribenhos|Caraibi Olandesi|Caribisch Nederland|Karibiska Nederländerna|Karibisk Nederland|De tidligere Nederlandske Antiller|Karibian Alankomaat|Niderlandy Karaibskie|Karayip Hollandası|Karibské Nizozemsko|Holland Karib-térség|Insulele Caraibe Olandeze|Бонэйр, Синт-Эстатиус и Саба|Карибські Нідерланди|Ολλανδία Καραϊβικής|هولندا الكاريبية
BR|Brazil|Brasilien|Brésil|Brasil|Brasile|Brazilië|Brasilia|Brazylia|Brezilya|Brazílie|Brazília|Brazilia|Бразилия|Бразилія|Βραζιλία|البرازيل
BS|Bahamas|Bahama's|Bahama|Bahamy|Bahamalar|Bahama-szigetek|Багамы|Багамські Острови|Μπαχάμες|جزر البهاما
BT|Bhutan|Bhoutan|Bután|Butão|Butan|Bhútán|Bhután|Бутан|Μπουτάν|بوتان
BV|Bouvet Island|Bouvetinsel|Île Bouvet|Isla Bouvet|Ilha Bouvet|Isola Bouvet|Bouveteiland|Bouvetön|Bouvetøya|Bouvetøen|Bouvet'nsaari|Wyspa Bouveta|Bouvet Adası|Bouvetův ostrov|Bouvet-sziget|Insula Bouvet|о-в Буве|Острів Буве|Νήσος Μπουβέ|جزيرة بوفيه
BW|Botswana|Botsuana|Botsvana|Ботсвана|Μποτσουάνα|بوتسوانا
BY|Belarus|Biélorussie|Bielorrusia|Bielorrússia|Bielorussia|Valko-Venäjä|Białoruś|Bělorusko|Belarusz|Беларусь|Білорусь|Λευκορωσία|بيلاروس|Weißrussland|Bélarus
BZ|Belize|Belice|Белиз|Беліз|Μπελίζ|بليز
CA|Canada|Kanada|Canadá|Канада|Καναδάς|كندا
CC|Cocos (Keeling) Islands|Kokosinseln|Îles Cocos|Islas Cocos|Ilhas Cocos (Keeling)|Isole Cocos (Keeling)|Cocoseilanden|Kokosöarna|Kokosøyene|Cocosøerne|Kookossaaret (Keelingsaaret)|Wyspy Kokosowe|Cocos (Keeling) Adaları|Kokosové ostrovy|Kókusz (Keeling)-szigetek|Insulele Cocos (Keeling)|Кокосовые о-ва|Кокосові (Кілінг) Острови|Νήσοι Κόκος (Κίλινγκ)|جزر كوكوس (كيلينغ)
CD|Congo - Kinshasa|Kongo-Kinshasa|Congo-Kinshasa|República Democrática del Congo|Kongo|Kongon demokraattinen tasavalta|Demokratyczna Republika Konga|Kongo - Kinşasa|Kongo – Kinshasa|Kongó – Kinshasa|Конго - Киншаса|Конго – Кіншаса|Κονγκό - Κινσάσα|الكونغو - كينشاسا|DR Congo|DRC|Democratic Republic of Congo|Democratic Republic of the Congo|RD Congo|RDC|République démocratique du Congo
CF|Central African Republic|Zentralafrikanische Republik|République centrafricaine|República Centroafricana|República Centro-Africana|Repubblica Centrafricana|Centraal-Afrikaanse Republiek|Centralafrikanska republiken|Den sentralafrikanske republikk|Den Centralafrikanske Republik|Keski-Afrikan tasavalta|Republika Środkowoafrykańska|Orta Afrika Cumhuriyeti|Středoafrická republika|Közép-afrikai Köztársaság|Republica Centrafricană|Центрально-Африканская Республика|Центральноафриканська Республіка|Κεντροαφρικανική Δημοκρατία|جمهورية أفريقيا الوسطى
CG|Congo - Brazzaville|Kongo-Brazzaville|Congo-Brazzaville|Congo|República do Congo|Kongon tasavalta|Kongo|Kongo - Brazavil|Kongo – Brazzaville|Kongó – Brazzaville|Конго - Браззавиль|Конго – Браззавіль|Κονγκό - Μπραζαβίλ|الكونغو - برازافيل|Republic of Congo|Republic of the Congo
CH|Switzerland|Schweiz|Suisse|Suiza|Suíça|Svizzera|Zwitserland|Sveits|Sveitsi|Szwajcaria|İsviçre|Švýcarsko|Svájc|Elveția|Швейцария|Швейцарія|Ελβετία|سويسرا
CI|Côte d'Ivoire|Costa do Marfim|Costa d'Avorio|Ivoorkust|Elfenbenskusten|Elfenbenskysten|Norsunluurannikko|Pobřeží slonoviny|Elefántcsontpart|Кот-д'Ивуар|Кот-дʼІвуар|Ακτή Ελεφαντοστού|ساحل العاج|Ivory Coast
CK|Cook Islands|Cookinseln|Îles Cook|Islas Cook|Ilhas Cook|Isole Cook|Cookeilanden|Cooköarna|Cookøyene|Cookøerne|Cookinsaaret|Wyspy Cooka|Cook Adaları|Cookovy ostrovy|Cook-szigetek|Insulele Cook|о-ва Кука|Острови Кука|Νήσοι Κουκ|جزر كوك
CL|Chile|Chili|Cile|Şili|Чили|Чилі|Χιλή|تشيلي
CM|Cameroon|Kamerun|Cameroun|Camerún|Camarões|Camerun|Kameroen|Камерун|Καμερούν|الكاميرون
CN|China|Chine|Cina|Kina|Kiina|Chiny|Çin|Čína|Kína|Китай|Κίνα|الصين
CO|Colombia|Kolumbien|Colombie|Colômbia|Kolumbia|Kolombiya|Kolumbie|Columbia|Колумбия|Колумбія|Κολομβία|كولومبيا
CR|Costa Rica|Kostaryka|Kosta Rika|Kostarika|Коста-Рика|Κόστα Ρίκα|كوستاريكا
CU|Cuba|Kuba|Kuuba|Küba|Куба|Κούβα|كوبا
CV|Cape Verde|Cabo Verde|Cap-Vert|Capo Verde|Kaapverdië|Kap Verde|Kapp Verde|Republika Zielonego Przylądka|Kapverdy|Zöld-foki Köztársaság|Capul Verde|Кабо-Верде|Πράσινο Ακρωτήριο|الرأس الأخضر
CW|Curaçao|Curazao|Кюрасао|Κουρασάο|كوراساو
CX|Christmas Island|Weihnachtsinsel|Île Christmas|Isla de Navidad|Ilha Christmas|Isola Christmas|Christmaseiland|Julön|Christmasøya|Juleøen|Joulusaari|Wyspa Bożego Narodzenia|Christmas Adası|Vánoční ostrov|Karácsony-sziget|Insula Christmas|о-в Рождества|Острів Різдва|Νήσος των Χριστουγέννων|جزيرة كريسماس
CY|Cyprus|Zypern|Chypre|Chipre|Cipro|Cypern|Kypros|Cypr|Kıbrıs|Kypr|Ciprus|Cipru|Кипр|Кіпр|Κύπρος|قبرص
CZ|Czechia|Tschechien|Tchéquie|Chequia|Tchéquia|Cechia|Tsjechië|Tjeckien|Tsjekkia|Tjekkiet|Tšekki|Czechy|Çekya|Česko|Csehország|Cehia|Чехия|Чехія|Τσεχία|التشيك|Czech Republic|Tschechische Republik|République tchèque
DE|Germany|Deutschland|Allemagne|Alemania|Alemanha|Germania|Duitsland|Tyskland|Saksa|Niemcy|Almanya|Německo|Németország|Германия|Німеччина|Γερμανία|ألمانيا
DJ|Djibouti|Dschibuti|Yibuti|Djibuti|Gibuti|Dżibuti|Cibuti|Džibutsko|Dzsibuti|Джибути|Джибуті|Τζιμπουτί|جيبوتي
DK|Denmark|Dänemark|Danemark|Dinamarca|Danimarca|Denemarken|Danmark|Tanska|Dania|Danimarka|Dánsko|Dánia|Danemarca|Дания|Данія|Δανία|الدانمرك
DM|Dominica|Dominique|Dominika|Доминика|Домініка|Ντομίνικα|دومينيكا
DO|Dominican Republic|Dominikanische Republik|République dominicaine|República Dominicana|Repubblica Dominicana|Dominicaanse Republiek|Dominikanska republiken|Den dominikanske republikk|Den Dominikanske Republik|Dominikaaninen tasavalta|Dominikana|Dominik Cumhuriyeti|Dominikánská republika|Dominikai Köztársaság|Republica Dominicană|Доминиканская Республика|Домініканська Республіка|Δομινικανή Δημοκρατία|جمهورية الدومينيكان
DZ|Algeria|Algerien|Algérie|Argelia|Argélia|Algerije|Algeriet|Algerie|Algieria|Cezayir|Alžírsko|Algéria|Алжир|Αλγερία|الجزائر
EC|Ecuador|Équateur|Equador|Ekwador|Ekvador|Ekvádor|Эквадор|Еквадор|Ισημερινός|الإكوادور
EE|Estonia|Estland|Estonie|Estônia|Viro|Estonya|Estonsko|Észtország|Эстония|Естонія|Εσθονία|إستونيا
EG|Egypt|Ägypten|Égypte|Egipto|Egito|Egitto|Egypte|Egypten|Egypti|Egipt|Mısır|Egyiptom|Египет|Єгипет|Αίγυπτος|مصر
EH|Western Sahara|Westsahara|Sahara occidental|Sáhara Occidental|Saara Ocidental|Sahara Occidentale|Westelijke Sahara|Västsahara|Vest-Sahara|Vestsahara|Länsi-Sahara|Sahara Zachodnia|Batı Sahra|Západní Sahara|Nyugat-Szahara|Sahara Occidentală|Западная Сахара|Західна Сахара|Δυτική Σαχάρα|الصحراء الغربية
ER|Eritrea|Érythrée|Eritreia|Erytrea|Eritre|Eritreea|Эритрея|Еритрея|Ερυθραία|إريتريا
ES|Spain|Spanien|Espagne|España|Espanha|Spagna|Spanje|Spania|Espanja|Hiszpania|İspanya|Španělsko|Spanyolország|Испания|Іспанія|Ισπανία|إسبانيا
ET|Ethiopia|Äthiopien|Éthiopie|Etiopía|Etiópia|Etiopia|Ethiopië|Etiopien|Etiyopya|Etiopie|Эфиопия|Ефіопія|Αιθιοπία|إثيوبيا
FI|Finland|Finnland|Finlande|Finlandia|Finlândia|Suomi|Finlandiya|Finsko|Finnország|Finlanda|Финляндия|Фінляндія|Φινλανδία|فنلندا
FJ|Fiji|Fidschi|Fidji|Fiyi|Figi|Fidži|Fidżi|Fidzsi|Фиджи|Фіджі|Φίτζι|فيجي
FK|Falkland Islands|Falklandinseln|Îles Malouines|Islas Malvinas|Ilhas Malvinas|Isole Falkland|Falklandeilanden|Falklandsöarna|Falklandsøyene|Falklandsøerne|Falklandinsaaret|Falklandy|Falkland Adaları|Falklandské ostrovy|Falkland-szigetek|Insulele Falkland|Фолклендские о-ва|Фолклендські Острови|Νήσοι Φόκλαντ|جزر فوكلاند
FM|Micronesia|Mikronesien|Micronésie|Micronésia|Mikronesiaføderasjonen|Mikronesia|Mikronezja|Mikronezya|Mikronésie|Mikronézia|Micronezia|Федеративные Штаты Микронезии|Мікронезія|Μικρονησία|ميكرونيزيا
FO|Faroe Islands|Färöer|Îles Féroé|Islas Feroe|Ilhas Faroé|Isole Fær Øer|Faeröer|Färöarna|Færøyene|Færøerne|Färsaaret|Wyspy Owcze|Faroe Adaları|Faerské ostrovy|Feröer szigetek|Insulele Feroe|Фарерские о-ва|Фарерські Острови|Νήσοι Φερόες|جزر فارو
FR|France|Frankreich|Francia|França|Frankrijk|Frankrike|Frankrig|Ranska|Francja|Fransa|Francie|Franciaország|Franța|Франция|Франція|Γαλλία|فرنسا
GA|Gabon|Gabun|Gabón|Gabão|Габон|Γκαμπόν|الغابون
GB|United Kingdom|Vereinigtes Königreich|Royaume-Uni|Reino Unido|Regno Unito|Verenigd Koninkrijk|Storbritannien|Storbritannia|Iso-Britannia|Wielka Brytania|Birleşik Krallık|Spojené království|Egyesült Királyság|Regatul Unit|Великобритания|Велика Британія|Ηνωμένο Βασίλειο|المملكة المتحدة|UK|U.K.|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Großbritannien|Grande-Bretagne|Royaume Uni|Angleterre|Schottland|Écosse|Ecosse
GD|Grenada|Grenade|Granada|Гренада|Γρενάδα|غرينادا
GE|Georgia|Georgien|Géorgie|Geórgia|Georgië|Gruzja|Gürcistan|Gruzie|Grúzia|Грузия|Грузія|Γεωργία|جورجيا
GF|French Guiana|Französisch-Guayana|Guyane française|Guayana Francesa|Guiana Francesa|Guyana Francese|Frans-Guyana|Franska Guyana|Fransk Guyana|Ranskan Guayana|Gujana Francuska|Fransız Guyanası|Francouzská Guyana|Francia Guyana|Guyana Franceză|Французская Гвиана|Французька Гвіана|Γαλλική Γουιάνα|غويانا الفرنسية
GG|Guernsey|Guernesey|Гернси|Гернсі|Γκέρνζι|غيرنزي
GH|Ghana|Gana|Ghána|Гана|Γκάνα|غانا
GI|Gibraltar|Gibilterra|Cebelitarık|Gibraltár|Гибралтар|Гібралтар|Γιβραλτάρ|جبل طارق
GL|Greenland|Grönland|Groenland|Groenlandia|Groenlândia|Grønland|Grönlanti|Grenlandia|Grónsko|Groenlanda|Гренландия|Гренландія|Γροιλανδία|غرينلاند
GM|Gambia|Gambie|Gâmbia|Gambiya|Гамбия|Гамбія|Γκάμπια|غامبيا
GN|Guinea|Guinée|Guiné|Guinee|Gwinea|Gine|Guineea|Гвинея|Гвінея|Γουινέα|غينيا
GP|Guadeloupe|Guadalupe|Guadalupa|Gwadelupa|Guadelupa|Гваделупа|Γουαδελούπη|غوادلوب
GQ|Equatorial Guinea|Äquatorialguinea|Guinée équatoriale|Guinea Ecuatorial|Guiné Equatorial|Guinea Equatoriale|Equatoriaal-Guinea|Ekvatorialguinea|Ekvatorial-Guinea|Ækvatorialguinea|Päiväntasaajan Guinea|Gwinea Równikowa|Ekvator Ginesi|Rovníková Guinea|Egyenlítői-Guinea|Guineea Ecuatorială|Экваториальная Гвинея|Екваторіальна Гвінея|Ισημερινή Γουινέα|غينيا الاستوائية
GR|Greece|Griechenland|Grèce|Grecia|Grécia|Griekenland|Grekland|Hellas|Grækenland|Kreikka|Grecja|Yunanistan|Řecko|Görögország|Греция|Греція|Ελλάδα|اليونان
GS|South Georgia & South Sandwich Islands|Südgeorgien und die Südlichen Sandwichinseln|Géorgie du Sud-et-les Îles Sandwich du Sud|Islas Georgia del Sur y Sandwich del Sur|Ilhas Geórgia do Sul e Sandwich do Sul|Georgia del Sud e Sandwich Australi|Zuid-Georgia en Zuidelijke Sandwicheilanden|Sydgeorgien och Sydsandwichöarna|Sør-Georgia og Sør-Sandwichøyene|South Georgia og De Sydlige Sandwichøer|Etelä-Georgia ja Eteläiset Sandwichinsaaret|Georgia Południowa i Sandwich Południowy|Güney Georgia ve Güney Sandwich Adaları|Jižní Georgie a Jižní Sandwichovy ostrovy|Déli-Georgia és Déli-Sandwich-szigetek|Georgia de Sud și Insulele Sandwich de Sud|Южная Георгия и Южные Сандвичевы о-ва|Південна Джорджія та Південні Сандвічеві Острови|Νήσοι Νότια Γεωργία και Νότιες Σάντουιτς|جورجيا الجنوبية وجزر ساندويتش الجنوبية
GT|Guatemala|Gwatemala|Гватемала|Γουατεμάλα|غواتيمالا
GU|Guam|Гуам|Γκουάμ|غوام
GW|Guinea-Bissau|Guinée-Bissau|Guinea-Bisáu|Guiné-Bissau|Guinee-Bissau|Gwinea Bissau|Gine-Bissau|Bissau-Guinea|Guineea-Bissau|Гвинея-Бисау|Гвінея-Бісау|Γουινέα Μπισάου|غينيا بيساو
GY|Guyana|Guiana|Gujana|Гайана|Гаяна|Γουιάνα|غيانا
HK|Hong Kong SAR China|Sonderverwaltungsregion Hongkong|R.A.S. chinoise de Hong Kong|RAE de Hong Kong (China)|Hong Kong, RAE da China|RAS di Hong Kong|Hongkong SAR van China|Hongkong SAR|Hongkong SAR Kina|SAR Hongkong|Hongkong – Kiinan erityishallintoalue|SRA Hongkong (Chiny)|Çin Hong Kong ÖİB|Hongkong – ZAO Číny|Hongkong KKT|R.A.S. Hong Kong, China|Гонконг (САР)|Гонконг, ОАР Китаю|Χονγκ Κονγκ ΕΔΠ Κίνας|هونغ كونغ الصينية (منطقة إدارية خاصة)|Hong Kong
HM|Heard & McDonald Islands|Heard und McDonaldinseln|Îles Heard-et-MacDonald|Islas Heard y McDonald|Ilhas Heard e McDonald|Isole Heard e McDonald|Heard en McDonaldeilanden|Heardön och McDonaldöarna|Heard- og McDonaldøyene|Heard Island og McDonald Islands|Heard ja McDonaldinsaaret|Wyspy Heard i McDonalda|Heard Adası ve McDonald Adaları|Heardův ostrov a McDonaldovy ostrovy|Heard-sziget és McDonald-szigetek|Insula Heard și Insulele McDonald|о-ва Херд и Макдональд|Острови Герд і Макдоналд|Νήσοι Χερντ και Μακντόναλντ|جزيرة هيرد وجزر ماكدونالد
HN|Honduras|Гондурас|Ονδούρα|هندوراس
HR|Croatia|Kroatien|Croatie|Croacia|Croácia|Croazia|Kroatië|Kroatia|Chorwacja|Hırvatistan|Chorvatsko|Horvátország|Croația|Хорватия|Хорватія|Κροατία|كرواتيا
HT|Haiti|Haïti|Haití|Гаити|Гаїті|Αϊτή|هايتي
HU|Hungary|Ungarn|Hongrie|Hungría|Hungria|Ungheria|Hongarije|Ungern|Unkari|Węgry|Macaristan|Maďarsko|Magyarország|Ungaria|Венгрия|Угорщина|Ουγγαρία|هنغاريا
ID|Indonesia|Indonesien|Indonésie|Indonésia|Indonesië|Indonezja|Endonezya|Indonézia|Indonezia|Индонезия|Індонезія|Ινδονησία|إندونيسيا
IE|Ireland|Irland|Irlande|Irlanda|Ierland|Irlanti|Irlandia|İrlanda|Irsko|Írország|Ирландия|Ірландія|Ιρλανδία|أيرلندا
IL|Israel|Israël|Israele|Izrael|İsrail|Израиль|Ізраїль|Ισραήλ|إسرائيل
IM|Isle of Man|Île de Man|Isla de Man|Ilha de Man|Isola di Man|Man|Mansaari|Wyspa Man|Man Adası|Ostrov Man|Man-sziget|Insula Man|о-в Мэн|Острів Мен|Νήσος του Μαν|جزيرة مان
IN|India|Indien|Inde|Índia|Intia|Indie|Hindistan|Индия|Індія|Ινδία|الهند
IO|British Indian Ocean Territory|Britisches Territorium im Indischen Ozean|Territoire britannique de l'océan Indien|Territorio Británico del Océano Índico|Território Britânico do Oceano Índico|Territorio Britannico dell'Oceano Indiano|Brits Indische Oceaanterritorium|Brittiska territoriet i Indiska oceanen|Det britiske territoriet i Indiahavet|Det Britiske Territorium i Det Indiske Ocean|Brittiläinen Intian valtameren alue|Brytyjskie Terytorium Oceanu Indyjskiego|Britanya Hint Okyanusu Toprakları|Britské indickooceánské území|Brit Indiai-óceáni Terület|Teritoriul Britanic din Oceanul Indian|Британская территория в Индийском океане|Британська територія в Індійському океані|Βρετανικά Εδάφη Ινδικού Ωκεανού|الإقليم البريطاني في المحيط الهندي
IQ|Iraq|Irak|Iraque|Irák|Ирак|Ірак|Ιράκ|العراق
IR|Iran|Irán|Irã|İran|Írán|Иран|Іран|Ιράν|إيران
IS|Iceland|Island|Islande|Islandia|Islândia|Islanda|IJsland|Islanti|İzlanda|Izland|Исландия|Ісландія|Ισλανδία|آيسلندا
IT|Italy|Italien|Italie|Italia|Itália|Italië|Włochy|İtalya|Itálie|Olaszország|Италия|Італія|Ιταλία|إيطاليا
JE|Jersey|Джерси|Джерсі|Τζέρζι|جيرسي
JM|Jamaica|Jamaika|Jamaïque|Giamaica|Jamajka|Ямайка|Τζαμάικα|جامايكا
JO|Jordan|Jordanien|Jordanie|Jordania|Jordânia|Giordania|Jordanië|Ürdün|Jordánsko|Jordánia|Iordania|Иордания|Йорданія|Ιορδανία|الأردن
JP|Japan|Japon|Japón|Japão|Giappone|Japani|Japonia|Japonya|Japonsko|Japán|Япония|Японія|Ιαπωνία|اليابان
KE|Kenya|Kenia|Quênia|Keňa|Кения|Кенія|Κένυα|كينيا
KG|Kyrgyzstan|Kirgisistan|Kirghizstan|Kirguistán|Quirguistão|Kirghizistan|Kirgizië|Kirgizistan|Kirgisia|Kirgistan|Kırgızistan|Kyrgyzstán|Kirgizisztán|Kârgâzstan|Киргизия|Киргизстан|Κιργιστάν|قيرغيزستان
KH|Cambodia|Kambodscha|Cambodge|Camboya|Camboja|Cambogia|Cambodja|Kambodja|Kambodsja|Kambodža|Kambodża|Kamboçya|Kambodzsa|Cambodgia|Камбоджа|Καμπότζη|كمبوديا
KI|Kiribati|Quiribati|Кирибати|Кірибаті|Κιριμπάτι|كيريباتي
KM|Comoros|Komoren|Comores|Comoras|Comore|Comoren|Komorerna|Komorene|Comorerne|Komorit|Komory|Komorlar|Comore-szigetek|Коморы|Комори|Κομόρες|جزر القمر
KN|St. Kitts & Nevis|St. Kitts und Nevis|Saint-Christophe-et-Niévès|San Cristóbal y Nieves|São Cristóvão e Névis|Saint Kitts e Nevis|Saint Kitts en Nevis|S:t Kitts och Nevis|Saint Kitts og Nevis|Saint Kitts ja Nevis|Saint Kitts i Nevis|Saint Kitts ve Nevis|Svatý Kryštof a Nevis|Saint Kitts és Nevis|Saint Kitts și Nevis|Сент-Китс и Невис|Сент-Кітс і Невіс|Σεν Κιτς και Νέβις|سانت كيتس ونيفيس
KP|North Korea|Nordkorea|Corée du Nord|Corea del Norte|Coreia do Norte|Corea del Nord|Noord-Korea|Nord-Korea|Pohjois-Korea|Korea Północna|Kuzey Kore|Severní Korea|Észak-Korea|Coreea de Nord|КНДР|Північна Корея|Βόρεια Κορέα|كوريا الشمالية|N. Korea|DPRK
KR|South Korea|Südkorea|Corée du Sud|Corea del Sur|Coreia do Sul|Corea del Sud|Zuid-Korea|Sydkorea|Sør-Korea|Etelä-Korea|Korea Południowa|Güney Kore|Jižní Korea|Dél-Korea|Coreea de Sud|Республика Корея|Південна Корея|Νότια Κορέα|كوريا الجنوبية|S. Korea|Korea|Republic of Korea
KW|Kuwait|Koweït|Koeweit|Kuwejt|Kuveyt|Kuvajt|Kuvait|Kuweit|Кувейт|Κουβέιτ|الكويت
KY|Cayman Islands|Kaimaninseln|Îles Caïmans|Islas Caimán|Ilhas Cayman|Isole Cayman|Kaaimaneilanden|Caymanöarna|Caymanøyene|Caymanøerne|Caymansaaret|Kajmany|Cayman Adaları|Kajmanské ostrovy|Kajmán-szigetek|Insulele Cayman|о-ва Кайман|Кайманові Острови|Νήσοι Κέιμαν|جزر كايمان
KZ|Kazakhstan|Kasachstan|Kazajistán|Cazaquistão|Kazakistan|Kazachstan|Kazakstan|Kasakhstan|Kazachstán|Kazahsztán|Kazahstan|Казахстан|Καζακστάν|كازاخستان
LA|Laos|Laosz|Лаос|Λάος|لاوس
LB|Lebanon|Libanon|Liban|Líbano|Libano|Lübnan|Ливан|Ліван|Λίβανος|لبنان
LC|St. Lucia|Sainte-Lucie|Santa Lucía|Santa Lúcia|Saint Lucia|S:t Lucia|Svatá Lucie|Sfânta Lucia|Сент-Люсия|Сент-Люсія|Αγία Λουκία|سانت لوسيا
LI|Liechtenstein|Lichtenštejnsko|Лихтенштейн|Ліхтенштейн|Λιχτενστάιν|ليختنشتاين
LK|Sri Lanka|Srí Lanka|Шри-Ланка|Шрі-Ланка|Σρι Λάνκα|سريلانكا
LR|Liberia|Libéria|Liberya|Libérie|Либерия|Ліберія|Λιβερία|ليبيريا
LS|Lesotho|Lesoto|Лесото|Λεσότο|ليسوتو
LT|Lithuania|Litauen|Lituanie|Lituania|Lituânia|Litouwen|Liettua|Litwa|Litvanya|Litva|Litvánia|Литва|Λιθουανία|ليتوانيا
LU|Luxembourg|Luxemburg|Luxemburgo|Lussemburgo|Luksemburg|Lüksemburg|Lucembursko|Люксембург|Λουξεμβούργο|لوكسمبورغ
LV|Latvia|Lettland|Lettonie|Letonia|Letônia|Lettonia|Letland|Łotwa|Letonya|Lotyšsko|Lettország|Латвия|Латвія|Λετονία|لاتفيا
LY|Libya|Libyen|Libye|Libia|Líbia|Libië|Ливия|Лівія|Λιβύη|ليبيا
MA|Morocco|Marokko|Maroc|Marruecos|Marrocos|Marocco|Marocko|Maroko|Fas|Marokkó|Марокко|Μαρόκο|المغرب
MC|Monaco|Mónaco|Mônaco|Monako|Монако|Μονακό|موناكو
MD|Moldova|Republik Moldau|Moldavie|Moldavia|Moldávia|Moldavië|Moldavien|Mołdawia|Moldavsko|Republica Moldova|Молдова|Μολδαβία|مولدوفا
ME|Montenegro|Monténégro|Czarnogóra|Karadağ|Černá Hora|Montenegró|Muntenegru|Черногория|Чорногорія|Μαυροβούνιο|الجبل الأسود
MF|St. Martin|Saint-Martin|San Martín|São Martinho|Saint Martin|Svatý Martin (Francie)|Sfântul Martin|Сен-Мартен|Άγιος Μαρτίνος (Γαλλικό τμήμα)|سان مارتن
MG|Madagascar|Madagaskar|Madagaszkár|Мадагаскар|Μαδαγασκάρη|مدغشقر
MH|Marshall Islands|Marshallinseln|Îles Marshall|Islas Marshall|Ilhas Marshall|Isole Marshall|Marshalleilanden|Marshallöarna|Marshalløyene|Marshalløerne|Marshallinsaaret|Wyspy Marshalla|Marshall Adaları|Marshallovy ostrovy|Marshall-szigetek|Insulele Marshall|Маршалловы о-ва|Маршаллові Острови|Νήσοι Μάρσαλ|جزر مارشال
MK|North Macedonia|Nordmazedonien|Macédoine du Nord|Macedonia del Norte|Macedônia do Norte|Macedonia del Nord|Noord-Macedonië|Nordmakedonien|Nord-Makedonia|Pohjois-Makedonia|Macedonia Północna|Kuzey Makedonya|Severní Makedonie|Észak-Macedónia|Macedonia de Nord|Северная Македония|Північна Македонія|Βόρεια Μακεδονία|مقدونيا الشمالية|Macedonia
ML|Mali|Мали|Малі|Μάλι|مالي
MM|Myanmar (Burma)|Myanmar|Myanmar (Birmanie)|Myanmar (Birmania)|Mianmar (Birmânia)|Myanmar (Birma)|Mjanma (Birma)|Myanmar (Barma)|Mianmar|Мьянма (Бирма)|Мʼянма (Бірма)|Μιανμάρ (Βιρμανία)|ميانمار (بورما)|Burma|Birmanie
MN|Mongolia|Mongolei|Mongolie|Mongólia|Mongolië|Mongoliet|Moğolistan|Mongolsko|Монголия|Монголія|Μογγολία|منغوليا
MO|Macao SAR China|Sonderverwaltungsregion Macau|R.A.S. chinoise de Macao|RAE de Macao (China)|Macau, RAE da China|RAS di Macao|Macau SAR van China|Macao SAR|Macao SAR Kina|SAR Macao|Macao – Kiinan erityishallintoalue|SRA Makau (Chiny)|Çin Makao ÖİB|Macao – ZAO Číny|Makaó KKT|R.A.S. Macao, China|Макао (САР)|Макао, ОАР Китаю|Μακάο ΕΔΠ Κίνας|منطقة ماكاو الإدارية الخاصة|Macau|Macao
MP|Northern Mariana Islands|Nördliche Marianen|Îles Mariannes du Nord|Islas Marianas del Norte|Ilhas Marianas do Norte|Isole Marianne Settentrionali|Noordelijke Marianen|Nordmarianerna|Nord-Marianene|Nordmarianerne|Pohjois-Mariaanit|Mariany Północne|Kuzey Mariana Adaları|Severní Mariany|Északi Mariana-szigetek|Insulele Mariane de Nord|Северные Марианские о-ва|Північні Маріанські Острови|Νήσοι Βόρειες Μαριάνες|جزر ماريانا الشمالية
MQ|Martinique|Martinica|Martynika|Martinik|Мартиника|Мартиніка|Μαρτινίκα|جزر المارتينيك
MR|Mauritania|Mauretanien|Mauritanie|Mauritânia|Mauritanië|Mauretania|Moritanya|Mauritánie|Mauritánia|Мавритания|Мавританія|Μαυριτανία|موريتانيا
MS|Montserrat|Монтсеррат|Μονσεράτ|مونتسرات
MT|Malta|Malte|Málta|Мальта|Μάλτα|مالطا
MU|Mauritius|Maurice|Mauricio|Maurício|Mauricius|Маврикий|Маврикій|Μαυρίκιος|موريشيوس
MV|Maldives|Malediven|Maldivas|Maldive|Maldiven|Maldiverna|Maldivene|Maldiverne|Malediivit|Malediwy|Maldivler|Maledivy|Maldív-szigetek|Мальдивы|Мальдіви|Μαλδίβες|جزر المالديف
MW|Malawi|Malaui|Malavi|Малави|Малаві|Μαλάουι|ملاوي
MX|Mexico|Mexiko|Mexique|México|Messico|Meksiko|Meksyk|Meksika|Mexikó|Mexic|Мексика|Μεξικό|المكسيك
MY|Malaysia|Malaisie|Malasia|Malásia|Maleisië|Malesia|Malezja|Malezya|Malajsie|Malajzia|Малайзия|Малайзія|Μαλαισία|ماليزيا
MZ|Mozambique|Mosambik|Moçambique|Mozambico|Mozambik|Mozambic|Мозамбик|Мозамбік|Μοζαμβίκη|موزمبيق
NA|Namibia|Namibie|Namíbia|Namibië|Namibya|Намибия|Намібія|Ναμίμπια|ناميبيا
NC|New Caledonia|Neukaledonien|Nouvelle-Calédonie|Nueva Caledonia|Nova Caledônia|Nuova Caledonia|Nieuw-Caledonië|Nya Kaledonien|Ny-Caledonia|Ny Kaledonien|Uusi-Kaledonia|Nowa Kaledonia|Yeni Kaledonya|Nová Kaledonie|Új-Kaledónia|Noua Caledonie|Новая Каледония|Нова Каледонія|Νέα Καληδονία|كاليدونيا الجديدة
NE|Niger|Níger|Nijer|Нигер|Нігер|Νίγηρας|النيجر
NF|Norfolk Island|Norfolkinsel|Île Norfolk|Isla Norfolk|Ilha Norfolk|Isola Norfolk|Norfolk|Norfolkön|Norfolkøya|Norfolkinsaari|Norfolk Adası|Norfolk-sziget|Insula Norfolk|о-в Норфолк|Острів Норфолк|Νήσος Νόρφολκ|جزيرة نورفولك
NG|Nigeria|Nigéria|Nijerya|Nigérie|Нигерия|Нігерія|Νιγηρία|نيجيريا
NI|Nicaragua|Nicarágua|Nikaragua|Никарагуа|Нікарагуа|Νικαράγουα|نيكاراغوا
NL|Netherlands|Niederlande|Pays-Bas|Países Bajos|Países Baixos|Paesi Bassi|Nederland|Nederländerna|Nederlandene|Alankomaat|Holandia|Hollanda|Nizozemsko|Hollandia|Țările de Jos|Нидерланды|Нідерланди|Κάτω Χώρες|هولندا|The Netherlands|Holland
NO|Norway|Norwegen|Norvège|Noruega|Norvegia|Noorwegen|Norge|Norja|Norwegia|Norveç|Norsko|Norvégia|Норвегия|Норвегія|Νορβηγία|النرويج
NP|Nepal|Népal|Nepál|Непал|Νεπάλ|نيبال
NR|Nauru|Науру|Ναουρού|ناورو
NU|Niue|Ниуэ|Ніуе|Νιούε|نيوي
NZ|New Zealand|Neuseeland|Nouvelle-Zélande|Nueva Zelanda|Nova Zelândia|Nuova Zelanda|Nieuw-Zeeland|Nya Zeeland|Uusi-Seelanti|Nowa Zelandia|Yeni Zelanda|Nový Zéland|Új-Zéland|Noua Zeelandă|Новая Зеландия|Нова Зеландія|Νέα Ζηλανδία|نيوزيلندا
OM|Oman|Omán|Omã|Umman|Оман|Ομάν|عُمان
PA|Panama|Panamá|Панама|Παναμάς|بنما
PE|Peru|Pérou|Perú|Perù|Перу|Περού|بيرو
PF|French Polynesia|Französisch-Polynesien|Polynésie française|Polinesia Francesa|Polinésia Francesa|Polinesia Francese|Frans-Polynesië|Franska Polynesien|Fransk Polynesia|Fransk Polynesien|Ranskan Polynesia|Polinezja Francuska|Fransız Polinezyası|Francouzská Polynésie|Francia Polinézia|Polinezia Franceză|Французская Полинезия|Французька Полінезія|Γαλλική Πολυνησία|بولينيزيا الفرنسية
PG|Papua New Guinea|Papua-Neuguinea|Papouasie-Nouvelle-Guinée|Papúa Nueva Guinea|Papua-Nova Guiné|Papua Nuova Guinea|Papoea-Nieuw-Guinea|Papua Nya Guinea|Papua Ny-Guinea|Papua Ny Guinea|Papua-Uusi-Guinea|Papua-Nowa Gwinea|Papua Yeni Gine|Papua-Nová Guinea|Pápua Új-Guinea|Papua-Noua Guinee|Папуа — Новая Гвинея|Папуа-Нова Гвінея|Παπούα Νέα Γουινέα|بابوا غينيا الجديدة
PH|Philippines|Philippinen|Filipinas|Filippine|Filipijnen|Filippinerna|Filippinene|Filippinerne|Filippiinit|Filipiny|Filipinler|Filipíny|Fülöp-szigetek|Filipine|Филиппины|Філіппіни|Φιλιππίνες|الفلبين
PK|Pakistan|Pakistán|Paquistão|Pákistán|Pakisztán|Пакистан|Πακιστάν|باكستان
PL|Poland|Polen|Pologne|Polonia|Polônia|Puola|Polska|Polonya|Polsko|Lengyelország|Польша|Польща|Πολωνία|بولندا
PM|St. Pierre & Miquelon|St. Pierre und Miquelon|Saint-Pierre-et-Miquelon|San Pedro y Miquelón|São Pedro e Miquelão|Saint-Pierre e Miquelon|Saint-Pierre en Miquelon|S:t Pierre och Miquelon|Saint Pierre og Miquelon|Saint-Pierre ja Miquelon|Saint-Pierre i Miquelon|Saint Pierre ve Miquelon|Saint-Pierre a Miquelon|Saint-Pierre és Miquelon|Saint-Pierre și Miquelon|Сен-Пьер и Микелон|Сен-Пʼєр і Мікелон|Σεν Πιερ και Μικελόν|سان بيير ومكويلون
PN|Pitcairn Islands|Pitcairninseln|Îles Pitcairn|Islas Pitcairn|Ilhas Pitcairn|Isole Pitcairn|Pitcairneilanden|Pitcairnöarna|Pitcairnøyene|Pitcairn|Pitcairn Adaları|Pitcairnovy ostrovy|Pitcairn-szigetek|Insulele Pitcairn|о-ва Питкэрн|Острови Піткерн|Νήσοι Πίτκερν|جزر بيتكيرن
PR|Puerto Rico|Porto Rico|Portorico|Portoryko|Porto Riko|Portoriko|Пуэрто-Рико|Пуерто-Рико|Πουέρτο Ρίκο|بورتوريكو
PS|Palestinian Territories|Palästinensische Autonomiegebiete|Territoires palestiniens|Territorios Palestinos|Territórios palestinos|Territori Palestinesi|Palestijnse gebieden|Palestinska territorierna|Det palestinske området|De palæstinensiske områder|Palestiinalaisalue|Terytoria Palestyńskie|Filistin Bölgeleri|Palestinská území|Palesztin Autonómia|Teritoriile Palestiniene|Палестинские территории|Палестинські території|Παλαιστινιακά Εδάφη|الأراضي الفلسطينية|Palestinian Territory|Palestine|Palestina|Palestinensergebiete|Territorios palestinos|Gaza Strip|West Bank|Palästinensische Gebiete|Palästina|Occupied Palestinian Territory
PT|Portugal|Portogallo|Portugali|Portugalia|Portekiz|Portugalsko|Portugália|Португалия|Португалія|Πορτογαλία|البرتغال
PW|Palau|Palaos|Палау|Παλάου|بالاو
PY|Paraguay|Paraguai|Paragwaj|Парагвай|Παραγουάη|باراغواي
QA|Qatar|Katar|Catar|Катар|Κατάρ|قطر
RE|Réunion|La Réunion|Reunión|Reunião|Riunione|Reunion|Реюньон|Реюньйон|Ρεϊνιόν|روينيون
RO|Romania|Rumänien|Roumanie|Rumanía|Romênia|Roemenië|Rumænien|Rumunia|Romanya|Rumunsko|Románia|România|Румыния|Румунія|Ρουμανία|رومانيا
RS|Serbia|Serbien|Serbie|Sérvia|Servië|Sırbistan|Srbsko|Szerbia|Сербия|Сербія|Σερβία|صربيا
RU|Russia|Russland|Russie|Rusia|Rússia|Rusland|Ryssland|Venäjä|Rosja|Rusya|Rusko|Oroszország|Россия|Росія|Ρωσία|روسيا|Russian Federation
RW|Rwanda|Ruanda|Руанда|Ρουάντα|رواندا
SA|Saudi Arabia|Saudi-Arabien|Arabie saoudite|Arabia Saudí|Arábia Saudita|Arabia Saudita|Saoedi-Arabië|Saudiarabien|Saudi-Arabia|Arabia Saudyjska|Suudi Arabistan|Saúdská Arábie|Szaúd-Arábia|Arabia Saudită|Саудовская Аравия|Саудівська Аравія|Σαουδική Αραβία|المملكة العربية السعودية
SB|Solomon Islands|Salomonen|Îles Salomon|Islas Salomón|Ilhas Salomão|Isole Salomone|Salomonseilanden|Salomonöarna|Salomonøyene|Salomonøerne|Salomonsaaret|Wyspy Salomona|Solomon Adaları|Šalamounovy ostrovy|Salamon-szigetek|Insulele Solomon|Соломоновы о-ва|Соломонові Острови|Νήσοι Σολομώντος|جزر سليمان
SC|Seychelles|Seychellen|Seicheles|Seychellerna|Seychellene|Seychellerne|Seychellit|Seszele|Seyşeller|Seychely|Seychelle-szigetek|Сейшельские о-ва|Сейшельські Острови|Σεϋχέλλες|سيشل
SD|Sudan|Soudan|Sudán|Sudão|Soedan|Súdán|Szudán|Судан|Σουδάν|السودان
SE|Sweden|Schweden|Suède|Suecia|Suécia|Svezia|Zweden|Sverige|Ruotsi|Szwecja|İsveç|Švédsko|Svédország|Suedia|Швеция|Швеція|Σουηδία|السويد
SG|Singapore|Singapur|Singapour|Singapura|Szingapúr|Сингапур|Сінгапур|Σιγκαπούρη|سنغافورة
SH|St. Helena|Sainte-Hélène|Santa Elena|Santa Helena|Sant'Elena|Sint-Helena|S:t Helena|Saint Helena|Wyspa Świętej Heleny|Svatá Helena|Szent Ilona|Sfânta Elena|о-в Св. Елены|Острів Святої Єлени|Αγία Ελένη|سانت هيلينا
SI|Slovenia|Slowenien|Slovénie|Eslovenia|Eslovênia|Slovenië|Slovenien|Słowenia|Slovenya|Slovinsko|Szlovénia|Словения|Словенія|Σλοβενία|سلوفينيا
SJ|Svalbard & Jan Mayen|Spitzbergen und Jan Mayen|Svalbard et Jan Mayen|Svalbard y Jan Mayen|Svalbard e Jan Mayen|Spitsbergen en Jan Mayen|Svalbard och Jan Mayen|Svalbard og Jan Mayen|Huippuvuoret ja Jan Mayen|Svalbard i Jan Mayen|Svalbard ve Jan Mayen|Špicberky a Jan Mayen|Svalbard és Jan Mayen|Svalbard și Jan Mayen|Шпицберген и Ян-Майен|Шпіцберген та Ян-Маєн|Σβάλμπαρντ και Γιαν Μαγιέν|سفالبارد وجان ماين
SK|Slovakia|Slowakei|Slovaquie|Eslovaquia|Eslováquia|Slovacchia|Slowakije|Slovakien|Slovakiet|Słowacja|Slovakya|Slovensko|Szlovákia|Slovacia|Словакия|Словаччина|Σλοβακία|سلوفاكيا
SL|Sierra Leone|Sierra Leona|Serra Leoa|Сьерра-Леоне|Сьєрра-Леоне|Σιέρα Λεόνε|سيراليون
SM|San Marino|Saint-Marin|Сан-Марино|Άγιος Μαρίνος|سان مارينو
SN|Senegal|Sénégal|Szenegál|Сенегал|Σενεγάλη|السنغال
SO|Somalia|Somalie|Somália|Somalië|Somali|Somálsko|Szomália|Сомали|Сомалі|Σομαλία|الصومال
SR|Suriname|Surinam|Суринам|Σουρινάμ|سورينام
SS|South Sudan|Südsudan|Soudan du Sud|Sudán del Sur|Sudão do Sul|Sud Sudan|Zuid-Soedan|Sydsudan|Sør-Sudan|Etelä-Sudan|Sudan Południowy|Güney Sudan|Jižní Súdán|Dél-Szudán|Sudanul de Sud|Южный Судан|Південний Судан|Νότιο Σουδάν|جنوب السودان
ST|São Tomé & Príncipe|São Tomé und Príncipe|Sao Tomé-et-Principe|Santo Tomé y Príncipe|São Tomé e Príncipe|Sao Tomé en Principe|São Tomé och Príncipe|São Tomé og Príncipe|São Tomé ja Príncipe|Wyspy Świętego Tomasza i Książęca|Sao Tome ve Principe|Svatý Tomáš a Princův ostrov|São Tomé és Príncipe|São Tomé și Príncipe|Сан-Томе и Принсипи|Сан-Томе і Принсіпі|Σάο Τομέ και Πρίνσιπε|ساو تومي وبرينسيبي
SV|El Salvador|Salvador|Salwador|Сальвадор|Ελ Σαλβαδόρ|السلفادور
SX|Sint Maarten|Saint-Martin (partie néerlandaise)|Sint-Maarten|Svatý Martin (Nizozemsko)|Синт-Мартен|Сінт-Мартен|Άγιος Μαρτίνος (Ολλανδικό τμήμα)|سانت مارتن
SY|Syria|Syrien|Syrie|Siria|Síria|Syrië|Syyria|Suriye|Sýrie|Szíria|Сирия|Сирія|Συρία|سوريا
SZ|Eswatini|Esuatini|Essuatíni|Esvatini|Szváziföld|Эсватини|Есватіні|Εσουατίνι|إسواتيني|Swaziland
TC|Turks & Caicos Islands|Turks- und Caicosinseln|Îles Turques-et-Caïques|Islas Turcas y Caicos|Ilhas Turcas e Caicos|Isole Turks e Caicos|Turks- en Caicoseilanden|Turks- och Caicosöarna|Turks- og Caicosøyene|Turks- og Caicosøerne|Turks- ja Caicossaaret|Turks i Caicos|Turks ve Caicos Adaları|Turks a Caicos|Turks- és Caicos-szigetek|Insulele Turks și Caicos|Тёркс и Кайкос|Острови Теркс і Кайкос|Νήσοι Τερκς και Κάικος|جزر توركس وكايكوس
TD|Chad|Tschad|Tchad|Chade|Ciad|Tsjaad|Tsjad|Tšad|Czad|Çad|Čad|Csád|Чад|Τσαντ|تشاد
TF|French Southern Territories|Französische Süd- und Antarktisgebiete|Terres australes françaises|Territorios Australes Franceses|Territórios Franceses do Sul|Terre Australi Francesi|Franse Gebieden in de zuidelijke Indische Oceaan|Franska sydterritorierna|De franske sørterritorier|De Franske Besiddelser i Det Sydlige Indiske Ocean og Antarktis|Ranskan eteläiset ja antarktiset alueet|Francuskie Terytoria Południowe i Antarktyczne|Fransız Güney Toprakları|Francouzská jižní území|Francia Déli Területek|Teritoriile Australe și Antarctice Franceze|Французские Южные территории|Французькі Південні Території|Γαλλικά Νότια Εδάφη|الأقاليم الجنوبية الفرنسية
TG|Togo|Того|Τόγκο|توغو
TH|Thailand|Thaïlande|Tailandia|Tailândia|Thailandia|Thaimaa|Tajlandia|Tayland|Thajsko|Thaiföld|Thailanda|Таиланд|Таїланд|Ταϊλάνδη|تايلاند
TJ|Tajikistan|Tadschikistan|Tadjikistan|Tayikistán|Tadjiquistão|Tagikistan|Tadzjikistan|Tadsjikistan|Tadžikistan|Tadżykistan|Tacikistan|Tádžikistán|Tádzsikisztán|Таджикистан|Τατζικιστάν|طاجيكستان
TK|Tokelau|Tokelauöarna|Токелау|Τοκελάου|توكيلاو
TL|Timor-Leste|Timor oriental|Timor Est|Oost-Timor|Östtimor|Øst-Timor|Itä-Timor|Timor Wschodni|Východní Timor|Kelet-Timor|Восточный Тимор|Тимор-Лешті|Τιμόρ-Λέστε|تيمور - ليشتي|East Timor
TM|Turkmenistan|Turkménistan|Turkmenistán|Turcomenistão|Türkmenistan|Türkmenisztán|Туркменистан|Туркменістан|Τουρκμενιστάν|تركمانستان
TN|Tunisia|Tunesien|Tunisie|Túnez|Tunísia|Tunesië|Tunisien|Tunezja|Tunus|Tunisko|Tunézia|Тунис|Туніс|Τυνησία|تونس
TO|Tonga|Тонга|Τόνγκα|تونغا
TR|Türkiye|Türkei|Turquie|Turquía|Turquia|Turchia|Turkije|Turkiet|Tyrkia|Tyrkiet|Turkki|Turcja|Turecko|Törökország|Turcia|Турция|Туреччина|Τουρκία|تركيا|Turkey|Turkiye
TT|Trinidad & Tobago|Trinidad und Tobago|Trinité-et-Tobago|Trinidad y Tobago|Trinidad e Tobago|Trinidad en Tobago|Trinidad och Tobago|Trinidad og Tobago|Trinidad ja Tobago|Trynidad i Tobago|Trinidad ve Tobago|Trinidad a Tobago|Trinidad és Tobago|Trinidad și Tobago|Тринидад и Тобаго|Тринідад і Тобаго|Τρινιντάντ και Τομπάγκο|ترينيداد وتوباغو
TV|Tuvalu|Тувалу|Τουβαλού|توفالو
TW|Taiwan|Taïwan|Taiwán|Tajwan|Tayvan|Tchaj-wan|Tajvan|Тайвань|Ταϊβάν|تايوان
TZ|Tanzania|Tansania|Tanzanie|Tanzânia|Tanzanya|Tanzánia|Танзания|Танзанія|Τανζανία|تنزانيا
UA|Ukraine|Ucrania|Ucrânia|Ucraina|Oekraïne|Ukraina|Ukrayna|Ukrajina|Ukrajna|Украина|Україна|Ουκρανία|أوكرانيا|occupied Ukraine
UG|Uganda|Ouganda|Oeganda|Уганда|Ουγκάντα|أوغندا
UM|U.S. Outlying Islands|Amerikanische Überseeinseln|Îles mineures éloignées des États-Unis|Islas menores alejadas de EE. UU.|Ilhas Menores Distantes dos EUA|Isole Minori Esterne degli Stati Uniti|Kleine afgelegen eilanden van de Verenigde Staten|USA:s yttre öar|USAs ytre øyer|Amerikanske oversøiske øer|Yhdysvaltain erillissaaret|Dalekie Wyspy Mniejsze Stanów Zjednoczonych|ABD Küçük Harici Adaları|Menší odlehlé ostrovy USA|Az USA lakatlan külbirtokai|Insulele Îndepărtate ale S.U.A.|Внешние малые о-ва (США)|Віддалені острови США|Απομακρυσμένες Νησίδες ΗΠΑ|جزر الولايات المتحدة النائية
US|United States|Vereinigte Staaten|États-Unis|Estados Unidos|Stati Uniti|Verenigde Staten|USA|Yhdysvallat|Stany Zjednoczone|Amerika Birleşik Devletleri|Spojené státy|Egyesült Államok|Statele Unite ale Americii|Соединенные Штаты|Сполучені Штати|Ηνωμένες Πολιτείες|الولايات المتحدة|U.S.|U.S.A.|US|Etats-Unis|EEUU|EE.UU.|EE. UU.|EUA
UY|Uruguay|Uruguai|Urugwaj|Уругвай|Ουρουγουάη|أورغواي
UZ|Uzbekistan|Usbekistan|Ouzbékistan|Uzbekistán|Uzbequistão|Oezbekistan|Özbekistan|Üzbegisztán|Узбекистан|Ουζμπεκιστάν|أوزبكستان
VA|Vatican City|Vatikanstadt|État de la Cité du Vatican|Ciudad del Vaticano|Cidade do Vaticano|Città del Vaticano|Vaticaanstad|Vatikanstaten|Vatikaani|Watykan|Vatikan|Vatikán|Statul Cetății Vaticanului|Ватикан|Βατικανό|الفاتيكان|Vatican|Holy See
VC|St. Vincent & Grenadines|St. Vincent und die Grenadinen|Saint-Vincent-et-les Grenadines|San Vicente y las Granadinas|São Vicente e Granadinas|Saint Vincent e Grenadine|Saint Vincent en de Grenadines|S:t Vincent och Grenadinerna|St. Vincent og Grenadinene|Saint Vincent og Grenadinerne|Saint Vincent ja Grenadiinit|Saint Vincent i Grenadyny|Saint Vincent ve Grenadinler|Svatý Vincenc a Grenadiny|Saint Vincent és a Grenadine-szigetek|Saint Vincent și Grenadinele|Сент-Винсент и Гренадины|Сент-Вінсент і Гренадіни|Άγιος Βικέντιος και Γρεναδίνες|سانت فنسنت وجزر غرينادين
VE|Venezuela|Wenezuela|Венесуэла|Венесуела|Βενεζουέλα|فنزويلا
VG|British Virgin Islands|Britische Jungferninseln|Îles Vierges britanniques|Islas Vírgenes Británicas|Ilhas Virgens Britânicas|Isole Vergini Britanniche|Britse Maagdeneilanden|Brittiska Jungfruöarna|De britiske jomfruøyene|De Britiske Jomfruøer|Brittiläiset Neitsytsaaret|Brytyjskie Wyspy Dziewicze|Britanya Virjin Adaları|Britské Panenské ostrovy|Brit Virgin-szigetek|Insulele Virgine Britanice|Виргинские о-ва (Великобритания)|Британські Віргінські острови|Βρετανικές Παρθένες Νήσοι|جزر فيرجن البريطانية
VI|U.S. Virgin Islands|Amerikanische Jungferninseln|Îles Vierges des États-Unis|Islas Vírgenes de EE. UU.|Ilhas Virgens Americanas|Isole Vergini Americane|Amerikaanse Maagdeneilanden|Amerikanska Jungfruöarna|De amerikanske jomfruøyene|De Amerikanske Jomfruøer|Yhdysvaltain Neitsytsaaret|Wyspy Dziewicze Stanów Zjednoczonych|ABD Virjin Adaları|Americké Panenské ostrovy|Amerikai Virgin-szigetek|Insulele Virgine Americane|Виргинские о-ва (США)|Віргінські Острови (США)|Αμερικανικές Παρθένες Νήσοι|جزر فيرجن الأمريكية
VN|Vietnam|Viêt Nam|Vietnã|Wietnam|Vietnám|Вьетнам|Вʼєтнам|Βιετνάμ|فيتنام|Viet Nam
VU|Vanuatu|Вануату|Βανουάτου|فانواتو
WF|Wallis & Futuna|Wallis und Futuna|Wallis-et-Futuna|Wallis y Futuna|Wallis e Futuna|Wallis en Futuna|Wallis- och Futunaöarna|Wallis og Futuna|Wallis ja Futuna|Wallis i Futuna|Wallis ve Futuna|Wallis a Futuna|Wallis és Futuna|Wallis și Futuna|Уоллис и Футуна|Уолліс і Футуна|Γουάλις και Φουτούνα|جزر والس وفوتونا
WS|Samoa|Szamoa|Самоа|Σαμόα|ساموا
XK|Kosovo|Kosowo|Kosova|Koszovó|Косово|Κοσσυφοπέδιο|كوسوفو
YE|Yemen|Jemen|Yémen|Iêmen|Йемен|Ємен|Υεμένη|اليمن
YT|Mayotte|Majotta|Майотта|Μαγιότ|مايوت
ZA|South Africa|Südafrika|Afrique du Sud|Sudáfrica|África do Sul|Sudafrica|Zuid-Afrika|Sydafrika|Sør-Afrika|Etelä-Afrikka|Republika Południowej Afryki|Güney Afrika|Jihoafrická republika|Dél-afrikai Köztársaság|Africa de Sud|Южно-Африканская Республика|Південно-Африканська Республіка|Νότια Αφρική|جنوب أفريقيا
ZM|Zambia|Sambia|Zambie|Zâmbia|Zambiya|Замбия|Замбія|Ζάμπια|زامبيا
ZW|Zimbabwe|Simbabwe|Zimbabue|Zimbábue|Zimbabve|Зимбабве|Зімбабве|Ζιμπάμπουε|زيمبابوي
`;

const codes = new Map<string, string>();
for (const line of NAMES.trim().split('\n')) {
  const [code = '', ...names] = line.split('|');
  for (const name of names) if (!codes.has(foldPlace(name))) codes.set(foldPlace(name), code);
}

/** The ISO 3166-1 alpha-2 code of a country by its printed name in one of 20 languages, in any case. */
export function countryCodeOf(name: string): string | undefined {
  return name.length > 80 ? undefined : codes.get(foldPlace(name));
}

/** Case, accents and full stops do not tell places apart: `EE.UU.`, `Etats-Unis`. */
export function foldPlace(name: string): string {
  return name
    .trim()
    .replaceAll('’', "'")
    .normalize('NFD')
    .replace(/(?<=\p{Script=Latin})\p{M}{1,4}|\./gu, '')
    .toLowerCase();
}
