import type { Element } from 'domhandler';
import type { ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { readMendedXml } from '../mended-xml.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { readNitf } from '../nitf/read-nitf.ts';
import { at, children, localName, pathOf } from '../tree.ts';

/** How far into a document the `nitf` element of a wrapper may begin. */
const HEAD = 8_000;
/** Prolog, DOCTYPE and comments. */
const BEFORE_ROOT = /^\s*(?:(?:<\?[^>]{0,500}\?>|<!--(?:(?!-->)[^]){0,4000}-->|<!DOCTYPE[^>[]{0,500}(?:\[\s*\])?\s*>)\s*)*/i;
/** An element that only holds `nitf` elements: at most three around it, none of another format. */
const WRAPPED =
  /^(?:<(?!(?:[\w.-]{1,40}:)?(?:NewsML|newsItem|newsMessage|packageItem|contentSet|itemSet|rss|rdf|feed|entry|html|body|news)[\s>/])[A-Za-z_][\w.:-]{0,60}(?:\s[^<>]{0,2000})?>\s*){0,3}<(?:[\w.-]{1,40}:)?nitf[\s>]/i;

/**
 * NITF 2.5 to 3.6, with or without namespace and DOCTYPE, bare or inside an envelope of the provider's own; several `nitf` elements
 * in a file give several items.
 */
export const nitf: Format = {
  name: 'nitf',
  version: '1',
  source: 'IPTC NITF 3.6 (2012-01) and NITF 3.2 DTD (2003-10-10); files of AAP, ANSA, AP, dpa, EFE, NTB and PA of 2013 to 2021',
  reads:
    'NITF 2.5 to 3.6 with or without namespace and DOCTYPE, also inside an envelope of the provider, as AP, dpa, NTB, PA, AAP, EFE and ANSA send it: docdata, revision history, headlines, bylines, notes, tables, media with their references, taglines. A bare ampersand and the character entities of HTML are mended. A `date.release` other than the moment of issue is an embargo.',
  gaps: ['`custom-table` and `media-object` data are not read', 'ruby text and pronunciation guides are dropped'],
  recognises(document) {
    const head = document.text.slice(0, HEAD);
    return WRAPPED.test(head.slice(BEFORE_ROOT.exec(head)?.[0].length ?? 0));
  },
  /** @throws {BadInput} `nitf.no-document`, and `xml.*` for what cannot be mended */
  parse(document) {
    const { document: tree, repairs } = readMendedXml(document.text);
    const found = children(tree).flatMap((root) => documentsIn(root, 4));
    if (found.every((element) => children(element).length === 0)) throw emptyDocument();
    const version = at(found[0], '@version')?.text.trim();
    return { ...(version === undefined || version === '' ? {} : { formatVersion: version }), items: eachItem(found, itemOf), repairs };
  },
};

function documentsIn(element: Element, depth: number): Element[] {
  if (localName(element) === 'nitf') return [element];
  return depth === 0 ? [] : children(element).flatMap((inner) => documentsIn(inner, depth - 1));
}

/**
 * A document without `management-status` is usable: the attribute came with NITF 3.1 (2002-07-04), is optional, and AAP, AP, ANSA, dpa and
 * NTB never send it; what is not for readers says so in its notes.
 */
function itemOf(element: Element, index: number): ParsedItem {
  if (children(element).length === 0) throw emptyDocument(pathOf(element));
  const read = readNitf(element);
  return { ...read, index, type: read.type ?? 'text', ...(read.pubStatus === undefined ? { impliedStatus: 'usable' as const } : {}) };
}

function emptyDocument(path = '/'): BadInput {
  return new BadInput('nitf.no-document', {
    message: 'There is no nitf element with a head or a body',
    hint: 'Ask the provider: an empty envelope is not a delivery',
    where: { path },
  });
}
