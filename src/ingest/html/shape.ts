import { Parser } from 'htmlparser2';
import { BadInput } from '../../faults.ts';

const MAX_DEPTH = 512;
const MAX_ATTRIBUTES = 256;
const HINT = 'No page needs this: look at the source';

/**
 * Looks over HTML before a tree is built, because trees of hostile pages cost time and stack without bound.
 * @throws {BadInput} `html.too-deep` beyond 512 levels, `html.too-many-attributes` beyond 256 on one element
 */
export function checkHtmlShape(text: string): void {
  let depth = 0;
  let attributes = 0;
  let fault: BadInput | undefined;
  const refuse = (code: string, message: string): void => {
    fault ??= new BadInput(code, { message, hint: HINT });
    parser.pause();
  };
  const parser = new Parser({
    onopentagname() {
      attributes = 0;
      depth += 1;
      if (depth > MAX_DEPTH) refuse('html.too-deep', `Elements are nested more than ${MAX_DEPTH} deep`);
    },
    onattribute() {
      attributes += 1;
      if (attributes > MAX_ATTRIBUTES) refuse('html.too-many-attributes', `An element has more than ${MAX_ATTRIBUTES} attributes`);
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.end(text);
  if (fault !== undefined) throw fault;
}
