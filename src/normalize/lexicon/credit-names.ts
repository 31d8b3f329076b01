/** Source: credit lines of news pages and agency captions in 16 languages, collected 2026-11-24. */

/** Parts of a credit that name nobody: staff codes, empty names. Lower case. */
export const NOBODY: ReadonlySet<string> = new Set(
  `
    stf | str | staff | stringer | staff photographer | staff photo | photographer | contributor | n/a | na | unknown | redaktion |
    anonymous | dr | d.r. | afptv | all rights reserved | alle rechte vorbehalten | tous droits réservés |
    todos los derechos reservados | rights reserved | photo | photos | foto | bild | image | images | credit | opens new tab | - | – |
    — | _ | freelance | fotograf | picture`
    .split('|')
    .map((part) => part.trim()),
);

/** Sites that show pictures of their users: what stands beside is a user. Printed names; files write them in any case. */
const SITES = `
    Flickr | YouTube | Instagram | Facebook | Twitter | X | TikTok | Telegram | Pixabay | Unsplash | Pexels | Wikimedia Commons |
    Wikipedia | Creative Commons | Snapchat | Reddit | LinkedIn | Vimeo | iStock | Adobe Stock | Shutterstock | Fotolia |
    Depositphotos | Dreamstime | 123RF | Freepik | Pixelio | Photocase | FreeImages | StockSnap | Bluesky | WhatsApp | Weibo | VK |
    Alamy`;

/** Other spellings of a site. */
const SPELLINGS: Readonly<Record<string, string>> = {
  wikimedia: 'Wikimedia Commons',
  wikicommons: 'Wikimedia Commons',
  'wiki commons': 'Wikimedia Commons',
  adobestock: 'Adobe Stock',
};

/** Lower case -> printed name. */
export const PLATFORMS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(SITES.split('|').map((site) => [site.trim().toLowerCase(), site.trim()])),
  ...SPELLINGS,
};

/** Printed names of agencies that credits spell out although desks use a code. */
export const CREDIT_NAMES: Readonly<Record<string, string>> = { AA: 'Anadolu' };

/** A part with one of these words is an organisation. Lower case. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  `
    tv television televisión fernsehen radio rundfunk news press presse prensa imprensa stampa media medien médias agency agencia
    agência agence agentur agenzia ajansı ministry ministère ministerium ministerio ministério ministero ministeriet government
    gobierno governo gouvernement police polizei policía polícia polizia polisen politiet poliisi policja sheriff sheriff's
    department dept county city stadt gemeinde ville ayuntamiento comune council university universität université universidad
    universidade institute institut foundation stiftung fundación museum musée museo studios fc cf sc vfb club team company gmbh
    ag inc inc. ltd llc corp group gruppe times post herald tribune gazette journal zeitung blog record chronicle daily weekly
    nachrichten anzeiger kurier rundschau library archive archives archiv navy army force forces coast guard office palace house
    kremlin court commission union party church hospital service services airport productions films film pictures commons network
    broadcasting sport sports feuerwehr bundeswehr nasa esa defence defense presidency presidencia présidence présidentielle
    presidential district state federal national association verband verein society center centre zentrum festival theater theatre
    authority airport harbour harbor coastguard gericht court embassy airlines airways parliament
    museet kommun kommune kaupunki lehti sanomat lehden dagblad bladet avis tidning agentschap gemeente politie brandweer bezirk
    landkreis kanton zoo the fire rescue bank airlines space satellite technologies labs imaging`
    .trim()
    .split(/\s+/u),
);

/** Words that join names, and words around names that belong to no sentence. Lower case. */
export const CREDIT_FILLERS: ReadonlySet<string> = new Set(
  `
    of the and und et y e og och ja for via by de la le du des del della di da do dos das van von der den ten ter el al zu zum für
    fra från i in on an a av af`
    .trim()
    .split(/\s+/u),
);
