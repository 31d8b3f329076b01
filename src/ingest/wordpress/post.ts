import type { Element } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import type { ArticleType } from '../../article/article.ts';
import type { Found, ParsedConcept, ParsedItem, ParsedMedia, TimeField } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { bodyWithPictures } from '../body-pictures.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { xmlLeaves } from '../leaves.ts';
import { blocksOf } from '../markup.ts';
import { plainText } from '../plain-text.ts';
import { safeHtml } from '../safe-html.ts';
import { all, at, children, filled } from '../tree.ts';
import { publicUrl } from '../web-address.ts';
import { postText } from './post-text.ts';

/** What a post refers to elsewhere in the export. */
export interface Site {
  readonly title: Found | undefined;
  readonly language: Found | undefined;
  /** Display names by login. */
  readonly authors: ReadonlyMap<string, string>;
  readonly postsById: ReadonlyMap<string, Element>;
}

/** Post types that make up a site and tell no story. */
const MACHINERY =
  /^(?:nav_menu_item|revision|custom_css|customize_changeset|oembed_cache|user_request|wp_\w+|acf-\w+|feedback|wpcf7_contact_form|elementor_library)$/;
const NEVER = /^0000-00-00|-0001/;
const MEDIA_TYPES: readonly (readonly [RegExp, 'picture' | 'video' | 'audio'])[] = [
  [/\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|heic)(?:\?|$)/i, 'picture'],
  [/\.(?:mp4|m4v|mov|webm|avi|wmv|ogv|mpe?g)(?:\?|$)/i, 'video'],
  [/\.(?:mp3|m4a|ogg|oga|wav|flac|aac)(?:\?|$)/i, 'audio'],
];

/**
 * One post, page or attachment. A draft, a private or a binned post, one behind a password and one whose day is to come are not for readers.
 * @throws {BadInput} `wxr.empty-item`
 */
export function readPost(item: Element, index: number, site: Site): ParsedItem {
  const value = (name: string): Found | undefined => filled(at(item, name));
  const kind = value('post_type')?.text ?? 'post';
  const content = all(item, 'encoded').find(({ element }) => element.name === 'content:encoded');
  const excerpt = all(item, 'encoded').find(({ element }) => element.name === 'excerpt:encoded');
  const [title, url] = [value('title'), value('attachment_url')];
  if (title === undefined && url === undefined && filled(content) === undefined)
    throw new BadInput('wxr.empty-item', {
      message: 'The post has no title and no text',
      hint: 'The bytes are kept',
      where: { item: index },
    });
  const base = publicUrl(value('link')?.text);
  const text = postText(content?.text ?? '', content?.path ?? '');
  const { body, pictures } = bodyWithPictures(blocksOf(parseDocument(safeHtml(text.html, base)).children, content?.path ?? ''), (address) =>
    publicUrl(address, base),
  );
  const attached = url === undefined ? undefined : mediaOf(item, url);
  const featured = featuredOf(item, site);
  const media = [attached, featured, ...pictures].filter((one) => one !== undefined);
  const fields = defined({
    provider: site.title,
    guid: value('guid'),
    storyKey: value('guid'),
    altIds: orNothing([value('post_id')].flatMap((found) => (found === undefined ? [] : [{ role: 'post_id', value: found.text }]))),
    permalink: base === undefined ? undefined : value('link'),
    links: base === undefined ? undefined : [{ rel: 'alternate', url: base }],
    language: site.language,
    headline: title === undefined ? undefined : { ...title, text: plainText(title) },
    abstract: attached === undefined ? abstractOf(excerpt, value('description')) : undefined,
    bylines: orNothing(authorOf(value('creator'), site)),
    times: timesOf(item),
    pubStatus: statusOf(item, kind, site),
    hint: MACHINERY.test(kind) ? ('advisory' as const) : undefined,
    subjects: orNothing(termsOf(item, (domain) => domain !== 'post_tag')),
    keywords: orNothing(termsOf(item, (domain) => domain === 'post_tag').flatMap(({ name }) => name ?? [])),
    media: orNothing(media.filter((one, place) => media.findIndex(({ key }) => key === one.key) === place)),
    rest: orNothing([...xmlLeaves(item, unkept(item, content?.element)), ...text.taken]),
  });
  return { index, type: typeOf(kind, attached, body.length === 0), body, ...fields };
}

