import { isTag, isText, type ChildNode, type Document } from 'domhandler';
import type { Repair } from '../article/provenance.ts';
import { BadInput } from '../faults.ts';
import { decodeReferences } from './character-references.ts';
import { readXml } from './xml.ts';

/** Stands for a mended `&` while the tree is built: as long as what it replaces, so that places in the text stay true. */
const STAND_IN = '\ue000';
/** An ampersand that begins no reference which XML itself knows. */
const UNKNOWN = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,9}|#x[\da-f]{1,8});)/gi;

/** A tree, and what had to be mended for it. */
export interface MendedXml {
  readonly document: Document;
  readonly repairs: readonly Repair[];
}

/**
 * Reads XML as `readXml` does, but takes two common faults: a bare `&` (in signed addresses) and HTML's character entities, which
 * the DTD of older news formats declares. All else must be well-formed.
 * @throws {BadInput} the `xml.*` fault of the document as it came
 */
export function readMendedXml(text: string): MendedXml {
  try {
    return { document: readXml(text), repairs: [] };
  } catch (thrown) {
    if (!(thrown instanceof BadInput) || thrown.code !== 'xml.not-well-formed' || text.includes(STAND_IN)) throw thrown;
    const masked = text.replace(UNKNOWN, STAND_IN);
    if (masked === text) throw thrown;
    const document = mendedTree(masked, thrown);
    return { document, repairs: restore(document) };
  }
}

function mendedTree(masked: string, original: BadInput): Document {
  try {
    return readXml(masked);
  } catch (thrown) {
    throw thrown instanceof BadInput && thrown.code !== 'xml.not-well-formed' ? thrown : original;
  }
}

/** Puts the ampersands back, and decodes the entities among them; one repair a kind, with how often. */
function restore(document: Document): Repair[] {
  const counts = new Map<string, number>();
  const mend = (value: string): string =>
    value.replace(/\ue000(?:[a-z][a-z\d]{1,31};)?/gi, (masked) => {
      const source = `&${masked.slice(1)}`;
      const decoded = source === '&' ? source : decodeReferences(source);
      const { code } = kindOf(source, decoded);
      counts.set(code, (counts.get(code) ?? 0) + 1);
      return decoded;
    });
  const open: ChildNode[] = [...document.children];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isText(node)) node.data = mend(node.data);
    else if (isTag(node)) {
      for (const [name, value] of Object.entries(node.attribs)) node.attribs[name] = mend(value);
      for (const child of node.children) open.push(child);
    }
  }
  return [...counts].map(([code, count]) => ({ code, detail: `${count} times` }));
}

function kindOf(source: string, decoded: string): Pick<Repair, 'code'> {
  if (source === '&') return { code: 'xml.bare-ampersand' };
  return { code: decoded === source ? 'xml.undefined-entity' : 'xml.html-entity' };
}
