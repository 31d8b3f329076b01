import { DomHandler, type ChildNode } from 'domhandler';
import { Parser } from 'htmlparser2';
import { BadInput } from '../../faults.ts';

const MAX_DEPTH = 512;
const MAX_ATTRIBUTES = 256;
/** Some forty times what the largest pages have; the tree of so many takes about 100 MB. */
const MAX_ELEMENTS = 200_000;
const HINT = 'No page needs this: look at the source';

/** Builds the tree, and stops where a page is shaped to cost time and stack without bound. */
class BoundedHandler extends DomHandler {
  private depth = 0;
  private elements = 0;

  public override onopentag(name: string, attribs: Record<string, string>): void {
    this.depth += 1;
    this.elements += 1;
    if (this.elements > MAX_ELEMENTS) throw refused('html.too-many-elements', `The page has more than ${MAX_ELEMENTS} elements`);
    if (this.depth > MAX_DEPTH) throw refused('html.too-deep', `Elements are nested more than ${MAX_DEPTH} deep`);
    let count = 0;
    for (const _ in attribs) count += 1;
    if (count > MAX_ATTRIBUTES) throw refused('html.too-many-attributes', `An element has more than ${MAX_ATTRIBUTES} attributes`);
    super.onopentag(name, attribs);
  }

  public override onclosetag(): void {
    this.depth -= 1;
    super.onclosetag();
  }
}

/**
 * A page as a tree with the places of the source.
 * @throws {BadInput} `html.too-deep` beyond 512 levels, `html.too-many-attributes` beyond 256 on one element, `html.too-many-elements`
 * beyond 200,000
 */
export function pageTree(text: string): ChildNode[] {
  const handler = new BoundedHandler(undefined, { withStartIndices: true, withEndIndices: true });
  new Parser(handler).end(text);
  return handler.root.children;
}

function refused(code: string, message: string): BadInput {
  return new BadInput(code, { message, hint: HINT });
}
