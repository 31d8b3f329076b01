import type { MediaType } from '../../article/media.ts';
import type { Found, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import type { JsonNode } from '../json.ts';
import { Members, namedObjects } from './members.ts';

type Links = NonNullable<ParsedItem['links']>;

const MEDIA_TYPES: Readonly<Record<string, MediaType>> = {
  picture: 'picture',
  photo: 'picture',
  image: 'picture',
  graphic: 'graphic',
  infographic: 'graphic',
  video: 'video',
  audio: 'audio',
};
/** A credit in brackets at the end of a caption names who took the picture; a credit line beside it names the seller. */
const CAPTION_CREDIT = /\([^()]{2,120}\)\s*$/;

/** What media type an item or association is; undefined for text and the like. */
export function mediaTypeOf(type: string | undefined): MediaType | undefined {
  return MEDIA_TYPES[type?.trim().toLowerCase() ?? ''];
}

/** A picture, film or sound: of the item itself, or of an association, whose `name` is then its key. */
export function mediaOf(node: JsonNode, type: MediaType, name?: string): ParsedMedia {
  const members = new Members(node);
  const caption = captionOf(members);
  const guid = members.text('uri', 'guid');
  return {
    key: name ?? guid?.text ?? node.pointer,
    type,
    renditions: namedObjects(members.node('renditions')).flatMap(renditionOf),
    ...defined({
      guid: guid?.text,
      headline: headlineOf(members)?.text,
      caption,
      credit: creditOf(members, caption),
      alt: (members.text('alttext', 'alt') ?? descriptionOf(members, 'alt', 'alttext'))?.text,
      created: members.text('contentcreated', 'firstcreated', 'versioncreated'),
      digitalSourceType: sourceTypeOf(members),
      restrictions: restrictionsOf(members),
    }),
  };
}

/** Associations: pictures and the like become media, everything else a link. */
export function associationsOf(members: Members): { media: ParsedMedia[]; links: Links } {
  const media: ParsedMedia[] = [];
  const links: Links[number][] = [];
  for (const { name, node } of namedObjects(members.node('associations'))) {
    const own = new Members(node);
    const type = mediaTypeOf(own.text('type')?.text) ?? (own.node('renditions') === undefined ? undefined : 'picture');
    if (type !== undefined) media.push(mediaOf(node, type, name));
    else links.push({ rel: name, ...defined({ id: own.text('uri', 'guid')?.text, title: headlineOf(own)?.text }) });
  }
  return { media, links };
}

/** Associations that are items of their own: whole, with identity, version and status. */
export function wholeAssociations(members: Members): JsonNode[] {
  return namedObjects(members.node('associations')).flatMap(({ node }) => {
    const own = new Members(node);
    const partial = /incomplete|partial/i.test(own.text('representationtype')?.text ?? '');
    const whole = [own.text('uri', 'guid'), own.text('versioncreated'), own.text('pubstatus'), own.text('type')];
    return partial || whole.some((found) => found === undefined) ? [] : [node];
  });
}

/** Headline of any version: `headline`, `headline_main`, `headlines[]` with role `main`. */
export function headlineOf(members: Members): Found | undefined {
  const listed = members.list('headlines').map((node) => new Members(node));
  const main = listed.find((entry) => /^main$/i.test(entry.text('role')?.text ?? '')) ?? listed[0];
  return members.text('headline', 'headline_main') ?? main?.text('value') ?? firstOf(members, 'headline_');
}

/** A description of any version by its role: `description_text`, `descriptions[]`. */
export function descriptionOf(members: Members, ...roles: readonly string[]): Found | undefined {
  const listed = members.list('descriptions').map((node) => new Members(node));
  const found = roles.map(
    (role) =>
      members.text(`description_${role}`) ?? listed.find((entry) => (entry.text('role')?.text ?? '').toLowerCase() === role)?.text('value'),
  );
  return found.find((each) => each !== undefined);
}

function captionOf(members: Members): Found | undefined {
  const listed = members.list('descriptions').map((node) => new Members(node));
  const any = listed.find((entry) => !/credit/i.test(entry.text('role')?.text ?? ''))?.text('value');
  return descriptionOf(members, 'caption', 'text', 'main') ?? any ?? members.text('body_text');
}

function creditOf(members: Members, caption: Found | undefined): Found | undefined {
  if (caption !== undefined && CAPTION_CREDIT.test(caption.text)) return undefined;
  return members.text('byline', 'by', 'creditline') ?? descriptionOf(members, 'creditline', 'credit');
}

/** Of the item, or of its renditions since 3.1. */
function sourceTypeOf(members: Members): string | undefined {
  const renditions = namedObjects(members.node('renditions')).map(({ node }) => new Members(node));
  return [members, ...renditions].map((each) => each.text('digitalsourcetype')?.text).find((text) => text !== undefined);
}

function restrictionsOf(members: Members): string[] | undefined {
  const terms = members.text('usageterms') ?? descriptionOf(members, 'usage');
  return terms === undefined ? undefined : [terms.text];
}

function firstOf(members: Members, prefix: string): Found | undefined {
  const [first] = members.starting(prefix);
  return first === undefined ? undefined : members.text(`${prefix}${first.name}`);
}

function renditionOf({ name, node }: { readonly name: string; readonly node: JsonNode }): ParsedMedia['renditions'] {
  const members = new Members(node);
  const href = members.text('href')?.text;
  if (href === undefined) return [];
  const number = (...names: readonly string[]): number | undefined => {
    const value = Number(members.text(...names)?.text ?? Number.NaN);
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  };
  const whole = (...names: readonly string[]): number | undefined => {
    const value = number(...names);
    return value === undefined ? undefined : Math.round(value);
  };
  return [
    {
      name,
      href,
      ...defined({
        hrefExpires: members.text('hrefexpires', 'expires', 'expiry'),
        mediaType: members.text('mimetype', 'contenttype', 'mime_type')?.text,
        width: whole('width'),
        height: whole('height'),
        bytes: whole('sizeinbytes'),
        duration: number('duration'),
      }),
    },
  ];
}
