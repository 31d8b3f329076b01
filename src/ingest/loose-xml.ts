import type { Document, Element } from 'domhandler';
import type { Repair } from '../article/provenance.ts';
import { BadInput } from '../faults.ts';
import { LooseTree, type LooseRecord } from './loose/loose-tree.ts';
import { Oddities, type PlacedRepair } from './loose/oddities.ts';
import { Scanner } from './loose/scanner.ts';

/** A tree of whatever could be read. `startIndex`/`endIndex` of its nodes count in the text given. */
export interface LooseXml {
  readonly document: Document;
  /** What had to be mended, one per code, with how often and where first. */
  readonly repairs: readonly PlacedRepair[];
  /** Elements still open when the text ended: their content may be missing. */
  readonly unfinished: ReadonlySet<Element>;
}

/**
 * Reads XML that may not be well-formed, in one pass: bare `&` and `<`, HTML entities, unquoted attributes, unclosed elements, leading
 * junk, a missing end. Names come in lower case, with their vocabulary. Of what a DOCTYPE declares only entities for a few plain
 * characters are known; nothing is fetched. Records (elements named `vocabulary:name`) come one by one as soon as they are closed, and
 * are not in the tree.
 * Codes of repairs: `xml.truncated`, `xml.unclosed-element`, `xml.stray-end-tag`, `xml.bare-ampersand`, `xml.bare-less-than`,
 * `xml.undefined-entity`, `xml.character-reference`, `xml.control-character`, `xml.unquoted-attribute`, `xml.entity-declaration`,
 * `xml.too-deep`, `xml.too-many-elements`, `xml.leading-text`.
 */
export class LooseReader {
  readonly #odd = new Oddities();
  readonly #tree: LooseTree;
  readonly #scanner: Scanner;

  constructor(text: string, records?: ReadonlySet<string>) {
    this.#tree = new LooseTree(this.#odd, records);
    this.#scanner = new Scanner(text, this.#tree, this.#odd);
  }

  /** The next record; undefined when the text is over. */
  next(): LooseRecord | undefined {
    if (this.#tree.ready === undefined) this.#scanner.advance();
    const { ready } = this.#tree;
    this.#tree.ready = undefined;
    return ready;
  }

  /** Ends the reading. */
  stop(): void {
    this.#tree.stopped = true;
  }

  /**
   * What was read besides the records, once they are all fetched.
   * @throws {BadInput} `xml.too-deep` where elements are nested more than 30,000 deep.
   */
  finish(): LooseXml {
    const { tooDeep, document, unfinished } = this.#tree;
    if (tooDeep) {
      throw new BadInput('xml.too-deep', {
        message: 'Elements are nested more than 30,000 deep',
        hint: 'No feed needs this: look at the source',
      });
    }
    return { document, repairs: this.#odd.repairs(), unfinished };
  }
}

/** Reads a whole document at once; its repairs come without their places. @throws {BadInput} `xml.too-deep` */
export function readLooseXml(text: string): Omit<LooseXml, 'repairs'> & { readonly repairs: readonly Repair[] } {
  const reader = new LooseReader(text);
  reader.next();
  const { repairs, ...read } = reader.finish();
  return { ...read, repairs: repairs.map(({ code, detail }) => (detail === undefined ? { code } : { code, detail })) };
}
