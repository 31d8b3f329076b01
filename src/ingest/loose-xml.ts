import type { Document, Element } from 'domhandler';
import type { Repair } from '../article/provenance.ts';
import { BadInput } from '../faults.ts';
import { LooseTree, type Records } from './loose/loose-tree.ts';
import { Oddities } from './loose/oddities.ts';
import { Scanner } from './loose/scanner.ts';

/** A tree of whatever could be read. `startIndex`/`endIndex` of its nodes count in the text given. */
export interface LooseXml {
  readonly document: Document;
  /** What had to be mended, one per code, with how often. */
  readonly repairs: readonly Repair[];
  /** Elements still open when the text ended: their content may be missing. */
  readonly unfinished: ReadonlySet<Element>;
}

/**
 * Reads XML that may not be well-formed, in one pass: bare `&` and `<`, HTML entities, unquoted attributes, unclosed elements, leading
 * junk, a missing end. Names come in lower case, with their vocabulary. Of what a DOCTYPE declares only entities for a few plain
 * characters are known; nothing is fetched. `records` are handed over one by one and are not in the tree.
 * Codes of repairs: `xml.truncated`, `xml.unclosed-element`, `xml.stray-end-tag`, `xml.bare-ampersand`, `xml.bare-less-than`,
 * `xml.undefined-entity`, `xml.character-reference`, `xml.control-character`, `xml.unquoted-attribute`, `xml.entity-declaration`,
 * `xml.too-deep`, `xml.too-many-elements`, `xml.leading-text`.
 * @throws {BadInput} `xml.too-deep` where elements are nested more than 30,000 deep.
 */
export function readLooseXml(text: string, records?: Records): LooseXml {
  const odd = new Oddities();
  const tree = new LooseTree(odd, records);
  new Scanner(text, tree, odd).run();
  if (tree.tooDeep) {
    throw new BadInput('xml.too-deep', {
      message: 'Elements are nested more than 30,000 deep',
      hint: 'No feed needs this: look at the source',
    });
  }
  return { document: tree.document, repairs: odd.repairs(), unfinished: tree.unfinished };
}