/** The text is the body; a password is kept nowhere. */
function unkept(item: Element, content: Element | undefined): ReadonlySet<Element> {
  return new Set([...children(item, 'post_password'), ...(content === undefined ? [] : [content])]);
}

function typeOf(kind: string, attached: ParsedMedia | undefined, isBare: boolean): ArticleType {
  if (MACHINERY.test(kind)) return 'data';
  if (attached === undefined || (kind !== 'attachment' && !isBare)) return 'text';
  return attached.type === 'document' ? 'data' : attached.type;
}

/** An attachment inherits: from the post it belongs to, and shows itself where it belongs to none. A password shuts any post. */
function statusOf(item: Element, kind: string, site: Site): Found | undefined {
  const own = filled(at(item, 'status'));
  const password = filled(at(item, 'post_password'));
  if (password !== undefined) return { text: 'private', path: password.path };
  if (own?.text !== 'inherit' || kind !== 'attachment') return own;
  const parent = filled(at(item, 'post_parent'))?.text ?? '0';
  if (parent === '0') return { ...own, text: 'publish' };
  const above = site.postsById.get(parent);
  return above === undefined || above === item || at(above, 'post_type')?.text.trim() === 'attachment'
    ? own
    : statusOf(above, 'post', site);
}

function authorOf(login: Found | undefined, { authors }: Site): Found[] {
  return login === undefined ? [] : [{ ...login, text: authors.get(login.text) ?? login.text }];
}

/** The element names end in `_gmt`: that is their zone. A scheduled post is sealed until its day. */
function timesOf(item: Element): Partial<Record<TimeField, Found>> | undefined {
  const moment = (name: string): Found | undefined => {
    const found = filled(at(item, name));
    return found === undefined || NEVER.test(found.text) ? undefined : { ...found, text: `${found.text} GMT` };
  };
  const printed = filled(at(item, 'pubdate'));
  const published = moment('post_date_gmt') ?? (printed === undefined || NEVER.test(printed.text) ? undefined : printed);
  const times = defined({
    published,
    updated: moment('post_modified_gmt'),
    embargo: at(item, 'status')?.text.trim() === 'future' ? published : undefined,
  });
  return Object.keys(times).length === 0 ? undefined : times;
}

function abstractOf(excerpt: Found | undefined, description: Found | undefined): Found | undefined {
  const found = filled(excerpt) ?? description;
  return found === undefined ? undefined : { ...found, text: plainText({ text: found.text, type: 'html' }) };
}

function termsOf(item: Element, wanted: (domain: string) => boolean): ParsedConcept[] {
  return all(item, 'category').flatMap(({ element, text }) => {
    const { domain: scheme = 'category', nicename } = element.attribs;
    // Names of terms are written as HTML.
    const name = plainText({ text, type: 'html' });
    return name === '' || !wanted(scheme)
      ? []
      : [{ scheme, name, ...(nicename === undefined || nicename === '' ? {} : { code: nicename }) }];
  });
}

/** The picture that the theme shows above the post: another item of the export. */
function featuredOf(item: Element, { postsById }: Site): ParsedMedia | undefined {
  const picture = postsById.get(metaOf(item, '_thumbnail_id')?.text ?? '');
  const url = picture === undefined ? undefined : filled(at(picture, 'attachment_url'));
  return picture === undefined || url === undefined ? undefined : mediaOf(picture, url);
}

function mediaOf(attachment: Element, url: Found): ParsedMedia {
  const [title, alt] = [filled(at(attachment, 'title')), metaOf(attachment, '_wp_attachment_image_alt')];
  const words = all(attachment, 'encoded').find(({ element }) => element.name === 'excerpt:encoded');
  const caption = filled(words);
  return {
    key: url.text,
    type: MEDIA_TYPES.find(([pattern]) => pattern.test(url.text))?.[1] ?? 'document',
    ...(title === undefined ? {} : { headline: title.text }),
    ...(caption === undefined ? {} : { caption: { ...caption, text: plainText({ text: caption.text, type: 'html' }) } }),
    ...(alt === undefined ? {} : { alt: alt.text }),
    renditions: [{ name: 'original', href: url.text }],
  };
}

function metaOf(item: Element, key: string): Found | undefined {
  const meta = children(item, 'postmeta').find((element) => at(element, 'meta_key')?.text.trim() === key);
  return meta === undefined ? undefined : filled(at(meta, 'meta_value'));
}
