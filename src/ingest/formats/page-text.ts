import type { Found } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { isRelease } from '../asianet/release.ts';
import { isCalendar } from '../icalendar/is-calendar.ts';
import { isMail } from '../is-mail.ts';
import type { Format, SourceDocument } from '../format.ts';

/** Documents of the machine formats begin with one of these; plain page text does not. */
const MACHINE_START = /^\s*(?:[<{[\x00-\x08]|ZCZC\b|zczc\b|VZCZC|BEGIN:V)/;
const CONTROL = /[\x01\x02\x03\x16]/;
const MARKUP = /<\/?[a-z][a-z0-9:-]*(?:\s[^<>]{0,500})?>/i;
const LETTERS = /\p{L}{2}/u;

/**
 * The text of a web page as a reader would copy it: lines, without any markup. It has no standard; the layout step finds
 * headline, byline, body and teasers by their shape.
 */
export const pageText: Format = {
  name: 'page-text',
  version: '1',
  source: 'own description: docs/formats.md#page-text (2026-11-24)',
  reads:
    'The text of a page as a reader would copy it, without any markup: lines. The layout step finds headline, byline, moment, story, chrome and teasers by the shape of the lines, and the ledger accounts for every character.',
  gaps: ['a page without blank lines between head and story needs a labelled time or byline to be cut right'],
  recognises(document) {
    const head = document.text.slice(0, 20_000);
    if (MACHINE_START.test(head) || isMail(head) || isCalendar(head) || isRelease(head) || CONTROL.test(head) || MARKUP.test(head))
      return false;
    return linesOf(document.text.slice(0, 20_000)).filter((line) => LETTERS.test(line.text)).length >= 3;
  },
  parse(document) {
    const lines = linesOf(document.text);
    if (!lines.some((line) => LETTERS.test(line.text))) {
      throw new BadInput('page-text.no-text', {
        message: 'The page has no line of text',
        hint: 'Check that the extraction kept the story',
      });
    }
    return { items: [{ index: 0, ...permalinkOf(document), lines, body: [] }] };
  },
};

function permalinkOf(document: SourceDocument): { permalink?: Found } {
  return document.url === undefined ? {} : { permalink: { text: document.url, path: 'url' } };
}

/** Every line, blank ones too, without its outer white space; spans count in the document's text. */
function linesOf(text: string): Found[] {
  const lines: Found[] = [];
  let start = 0;
  for (let number = 1; start <= text.length; number += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const line = text.slice(start, end);
    const trimmed = line.trim();
    const from = start + (line.length - line.trimStart().length);
    lines.push({ text: trimmed, path: `line:${number}`, span: [from, from + trimmed.length] });
    if (newline === -1) break;
    start = newline + 1;
  }
  return lines;
}
