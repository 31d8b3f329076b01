import type { Found } from '../../article/parsed-item.ts';

const CAPTION = /\[caption(?:\s[^\]]{0,500})?\]([\s\S]{0,5000}?)\[\/caption\]/gi;
const IMAGE = /^\s*((?:<a\s[^>]{0,2000}>\s*)?<img\s[^>]{0,3000}>(?:\s*<\/a>)?)/i;
const EMBED = /\[embed(?:\s[^\]]{0,500})?\]\s*(https?:\/\/[^\s[\]<]{1,1000})\s*\[\/embed\]/gi;
/** Anything in brackets that begins with a word. */
const BRACKETS = /\[\/?[a-z][\w-]{0,60}(?:\s[^[\]]{0,500})?\]/gi;
const PARTNERED = /\[([a-z][\w-]{0,60})\](?=[\s\S]{0,2000}?\[\/\1\])/gi;
const TAG_OR_LINE_END = /<[^<>]{0,5000}>|\n/g;
const PARAGRAPHS = /<p[\s>]|<pre[\s>]/i;
const BLOCKS = /<!--\s*wp:/;

/** The HTML of a post as a reader sees it, and the shortcodes that were taken out of it. */
export interface PostText {
  readonly html: string;
  readonly taken: readonly Found[];
}

/**
 * What WordPress does to `post_content` before it is shown: captions become figures, blank lines part paragraphs (not in posts made of
 * blocks), other shortcodes, which need the site's plug-ins, go and leave their inner text.
 */
export function postText(source: string, path: string): PostText {
  const taken: Found[] = [];
  const take = (code: string): string => {
    taken.push({ text: code.trim(), path: `${path}/shortcode` });
    return '';
  };
  const shown = source.replace(CAPTION, (_, inner: string) => figure(inner)).replace(EMBED, '\n\n<a href="$1">$1</a>\n\n');
  const plain = shown
    .replace(PARTNERED, take)
    .replace(BRACKETS, (code, at: number, whole: string) => (isShortcode(code, at, whole) ? take(code) : code));
  return { html: BLOCKS.test(source) ? plain : withBreaks(plain), taken };
}

/** With attributes, or closing, it is a shortcode; a bare word in brackets only alone on its line, for `[sic]` is prose. */
function isShortcode(code: string, at: number, whole: string): boolean {
  if (code.startsWith('[/') || /\w=\S/.test(code)) return true;
  const before = whole.slice(Math.max(0, at - 80), at);
  const after = whole.slice(at + code.length, at + code.length + 80);
  return !/\s/.test(code) && /(?:^|\n)[ \t]*$/.test(before) && /^[ \t\r]*(?:\n|$)/.test(after);
}

/** Blank lines part paragraphs; in a post without any paragraph of its own each line is one. */
function withBreaks(html: string): string {
  if (PARAGRAPHS.test(html)) return html.replace(/\n[ \t\r]{0,20}\n/g, '\n<br><br>\n');
  return html.replace(TAG_OR_LINE_END, (found) => (found === '\n' ? '\n<br><br>' : found));
}

/** `[caption]<img/> words[/caption]`. */
function figure(inner: string): string {
  const image = IMAGE.exec(inner)?.[1] ?? '';
  const words = inner.slice((IMAGE.exec(inner)?.[0] ?? '').length).trim();
  return image === '' ? `<p>${words}</p>` : `<figure>${image}<figcaption>${words}</figcaption></figure>`;
}
