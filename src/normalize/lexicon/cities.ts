import { foldPlace } from './countries.ts';

/**
 * Cities that stand alone in datelines: the list of the AP Stylebook, capitals, and seats of the desks of the agencies, in the
 * languages these write (compiled 2026-11-24). Only needed where nothing else in the line marks a dateline.
 */
const CITIES = `
Atlanta|Baltimore|Boston|Chicago|Cincinnati|Cleveland|Dallas|Denver|Detroit|Honolulu|Houston|Indianapolis|Las Vegas|Los Angeles|Miami|Milwaukee|Minneapolis|New Orleans|New York|Oklahoma City|Philadelphia|Phoenix|Pittsburgh|St. Louis|Salt Lake City|San Antonio|San Diego|San Francisco|Seattle|Washington|Hollywood|Austin|Nashville|Portland|Sacramento|Silicon Valley|Wall Street
Amsterdam|Baghdad|Bangkok|Beijing|Beirut|Berlin|Brussels|Cairo|Djibouti|Dublin|Geneva|Gibraltar|Guatemala City|Havana|Helsinki|Hong Kong|Islamabad|Istanbul|Jerusalem|Johannesburg|Kuwait City|London|Luxembourg|Macau|Madrid|Mexico City|Milan|Monaco|Montreal|Moscow|Munich|New Delhi|Panama City|Paris|Prague|Quebec City|Rio de Janeiro|Rome|San Marino|Sao Paulo|Shanghai|Singapore|Stockholm|Sydney|Tokyo|Toronto|Vatican City|Vienna|Zurich|United Nations|The Hague
Abu Dhabi|Abuja|Accra|Addis Ababa|Algiers|Almaty|Amman|Ankara|Antananarivo|Ashgabat|Asmara|Astana|Asuncion|Athens|Auckland|Baku|Bamako|Barcelona|Belgrade|Bern|Bishkek|Bogota|Brasilia|Bratislava|Brazzaville|Bucharest|Budapest|Buenos Aires|Bujumbura|Calgary|Canberra|Cape Town|Caracas|Casablanca|Chisinau|Colombo|Conakry|Copenhagen|Dakar|Damascus|Dar es Salaam|Davos|Dhaka|Doha|Dubai|Dushanbe|Edinburgh|Edmonton|Frankfurt|Freetown|Gaborone|Gaza City|Gaza|Glasgow|Hamburg|Hanoi|Harare|Ho Chi Minh City|Jakarta|Jeddah|Kabul|Kampala|Karachi|Kathmandu|Khartoum|Kigali|Kinshasa|Kolkata|Kuala Lumpur|Kyiv|Kiev|Lagos|La Paz|Libreville|Lilongwe|Lima|Lisbon|Ljubljana|Luanda|Lusaka|Malabo|Managua|Manama|Manila|Maputo|Marrakesh|Melbourne|Minsk|Mogadishu|Monrovia|Montevideo|Mumbai|Muscat|Nairobi|N'Djamena|Niamey|Nicosia|Nouakchott|Osaka|Oslo|Ottawa|Ouagadougou|Phnom Penh|Podgorica|Port-au-Prince|Port Louis|Port Moresby|Pretoria|Pristina|Pyongyang|Quito|Rabat|Ramallah|Reykjavik|Riga|Riyadh|Sanaa|San Jose|San Juan|San Salvador|Santiago|Santo Domingo|Sarajevo|Seoul|Skopje|Sofia|Strasbourg|Suva|Taipei|Tallinn|Tashkent|Tbilisi|Tegucigalpa|Tehran|Tel Aviv|Tirana|Tripoli|Tunis|Ulaanbaatar|Vancouver|Vientiane|Vilnius|Warsaw|Wellington|Windhoek|Winnipeg|Yangon|Yaounde|Yerevan|Zagreb
Wien|Zürich|Genf|Brüssel|München|Köln|Kopenhagen|Moskau|Warschau|Prag|Rom|Mailand|Peking|Kairo|Athen|Düsseldorf|Stuttgart|Leipzig|Dresden|Hannover|Bremen|Nürnberg|Karlsruhe|Wiesbaden|Mainz|Potsdam|Magdeburg|Erfurt|Kiel|Schwerin|Saarbrücken|Frankfurt/Main|Graz|Linz|Salzburg|Innsbruck|Basel|Lausanne|Lissabon|Tiflis|Kiew|Tokio
Genève|Bruxelles|Londres|Rome|Moscou|Pékin|Le Caire|Beyrouth|Jérusalem|Alger|Lyon|Marseille|Toulouse|Nantes|Bordeaux|Lille|Nice|Montréal|Québec|Varsovie|Vienne|Athènes|Téhéran|Nations unies|La Haye|Le Havre
Bruselas|Ginebra|París|Londres|Moscú|Pekín|El Cairo|Ciudad de México|Bogotá|Nueva York|Naciones Unidas|Sevilla|Valencia|Bilbao|Zaragoza|Ciudad de Panamá|Ciudad de Guatemala|La Habana|Asunción|Jerusalén|Roma|Berlín|Santiago de Chile|Viena
Lisboa|Porto|São Paulo|Brasília|Bruxelas|Genebra|Nova York|Nova Iorque|Moscovo|Maputo|Milano|Torino|Napoli|Firenze|Venezia|Bologna|Palermo|Genova|Bari|Parigi|Londra|Mosca|Città del Vaticano
Brussel|Den Haag|Rotterdam|Utrecht|Antwerpen|Gent|Londen|Parijs|Moskou|Wenen|Göteborg|Malmö|Köpenhamn|Helsingfors|Bergen|Trondheim|Stavanger|København|Aarhus|Odense|Turku|Tampere|Warszawa|Kraków|Gdańsk|Wrocław|Poznań|İstanbul|Praha|Brno|Budapest|Bukurešť
Москва|Киев|Київ|Минск|Санкт-Петербург|Вашингтон|Лондон|Париж|Берлин|Αθήνα
القاهرة|بيروت|بغداد|دمشق|عمان|الرياض|دبي|أبوظبي|الدوحة|الكويت|المنامة|مسقط|صنعاء|عدن|القدس|غزة|رام الله|تونس|الجزائر|الرباط|طرابلس|الخرطوم|نواكشوط|باريس|لندن|واشنطن|موسكو|مدريد|برلين|جنيف|روما|أنقرة|اسطنبول|إسطنبول|طهران|نيويورك|بروكسل|كييف|فيينا
`;

const known = new Set(
  CITIES.split(/[|\n]/)
    .filter((name) => name !== '')
    .map(foldPlace),
);

/** True for a city that may stand alone in a dateline, in any case. */
export function isKnownCity(name: string): boolean {
  return name.length <= 40 && known.has(foldPlace(name));
}
