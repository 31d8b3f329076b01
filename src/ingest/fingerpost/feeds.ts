/**
 * The agency of a `source-feed`: its first word, or the desk of AP that the feed is named for. Source: guardian/newswires,
 * list of suppliers (read 2026-11-25). Upper case.
 */
const BY_WORD: Readonly<Record<string, string>> = {
  AP: 'AP',
  PA: 'PA',
  PAAPI: 'PA',
  AFP: 'AFP',
  AAP: 'AAP',
  REUTERS: 'Reuters',
  DPA: 'dpa',
};
const AP_DESKS: ReadonlySet<string> = new Set([
  ...['ADVIS', 'APAPIUS', 'APBIZWIR', 'APMAW', 'ENTERTAINMENT', 'FEATURES', 'LOST', 'NATIONAL', 'POLITICS', 'WASH', 'WEATHER', 'WORLD'],
  ...['BBL', 'BKL', 'BOX', 'CAR', 'COL', 'FBL', 'GLF', 'HKY', 'OTHER', 'SOC', 'TEN'].map((sport) => `USSP${sport}`),
]);
/** Feeds that carry what firms and authorities say about themselves. */
const PRESS_RELEASES =
  /\b(?:AP ?BIZ ?WIR|BUSINESS ?WIRE|PR NEWSWIRE|GLOBE ?NEWSWIRE|ACCESS ?(?:NEWS)?WIRE|EQS NEWSWIRE|NEWSFILE|NEWS AKTUELL|PRESSAT|PRESSWIRE|RESPONSESOURCE|RNS|EON)\b/i;

/** The agency whose copy a feed carries; a feed that is not known goes by its own name. */
export function agencyOfFeed(feed: string): string {
  const first = /^[A-Za-z]+/.exec(feed)?.[0].toUpperCase() ?? '';
  return BY_WORD[first] ?? (AP_DESKS.has(feed.toUpperCase()) ? 'AP' : feed);
}

export function carriesPressReleases(feed: string): boolean {
  return PRESS_RELEASES.test(feed);
}
