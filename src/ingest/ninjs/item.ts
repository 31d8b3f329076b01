import type { ArticleType } from '../../article/article.ts';
import type { Found, ParsedItem, TimeField } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { textOfNode, type JsonNode } from '../json.ts';
import { jsonLeaves } from '../leaves.ts';
import { withInner, type InnerNitf } from '../nitf/inside.ts';
import { bodyOf } from './body.ts';
import { conceptsOf, placesOf } from './concepts.ts';
import { identityOf, isWithdrawn, type NinjsIdentity } from './identity.ts';
import { associationsOf, descriptionOf, headlineOf, mediaOf, mediaTypeOf } from './media.ts';
import { Members } from './members.ts';
import { bylinesOf, contactsOf } from './people.ts';
import { providerOf } from './provider.ts';

const TYPES: Readonly<Record<string, ArticleType>> = {
  picture: 'picture',
  photo: 'picture',
  image: 'picture',
  graphic: 'graphic',
  audio: 'audio',
  video: 'video',
  composite: 'composite',
  package: 'package',
  event: 'event',
  planning: 'planning',
  data: 'data',
};
const HINTS: Readonly<Record<string, NonNullable<ParsedItem['hint']>>> = {
  event: 'planning',
  planning: 'planning',
  package: 'package',
  composite: 'package',
  advisory: 'advisory',
};
/** Each moment and the names it goes by in 1.x, 2.x, 3.x and the dialects. */
const TIMES: Readonly<Record<TimeField, readonly string[]>> = {
  published: ['firstpublished', 'published'],
  updated: ['updated'],
  firstCreated: ['firstcreated', 'created'],
  versionCreated: ['versioncreated'],
  contentCreated: ['contentcreated'],
  sent: ['issued', 'sent', 'versionstored'],
  embargo: ['embargoed', 'embargoeduntil', 'embargo'],
  expires: ['expires', 'expiry'],
};
/** Profiles that say what may be done with an item, and no more than that (ttninjs 1.9). */
const ORDINARY_PROFILES = /^(?:PUBL|text-only|text|story)$/i;

/** A kill that names its story by another id only is not well made, but losing it would leave the story up. */
function namesItsStory(members: Members, { altIds = [] }: NinjsIdentity): boolean {
  return altIds.length > 0 && isWithdrawn(members);
}

/** One ninjs object of any version. @throws {BadInput} `ninjs.no-identity` */
export function readItem(node: JsonNode, index: number): ParsedItem {
  const members = new Members(node);
  const identity = identityOf(members);
  if (identity.guid === undefined && !namesItsStory(members, identity))
    throw new BadInput('ninjs.no-identity', {
      message: 'The ninjs item has neither uri nor guid',
      hint: 'Ask the provider: `uri` is the one member that ninjs requires',
      where: { item: index, path: node.pointer },
    });
  const stated = members.text('type')?.text.toLowerCase() ?? '';
  const { body, media, read, rest, nitf } = contentOf(node, members, stated);
  const { links } = associationsOf(members);
  const item: ParsedItem = {
    index,
    type: TYPES[stated] ?? 'text',
    body,
    ...identity,
    ...defined({
      hint: HINTS[stated],
      provider: providerOf(members),
      language: members.text('language'),
      headline: headlineOf(members),
      headlines: orNothing(otherHeadlines(members)),
      slugline: members.text('slugline', 'slug'),
      title: members.text('title'),
      abstract:
        media.length > 0 && body.length === 0 ? undefined : descriptionOf(members, 'text', 'lead', 'summary', 'main', 'short', 'long'),
      bylines: orNothing(bylinesOf(members)),
      times: timesOf(members),
      pubStatus: members.text('pubstatus', 'status'),
      ednotes: orNothing(ednotesOf(members)),
      contacts: orNothing(contactsOf(members)),
      markers: orNothing(markersOf(members)),
      urgency: members.text('urgency'),
      priority: members.text('priority'),
      agencies: orNothing(sourcesOf(members)),
      rights: rightsOf(members),
      ...subjectsOf(members),
      media: orNothing(media),
      links: orNothing([...identity.chain, ...links]),
    }),
    rest: [...jsonLeaves(node, read), ...rest],
  };
  return nitf === undefined ? item : withInner(item, nitf);
}

