import type { Element } from 'domhandler';
import { load } from 'cheerio/slim';
import type { ParsedItem } from '../../article/parsed-item.ts';
import type { Repair } from '../../article/provenance.ts';
import { BadInput } from '../../faults.ts';
import type { Format, SourceDocument } from '../format.ts';
import { checkHtmlShape } from '../html/shape.ts';
import { readJsonLd } from '../html/json-ld.ts';
import { readMeta, type PageMeta } from '../html/meta.ts';
import { storyBody } from '../html/story-body.ts';
import { fieldsOf } from '../html/fields.ts';
import { textOf } from '../markup.ts';
import { feedRoot, rootElement } from '../root-element.ts';
import { publicUrl } from '../web-address.ts';

/** Elements that begin a page or a fragment of one. Only `html` does where an XML prolog says that it is XML. */
const PAGE_ROOTS = new Set(
  'html head body title meta div p article section main header nav h1 h2 h3 span table script style link ul ol br img figure form center font noscript base'.split(
    ' ',
  ),
);

/**
 * An article page, read plainly: schema.org JSON-LD, OpenGraph and other meta elements, and the `article` or `main` element, else the
 * element with the most paragraph text.
 */
export const html: Format = {
  name: 'html',
  version: '1',
  source: 'HTML Living Standard (2026-11), schema.org 29 NewsArticle, ogp.me article (2026-11)',
  reads: 'A plain reading of article pages: JSON-LD NewsArticle, OpenGraph and meta, the article element.',
  gaps: ['pages without any of these are read by the parent with the most paragraph text', 'galleries and live blogs are not recognised'],
  recognises(document) {
    const root = rootElement(document.text);
    if (root === undefined || /^(?:[{[]|BEGIN:V)/.test(root.lead) || feedRoot(document.text) !== undefined) return false;
    if (root.doctype !== undefined && /^\s*html\b/.test(root.doctype)) return true;
    return root.hasProlog ? root.name === 'html' : PAGE_ROOTS.has(root.name);
  },
  /** @throws {BadInput} `html.too-deep`, `html.too-many-attributes`, `html.no-article` */
  parse(document) {
    checkHtmlShape(document.text);
    const { item, repairs } = readPage(document);
    if (item.headline === undefined && item.body.length === 0) {
      throw new BadInput('html.no-article', {
        message: 'The page has neither a headline nor text',
        hint: 'It may need JavaScript or a log-in: look at it in a browser',
      });
    }
    return { items: [item], repairs };
  },
};

function readPage(document: SourceDocument): { item: ParsedItem; repairs: readonly Repair[] } {
  const $ = load(document.text, { xml: { xmlMode: false, decodeEntities: true, withStartIndices: true, withEndIndices: true } });
  const elements = (selector: string): Element[] => $<Element, string>(selector).toArray();
  const jsonLd = readJsonLd(elements('script[type="application/ld+json" i]').map((element) => $(element).text()));
  const meta = readMeta(elements('meta, link[rel], title, base'));
  const base = baseOf(meta, document.url);
  const times = elements('time[datetime]');
  const [heading] = elements('h1');
  const fields = fieldsOf({ article: jsonLd.article, meta, base, url: document.url, language: $('html').attr('lang'), heading, times });
  const story = storyBody($.root().get(0)?.children ?? [], {
    base,
    headline: fields.headline?.text,
    times: times.map((element) => textOf(element).trim()),
    articleBody: jsonLd.article?.body,
  });
  const media = [...story.pictures, ...(fields.media ?? [])];
  const distinct = media.filter((one, place) => media.findIndex(({ key }) => key === one.key) === place);
  return {
    item: { index: 0, ...fields, ...(distinct.length > 0 ? { media: distinct } : {}), body: story.body },
    repairs: jsonLd.repairs,
  };
}

/** Where relative addresses start: what the page says, else where it came from, else where it says it belongs. */
function baseOf(meta: PageMeta, url: string | undefined): string | undefined {
  const stated = [meta.base, url, meta.canonical, meta.one('og:url')?.text];
  return stated.map((address) => publicUrl(address, url)).find((address) => address !== undefined);
}
