import type { AgencyEntry } from './agency-entry.ts';

const SOURCE = 'forms seen in datelines of press releases; compiled 2026-11-24';

/** Distributors of press releases: their copy is paid for by its sender. */
export const PRESS_RELEASE_AGENCIES: readonly AgencyEntry[] = [
  entry('ots', 'news aktuell ots', 'DE', ['OTS', 'ots.', 'APA-OTS', 'Originaltextservice']),
  entry('news aktuell', 'news aktuell', 'DE', ['Newsaktuell']),
  entry('Business Wire', 'Business Wire', 'US', ['BusinessWire', 'Businesswire', 'BUSINESSWIRE']),
  entry('PR Newswire', 'PR Newswire', 'US', [
    'PRNewswire',
    'PRNEWSWIRE',
    'PRNewswire-FirstCall',
    'PRNewswire-PRWeb',
    'PRNewswire-USNewswire',
    'PR Newswire Asia',
  ]),
  entry('GlobeNewswire', 'GlobeNewswire', 'US', ['GLOBE NEWSWIRE', 'Globe Newswire', 'globenewswire.com']),
  entry('ACCESSWIRE', 'ACCESSWIRE', 'US', ['Accesswire', 'AccessWire']),
  entry('ACCESS Newswire', 'ACCESS Newswire', 'US', ['Access Newswire']),
  entry('Newsfile', 'Newsfile Corp.', 'CA', ['Newsfile Corp']),
  entry('CNW', 'CNW Group', 'CA', ['CNW Telbec', 'Canada NewsWire']),
  entry('Marketwired', 'Marketwired', 'CA', ['MARKETWIRED', 'Marketwire', 'MARKETWIRE']),
  entry('EIN Presswire', 'EIN Presswire', 'US', ['EINPresswire', 'EINPresswire.com']),
  entry('PRWeb', 'PRWeb', 'US', ['PRWEB']),
  entry('Cision', 'Cision', 'SE', ['Cision News']),
  entry('EQS', 'EQS News', 'DE', ['EQS-News', 'EQS Group', 'DGAP', 'DGAP-News']),
  entry('pressetext', 'pressetext', 'AT', ['pte']),
  entry('Medianet', 'Medianet', 'AU', []),
  entry('NewsVoir', 'NewsVoir', 'IN', ['Newsvoir']),
  entry('JCN Newswire', 'JCN Newswire', 'JP', ['JCN']),
  entry('Kyodo JBN', 'Kyodo News JBN', 'JP', ['JBN']),
  entry('AsiaNet', 'AsiaNet', 'AU', [
    'Asianet',
    'PRNewswire-AsiaNet',
    'Kyodo JBN-AsiaNet',
    'Xinhua-AsiaNet',
    'Medianet International-AsiaNet',
  ]),
  entry('Actusnews', 'Actusnews Wire', 'FR', ['ACTUSNEWS']),
];

function entry(code: string, name: string, country: string, aliases: readonly string[]): AgencyEntry {
  return { code, name, aliases, country, kind: 'press-release', source: SOURCE };
}
