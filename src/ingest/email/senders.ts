/**
 * Agencies and distributors of releases by the domain they mail from; the name is one that profiles and tables know. Source: imprint and
 * contact pages of the agencies, read 2026-11-25. No other sender is named in public: a domain is part of an address.
 */
const SENDERS: Readonly<Record<string, string>> = {
  'aap.com.au': 'AAP',
  'afp.com': 'AFP',
  'anp.nl': 'ANP',
  'ansa.it': 'ANSA',
  'ap.org': 'AP',
  'apa.at': 'APA',
  'belga.be': 'Belga',
  'bloomberg.net': 'Bloomberg',
  'dpa.com': 'dpa',
  'efe.com': 'EFE',
  'europapress.es': 'Europa Press',
  'keystone-sda.ch': 'Keystone-SDA',
  'kyodonews.jp': 'Kyodo',
  'lusa.pt': 'Lusa',
  'ntb.no': 'NTB',
  'pa.media': 'PA',
  'pap.pl': 'PAP',
  'reuters.com': 'Reuters',
  'ritzau.dk': 'Ritzau',
  'stt.fi': 'STT',
  'tass.ru': 'TASS',
  'thecanadianpress.com': 'The Canadian Press',
  'thomsonreuters.com': 'Reuters',
  'tt.se': 'TT',
  'accesswire.com': 'ACCESSWIRE',
  'apa-ots.at': 'APA-OTS',
  'businesswire.com': 'Business Wire',
  'cision.com': 'Cision',
  'globenewswire.com': 'GlobeNewswire',
  'medianet.com.au': 'Medianet',
  'newsaktuell.de': 'news aktuell',
  'newsfilecorp.com': 'Newsfile',
  'newswire.ca': 'CNW',
  'prnewswire.com': 'PR Newswire',
};

/** The agency behind a mail address. */
export function agencyOfAddress(address: string): string | undefined {
  const labels = address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .split('.');
  const domains = labels.map((_, index) => labels.slice(index).join('.'));
  return domains.map((domain) => (Object.hasOwn(SENDERS, domain) ? SENDERS[domain] : undefined)).find((name) => name !== undefined);
}