/** Text of a story; of anything else the picture, film or sound itself, whose description is its caption. */
function contentOf(
  node: JsonNode,
  members: Members,
  stated: string,
): Pick<ParsedItem, 'body'> & {
  media: NonNullable<ParsedItem['media']>[number][];
  read: ReadonlySet<string>;
  rest: readonly Found[];
  nitf?: InnerNitf;
} {
  const { media } = associationsOf(members);
  const type = mediaTypeOf(stated);
  if (type !== undefined) return { body: [], media: [mediaOf(node, type), ...media], read: new Set(), rest: [] };
  const { blocks, ...body } = bodyOf(members);
  return { body: blocks, media, ...body };
}

function otherHeadlines(members: Members): { role: string; text: string }[] {
  const main = headlineOf(members)?.text;
  const patterned = members.starting('headline_').map(({ name, node }) => ({ role: name, text: textOfNode(node)?.text ?? '' }));
  const listed = members.list('headlines').map((node) => {
    const entry = new Members(node);
    return { role: entry.text('role')?.text ?? 'other', text: entry.text('value')?.text ?? '' };
  });
  return [...patterned, ...listed].filter(({ text }) => text !== '' && text !== main);
}

function timesOf(members: Members): ParsedItem['times'] {
  const times = defined(
    Object.fromEntries(Object.entries(TIMES).map(([field, names]) => [field, members.text(...names)])) as Record<
      TimeField,
      Found | undefined
    >,
  );
  return Object.keys(times).length === 0 ? undefined : times;
}

function ednotesOf(members: Members): Found[] {
  return [
    members.text('ednote', 'editorialnote'),
    members.text('embargoedreason', 'embargoed_text'),
    descriptionOf(members, 'usage'),
  ].filter((found) => found !== undefined);
}

/** TT's profile, signals among the subjects, and signals of their own. */
function markersOf(members: Members): Found[] {
  const profile = members.text('profile');
  const subjects = [...members.list('subject', 'subjects'), ...members.list('signal', 'signals')].flatMap((node) => {
    const entry = new Members(node);
    const code = entry.text('code', 'literal', 'uri') ?? textOfNode(node);
    const isSignal = code !== undefined && (/^sig:|\/signal\//i.test(code.text) || entry.text('profile', 'rel')?.text === 'signal');
    return isSignal ? [{ ...code, text: code.text.replace(/^.*\/signal\//i, 'sig:') }] : [];
  });
  return [...(profile === undefined || ORDINARY_PROFILES.test(profile.text) ? [] : [profile]), ...subjects];
}

function sourcesOf(members: Members): { name: string; role: 'source' }[] {
  const names = [
    members.text('source')?.text,
    ...members.list('infosource', 'infosources').map((node) => new Members(node).text('name')?.text ?? textOfNode(node)?.text),
  ];
  return [...new Set(names.filter((name) => name !== undefined))].map((name) => ({ name, role: 'source' }));
}

function rightsOf(members: Members): ParsedItem['rights'] {
  const info = new Members(members.node('rightsinfo'));
  const rights = defined({
    holder: members.text('copyrightholder')?.text,
    notice: members.text('copyrightnotice')?.text,
    terms: (members.text('usageterms') ?? info.text('usageterms', 'encodedrights'))?.text,
    link: info.text('linkedrights')?.text,
  });
  return Object.keys(rights).length === 0 ? undefined : rights;
}

function subjectsOf(members: Members): Partial<ParsedItem> {
  return defined({
    subjects: orNothing(conceptsOf(members.list('subject', 'subjects'))),
    genres: orNothing(conceptsOf(members.list('genre', 'genres'))),
    keywords: orNothing(
      members
        .list('keyword', 'keywords')
        .map((node) => textOfNode(node)?.text ?? new Members(node).text('name')?.text ?? '')
        .filter((word) => word !== ''),
    ),
    people: orNothing(conceptsOf(members.list('person', 'people'))),
    organisations: orNothing(conceptsOf(members.list('organisation', 'organisations'))),
    places: orNothing(placesOf(members)),
  });
}
