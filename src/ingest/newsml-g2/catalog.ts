import type { Element } from 'domhandler';
import { all } from '../tree.ts';

/**
 * Aliases of vocabularies that documents name by their URI. Source: IPTC catalog of NewsML-G2 standards, version 40, and the
 * NewsCodes site; read 2026-11-25. A `catalogRef` is never fetched: an alias is kept as it is written.
 */
const KNOWN: Readonly<Record<string, string>> = {
  'http://cv.iptc.org/newscodes/pubstatusg2': 'stat',
  'http://cv.iptc.org/newscodes/subjectcode': 'subj',
  'http://cv.iptc.org/newscodes/mediatopic': 'medtop',
  'http://cv.iptc.org/newscodes/ninature': 'ninat',
  'http://cv.iptc.org/newscodes/newsprovider': 'nprov',
  'http://cv.iptc.org/newscodes/genre': 'genre',
  'http://cv.iptc.org/newscodes/signal': 'sig',
  'http://cv.iptc.org/newscodes/cpnature': 'cpnat',
  'http://cv.iptc.org/newscodes/rendition': 'rnd',
  'http://cv.iptc.org/newscodes/itemrelation': 'irel',
  'http://cv.iptc.org/newscodes/descriptionrole': 'drol',
  'http://cv.iptc.org/newscodes/worldregion': 'wldreg',
  'http://cvx.iptc.org/iso3166-1a2': 'iso3166-1a2',
  'http://cvx.iptc.org/iso3166-1a3': 'iso3166-1a3',
};

/** Aliases by the URI of their vocabulary, without its last slash. */
export type Catalog = ReadonlyMap<string, string>;

/** The vocabularies that the document itself describes (`catalog/scheme`), over the well-known ones. */
export function catalogOf(root: Element): Catalog {
  const own = all(root, '//catalog/scheme').flatMap(({ element }): [string, string][] => {
    const { alias, uri } = element.attribs;
    return alias === undefined || uri === undefined ? [] : [[bare(uri), alias]];
  });
  return new Map([...Object.entries(KNOWN), ...own]);
}

/** A code and the alias of its vocabulary; a URI of an unknown vocabulary is a code as a whole. */
export function splitUri(uri: string, catalog: Catalog): { scheme?: string; code: string } {
  const mark = Math.max(uri.lastIndexOf('/'), uri.lastIndexOf('#'));
  const scheme = mark < 0 ? undefined : catalog.get(bare(uri.slice(0, mark + 1)));
  return scheme === undefined ? { code: uri } : { scheme, code: uri.slice(mark + 1) };
}

function bare(uri: string): string {
  return uri
    .trim()
    .replace(/^https:/, 'http:')
    .replace(/[/#]$/, '');
}
