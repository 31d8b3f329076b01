import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { ParsedBlock, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import type { Repair } from '../../article/provenance.ts';
import { BadInput } from '../../faults.ts';
import type { Format, SourceDocument } from '../format.ts';
import { elementsIn } from '../html/element-line.ts';
import { pageTree } from '../html/page-tree.ts';
import { readJsonLd, type LdArticle } from '../html/json-ld.ts';
import { relatedOf } from '../html/left-out.ts';
import type { PageScript } from '../html/script-values.ts';
import { unreadableReferences } from '../html/unreadable-references.ts';
import { readMeta, type PageMeta } from '../html/meta.ts';
import { printedHeadings } from '../html/printed-headings.ts';
import { pageStory } from '../html/page-story.ts';
import { bylinesOf, statedAuthors } from '../html/authors.ts';
import { fieldsOf, sitesOf } from '../html/fields.ts';
import { textOf } from '../inline-markup.ts';
import { feedRoot, rootElement } from '../root-element.ts';
import { publicUrl } from '../web-address.ts';

/** Elements that begin a page or a fragment of one. Only `html` does where an XML prolog says that it is XML. */
const PAGE_ROOTS = new Set(
  'html head body title meta div p article section main header nav h1 h2 h3 span table script style link ul ol br img figure form center font noscript base'.split(
    ' ',
  ),
);

/**
 * An article page: every passage is weighed by what its text, its markup, its place and the page's own data say about it; schema.org
 * JSON-LD, OpenGraph and other meta elements give the fields.
 */
export const html: Format = {
  name: 'html',
  version: '2',
  source: 'HTML Living Standard (2026-11), schema.org 29 NewsArticle, ogp.me article (2026-11)',
  reads:
    'Article pages of any publisher: each passage is weighed by its text, markup and place and by the page’s own data; JSON-LD NewsArticle, OpenGraph and meta give the fields. Where the page prints little, the story is taken from its data or from the state of its application.',
  gaps: ['stories that a script fetches after the page has come', 'entries of a live blog are blocks of one article'],
  recognises(document) {
    const root = rootElement(document.text);
    if (root === undefined || /^(?:[{[]|BEGIN:V)/.test(root.lead) || feedRoot(document.text) !== undefined) return false;
    if (root.doctype !== undefined && /^\s*html\b/.test(root.doctype)) return true;
    return root.hasProlog ? root.name === 'html' : PAGE_ROOTS.has(root.name);
  },
  /** @throws {BadInput} `html.too-deep`, `html.too-many-attributes`, `html.too-many-elements`, `html.too-many-texts`, `html.no-article` */
  parse(document) {
    const { item, repairs } = readPage(document);
    if (item.headline === undefined && item.body.length === 0) {
      throw new BadInput('html.no-article', {
        message: 'The page has neither a headline nor text',
        hint: 'It may need JavaScript or a log-in: look at it in a browser',
      });
    }
    return { items: [item], repairs: [...repairs, ...unreadableReferences(document.text)] };
  },
};

function readPage(document: SourceDocument): { item: ParsedItem; repairs: readonly Repair[] } {
  const page = pageTree(document.text);
  const told = elementsIn(page, ({ name, attribs }) => TELLING.has(name) || attribs['itemprop'] !== undefined);
  const named = (name: string): Element[] => told.filter((element) => element.name === name);
  const jsonLd = readJsonLd(named('script').filter(isJsonLd).map(scriptText));
  const meta = readMeta(told.filter(({ name }) => name !== 'script'));
  const base = baseOf(meta, document.url);
  const times = named('time').filter(({ attribs }) => attribs['datetime'] !== undefined);
  const printed = printedHeadings(told);
  const facts = { article: jsonLd.article, meta, base, url: document.url, language: named('html')[0]?.attribs['lang'], printed, times };
  const fields = fieldsOf(facts);
  const authors = statedAuthors({
    article: jsonLd.article,
    meta,
    items: told.filter(({ attribs }) => attribs['itemprop'] !== undefined),
    sites: sitesOf(facts),
  });
  const hints = {
    headline: fields.headline?.text,
    description: fields.abstract?.text,
    authors: authors.bylines.map(({ text }) => text),
    articleBody: jsonLd.article?.body,
    heading: headingOf(printed.headings, fields.headline?.text),
    scripts:
      jsonLd.article?.isFree === false
        ? []
        : named('script')
            .filter((script) => !isJsonLd(script))
            .map(pageScript),
  };
  const story = pageStory(page, hints, base);
  const bylines = bylinesOf(authors, story.shown);
  const related = relatedOf(story.leftOut);
  const media = distinctPictures([...story.pictures, ...(fields.media ?? [])]);
  return {
    item: {
      index: 0,
      ...fields,
      ...(bylines.length > 0 ? { bylines } : {}),
      ...(media.length > 0 ? { media } : {}),
      ...(related.length > 0 ? { related } : {}),
      ...(isCut(jsonLd.article, story.body) ? { truncated: true } : {}),
      body: story.body,
      leftOut: story.leftOut,
      weighed: { way: story.way, texts: story.texts },
    },
    repairs: jsonLd.repairs,
  };
}

/** The data say that the text is for subscribers, and state more of it than the page shows, or the page shows next to nothing. */
function isCut(article: LdArticle | undefined, body: readonly ParsedBlock[]): boolean {
  if (article?.isFree !== false) return false;
  const shown = body.reduce(
    (sum, { text, items }) => sum + (text?.length ?? 0) + (items ?? []).reduce((all, item) => all + item.text.length, 0),
    0,
  );
  return shown < Math.max(TEASER, 0.7 * (article.body?.length ?? 0));
}

/** The data give pictures of the story again, often in another size: then only the caption tells. */
function distinctPictures(media: readonly ParsedMedia[]): ParsedMedia[] {
  const [keys, captions] = [new Set<string>(), new Set<string>()];
  return media.filter(({ key, caption }) => {
    const isNew = !keys.has(key) && !(caption !== undefined && captions.has(caption.text));
    keys.add(key);
    if (caption !== undefined) captions.add(caption.text);
    return isNew;
  });
}

/** The heading that prints the headline, also behind a kicker: a page has others, for its name and its log-in. */
function headingOf(headings: readonly Element[], headline: string | undefined): Element | undefined {
  const texts = headings.map((heading) => foldSpace(textOf(heading)));
  const places = [texts.indexOf(headline ?? ''), texts.findIndex((text) => headline !== undefined && text.endsWith(headline))];
  return headings[places.find((place) => place !== -1) ?? texts.findIndex((text) => text !== '')];
}

/** A story of fewer characters that is for subscribers is only its beginning. */
const TEASER = 1_500;

/** Elements that say something about the page as a whole. */
const TELLING = new Set(['script', 'meta', 'link', 'title', 'base', 'time', 'h1', 'h2', 'html']);

function isJsonLd({ attribs }: Element): boolean {
  return attribs['type']?.trim().toLowerCase() === 'application/ld+json';
}

function pageScript(script: Element): PageScript {
  return { text: scriptText(script), isJson: /\bjson\b/i.test(script.attribs['type'] ?? '') };
}

function scriptText(element: Element): string {
  return element.children.map((node) => ('data' in node ? node.data : '')).join('');
}

/** Where relative addresses start: what the page says, else where it came from, else where it says it belongs. */
function baseOf(meta: PageMeta, url: string | undefined): string | undefined {
  const stated = [meta.base, url, meta.canonical, meta.one('og:url')?.text];
  return stated.map((address) => publicUrl(address, url)).find((address) => address !== undefined);
}
