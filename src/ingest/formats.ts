import { BadInput } from '../faults.ts';
import type { Format, SourceDocument } from './format.ts';
import { aapRacing } from './formats/aap-racing.ts';
import { afpCore } from './formats/afp-core.ts';
import { anpNewsApi } from './formats/anp-news-api.ts';
import { anpa1312 } from './formats/anpa-1312.ts';
import { ans } from './formats/ans.ts';
import { apMediaApi } from './formats/ap-media-api.ts';
import { asianet } from './formats/asianet.ts';
import { atom } from './formats/atom.ts';
import { belgaApi } from './formats/belga-api.ts';
import { dpaDigitalwires } from './formats/dpa-digitalwires.ts';
import { email } from './formats/email.ts';
import { europapress } from './formats/europapress.ts';
import { eventsmlG2 } from './formats/eventsml-g2.ts';
import { fingerpost } from './formats/fingerpost.ts';
import { html } from './formats/html.ts';
import { icalendar } from './formats/icalendar.ts';
import { iptc7901 } from './formats/iptc-7901.ts';
import { jimi } from './formats/jimi.ts';
import { jsonFeed } from './formats/json-feed.ts';
import { jsonPlanning } from './formats/json-planning.ts';
import { newsml1 } from './formats/newsml-1.ts';
import { newsmlG2 } from './formats/newsml-g2.ts';
import { ninjs } from './formats/ninjs.ts';
import { nitf } from './formats/nitf.ts';
import { ntbCalendar } from './formats/ntb-calendar.ts';
import { pageText } from './formats/page-text.ts';
import { pictureMetadata } from './formats/picture-metadata.ts';
import { reutersChannel } from './formats/reuters-channel.ts';
import { reutersConnect } from './formats/reuters-connect.ts';
import { reutersMrn } from './formats/reuters-mrn.ts';
import { ritzau } from './formats/ritzau.ts';
import { rss } from './formats/rss.ts';
import { solita } from './formats/solita.ts';
import { sportFixtures } from './formats/sport-fixtures.ts';
import { wxr } from './formats/wxr.ts';
import { zczc } from './formats/zczc.ts';
import { isJson, looksLikeJson, readJson } from './json.ts';
import { readXml } from './xml.ts';

/** Every format that is read. The order does not matter: a test shows that exactly one claims each fixture. */
export const formats: readonly Format[] = [
  aapRacing,
  afpCore,
  anpNewsApi,
  anpa1312,
  ans,
  apMediaApi,
  asianet,
  atom,
  belgaApi,
  dpaDigitalwires,
  email,
  europapress,
  eventsmlG2,
  fingerpost,
  html,
  icalendar,
  iptc7901,
  jimi,
  jsonFeed,
  jsonPlanning,
  newsml1,
  newsmlG2,
  ninjs,
  nitf,
  ntbCalendar,
  pageText,
  pictureMetadata,
  reutersChannel,
  reutersConnect,
  reutersMrn,
  ritzau,
  rss,
  solita,
  sportFixtures,
  wxr,
  zczc,
];

/** Characters; the shortest story that any format can hold is longer. */
const SHORTEST = 16;
const SAYS_JSON = /[/+]json\b/i;
const LOOKS_LIKE_XML = /^[\s\x00-\x1f]*<(?!!DOCTYPE\s+html|html[\s>])/i;

/**
 * The format of a document: the one the feed names, else the only one that recognises it.
 * @throws {BadInput} `format.unknown`, `format.ambiguous`, `format.not-registered`, `input.too-short`, or the `xml.*` or `json.*` fault
 *   of XML and JSON that nobody claims
 */
export function formatOf(document: SourceDocument, name?: string): Format {
  if (name !== undefined) {
    const named = formats.find((format) => format.name === name);
    if (named !== undefined) return named;
    throw new BadInput('format.not-registered', {
      message: `No format is called ${name}`,
      hint: `Formats: ${formats.map((format) => format.name).join(', ')}`,
    });
  }
  const claimants = formats.filter((format) => format.recognises(document));
  if (claimants.length === 1 && claimants[0] !== undefined) return claimants[0];
  if (claimants.length > 1) {
    throw new BadInput('format.ambiguous', {
      message: `Several formats claim the document: ${claimants.map((format) => format.name).join(', ')}`,
      hint: 'Name one with `format:` beside the feed, and report the document: this is a bug in the recognisers',
    });
  }
  // Broken XML or JSON that nobody claims is told as what it is.
  if (LOOKS_LIKE_XML.test(document.text)) refuseBrokenXml(document);
  if (looksLikeJson(document.text) || SAYS_JSON.test(document.headers?.['content-type'] ?? document.mediaType ?? ''))
    tellJsonFault(document);
  if (document.text.trim().length < SHORTEST && !isJson(document.text))
    throw new BadInput('input.too-short', {
      message: `The document holds ${document.text.trim().length} characters, which is no story in any format`,
      hint: 'A cut transfer looks like this; fetch it again or ask the provider',
    });
  throw new BadInput('format.unknown', {
    message: `No format recognises the document (it begins ${JSON.stringify(document.text.trimStart().slice(0, 40))})`,
    hint: 'See docs/formats.md for what is read; `wirecopy inspect FILE` shows what was found',
  });
}

/** Mending is for the known faults of agencies: JSON that is no agency's is told as what it is. @throws {BadInput} `json.*` */
function tellJsonFault(document: SourceDocument): void {
  const { fault } = readJson(document);
  if (fault !== undefined) throw fault;
}

/** XML without a declared encoding is UTF-8 (XML 1.0, 4.3.3): where it had to be read as something else, it is broken too. */
function refuseBrokenXml(document: SourceDocument): void {
  readXml(document.text);
  if (document.encodingBasis !== 'fallback') return;
  throw new BadInput('xml.not-well-formed', {
    message: 'The XML is not well-formed: it names no encoding, and its bytes are not UTF-8',
    hint: 'Ask the provider for a well-formed file',
  });
}
