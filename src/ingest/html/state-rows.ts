import { escapeText } from '../../article/escape-text.ts';
import { isMarkup, plainText } from '../plain-text.ts';
import { bitsOf, rolesNamed } from './element-names.ts';
import { lengthOf } from './folded-words.ts';

/** What is read of the state of an application, as markup: paragraphs, headings, quotes and lists of a story in printed order. */
interface Row {
  readonly html: string;
  readonly isProse: boolean;
}

type Json = Readonly<Record<string, unknown>>;

const SHORTEST_PROSE = 60;
const ROW_DEPTH = 8;
const MOST_ROWS = 2_000;
const BLOCK_TAG = /<(?:p|div|h[1-6]|ul|ol|blockquote|figure|table|section|article)[\s>/]/i;
const SENTENCE = /[.!?…。！？।؟]/u;
const PROGRAM = /[{}]|function\s?\(|https?:\/\/\S{200}/;
const LETTERS = /[\p{L}\p{M}\p{N}\s]/gu;
/** Of prose nearly all is letters and blanks. */
const LETTER_SHARE = 0.85;

/** Keys under which the rows of a story hold their words or their parts, and those that say what a row is. */
const TEXTS = ['html', 'value', 'text', 'content', 'body', 'copy', 'data', 'paragraph', 'children', 'components', 'elements', 'blocks', 'nodes', 'items', 'model']; // prettier-ignore
const KINDS = ['type', 'kind', 'nodeType', '_type', '__typename', 'component', 'name', 'tag', 'tagName', 'style', 'variant'];
const LONGEST_KIND = 60;
const SUBHEAD = /head(?:ing|er|line)?(?![a-z])|title|intertitle|zwischen|\bh[1-6]\b/i;
const QUOTE = /quote|zitat/i;
const LIST = /list(?![a-z])|\b[uo]l\b/i;
/** Rows whose parts stand in one line. */
const LINE = /paragraph|\bp\b|item|\bli\b/i;
const ADDRESSES = ['url', 'href', 'link', 'slug', 'path', 'permalink'];
/** Names of what is no part of a story's text. */
export const NOT_STORY = bitsOf('navigation', 'footer', 'share', 'related', 'newsletter', 'advert', 'comments', 'author', 'caption', 'media', 'sidebar', 'paywall', 'consent', 'form', 'embed', 'legal'); // prettier-ignore

/** What a reader sees of a text that may be markup. */
export function seenText(text: string): string {
  return isMarkup(text) ? plainText({ text, type: 'html' }) : text.trim();
}

/** The characters of a text that is prose, those of dense scripts counted threefold; 0 for any other. */
export function proseIn(text: string): number {
  if (text.length < SHORTEST_PROSE || !SENTENCE.test(text)) return 0;
  const words = seenText(text);
  if (words.length < SHORTEST_PROSE || PROGRAM.test(words)) return 0;
  return (words.match(LETTERS)?.length ?? 0) < LETTER_SHARE * words.length ? 0 : lengthOf(words);
}

/** A text as markup: its own, else a paragraph for each of its lines. */
export function markupOf(text: string): string {
  if (BLOCK_TAG.test(text)) return text;
  return text.split(/\n+|(?:<br\s?\/?>\s?){2,9}/i).map((line) => `<p>${inlineMarkup(line)}</p>`).join('\n'); // prettier-ignore
}

/** The rows of a list that are parts of a story, as markup; nothing where the list holds no prose, or more rows than any story. */
export function markupOfRows(list: readonly unknown[]): string {
  if (list.length > MOST_ROWS) return '';
  const rows = list.flatMap((row) => rowsOf(row, '', 0));
  return rows.some(({ isProse }) => isProse) ? rows.map(({ html }) => html).join('\n') : '';
}

function rowsOf(row: unknown, around: string, depth: number): Row[] {
  if (typeof row === 'string') return row.trim() === '' ? [] : [textRow(row, around)];
  if (!isObject(row) || isTeaser(row) || depth > ROW_DEPTH) return [];
  const kinds = KINDS.flatMap((key) => (typeof row[key] === 'string' && row[key].length < LONGEST_KIND ? [row[key]] : []));
  const kind = kinds.join(' ');
  if ((rolesNamed(kind) & NOT_STORY) !== 0) return [];
  for (const key of TEXTS) {
    const text = row[key];
    if (typeof text === 'string' && text.trim() !== '') return [textRow(text, LINE.test(around) ? around : kind)];
    const parts = Array.isArray(text) ? (text as unknown[]) : isObject(text) ? [text] : [];
    const inner = parts.flatMap((part) => rowsOf(part, kind, depth + 1));
    if (inner.length > 0) return partsOf(inner, kind);
  }
  return [];
}

/** The parts of a paragraph or heading stand in one line, those of a list in one list; else each is a row of its own. */
function partsOf(inner: readonly Row[], kind: string): Row[] {
  const isProse = inner.some((row) => row.isProse);
  if (LIST.test(kind) && !LINE.test(kind)) return [{ html: `<ul>${inner.map((row) => `<li>${inLine(row)}</li>`).join('')}</ul>`, isProse }];
  if (!LINE.test(kind) && !SUBHEAD.test(kind)) return [...inner];
  const line = inner.map(inLine).join('');
  return [{ html: wrapped(line, kind), isProse: isProse || proseIn(line) > 0 }];
}

function inLine({ html }: Row): string {
  return html.replace(/^<(?:p|h2)>|<\/(?:p|h2)>$/g, '');
}

function textRow(text: string, kind: string): Row {
  const isLong = proseIn(text) > 0;
  if (isLong && !QUOTE.test(kind)) return { html: markupOf(text), isProse: true };
  return { html: BLOCK_TAG.test(text) ? text : wrapped(inlineMarkup(text), kind), isProse: isLong };
}

function wrapped(line: string, kind: string): string {
  if (QUOTE.test(kind)) return `<blockquote><p>${line}</p></blockquote>`;
  return SUBHEAD.test(kind) ? `<h2>${line}</h2>` : `<p>${line}</p>`;
}

function inlineMarkup(text: string): string {
  return isMarkup(text) ? text : escapeText(text);
}

/** Another story: it has a title and an address of its own. */
function isTeaser(row: Json): boolean {
  return ADDRESSES.some((key) => typeof row[key] === 'string') && (typeof row['title'] === 'string' || typeof row['headline'] === 'string');
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
