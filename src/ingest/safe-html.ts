import { Parser } from 'htmlparser2';
import { resolveUrl } from './web-address.ts';
import { escapeText } from './escape-text.ts';

/** Elements that only show text, pictures, sound, film and tables. Others lose their tags and keep their content. */
const ALLOWED = new Set(
  (
    'a abbr acronym address area article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt ' +
    'em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd label li main map mark nav ol p picture pre progress q rp rt ruby s samp section ' +
    'small source span strike strong sub summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr'
  ).split(' '),
);
/** Elements whose content is no text for readers either. */
const DROPPED = new Set(['script', 'style', 'applet', 'noframes', 'template', 'title', 'xml']);
const VOID = new Set(['area', 'br', 'col', 'hr', 'img', 'source', 'track', 'wbr']);
const ATTRIBUTES = new Set(
  (
    'abbr align alt axis border cellpadding cellspacing char charoff cite class clear cols colspan compact controls coords color datetime dir face ' +
    'frame headers height href hreflang hspace id ismap itemprop label lang loop longdesc loading media name nohref noshade nowrap open poster preload rel rev rows rowspan ' +
    'rules scope shape size sizes span src srcset start style summary tabindex target title type usemap valign value vspace width xml:lang'
  ).split(' '),
);
const ADDRESSES = new Set(['href', 'src', 'cite', 'longdesc', 'poster', 'usemap']);
/** Deeper elements lose their tags. */
const MAX_DEPTH = 200;
/** CSS that can load, run or hide its own meaning. */
const ACTIVE_CSS = /expression|javascript|binding|behaviou?r|@|url\s{0,20}\(|\\|\/\*|[<>]/i;

/**
 * HTML without anything that runs, loads code or frames: an allow-list of elements and attributes, addresses made absolute
 * against `base`, `javascript:` and the like removed. Streams, so that any depth costs the same.
 */
export function safeHtml(html: string, base: string | undefined): string {
  const out: string[] = [];
  /** Whether the tag was written, of each open element. */
  const written: boolean[] = [];
  let dropped = 0;
  let depth = 0;
  const parser = new Parser(
    {
      onopentag(name, attribs) {
        if (DROPPED.has(name)) dropped += 1;
        const shown = dropped === 0 && ALLOWED.has(name) && depth < MAX_DEPTH;
        if (shown) out.push(`<${name}${attributesOf(attribs, base)}>`);
        if (shown) depth += 1;
        written.push(shown);
      },
      ontext(text) {
        if (dropped === 0) out.push(escapeText(text));
      },
      onclosetag(name) {
        if (DROPPED.has(name)) dropped = Math.max(0, dropped - 1);
        if (written.pop() !== true) return;
        depth -= 1;
        if (!VOID.has(name)) out.push(`</${name}>`);
      },
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  );
  parser.end(html);
  return out.join('').trim();
}

function attributesOf(attribs: Readonly<Record<string, string>>, base: string | undefined): string {
  let text = '';
  for (const [name, value] of Object.entries(attribs)) {
    if (!ATTRIBUTES.has(name) && !/^(?:data|aria)-[a-z0-9-]{1,60}$/.test(name)) continue;
    const kept = ADDRESSES.has(name) ? resolveUrl(value, base) : name === 'style' && ACTIVE_CSS.test(value) ? undefined : value;
    if (kept !== undefined) text += ` ${name}="${escapeText(kept).replaceAll('"', '&quot;')}"`;
  }
  return text;
}
