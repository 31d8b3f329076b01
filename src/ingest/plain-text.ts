import { Parser } from 'htmlparser2';
import { foldSpace } from '../article/fold-space.ts';

const UNSEEN = new Set(['script', 'style', 'template', 'noscript', 'head']);
const BREAKS = new Set([
  'br',
  'p',
  'div',
  'li',
  'tr',
  'td',
  'th',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'blockquote',
  'figure',
  'figcaption',
  'section',
  'article',
]);
const MAYBE_HTML = /<\/?[a-z][^<>]{0,2000}>|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});/i;

/** What a reader sees of a text construct, on one line. One that does not say its type is HTML where it has tags or references. */
export function plainText({ text, type }: { readonly text: string; readonly type?: 'text' | 'html' }): string {
  const seen = type === 'html' || (type === undefined && isMarkup(text)) ? visibleText(text) : text;
  return foldSpace(seen);
}

/** Whether a text that does not say so is HTML: it has tags or references. */
export function isMarkup(text: string): boolean {
  return MAYBE_HTML.test(text);
}

/** The visible text of HTML source. Linear, whatever the depth. */
export function visibleText(html: string): string {
  let text = '';
  let unseen = 0;
  const parser = new Parser({
    onopentag(name) {
      if (UNSEEN.has(name)) unseen += 1;
      if (BREAKS.has(name)) text += ' ';
    },
    ontext(part) {
      if (unseen === 0) text += part;
    },
    onclosetag(name) {
      if (UNSEEN.has(name)) unseen -= 1;
      if (BREAKS.has(name)) text += ' ';
    },
  });
  parser.end(html);
  return text;
}
