import type { ArticleType } from '../../article/article.ts';
import type { Found, ParsedItem, ParsedMedia, TimeField } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { membersOf, nodeAt, nodesAt, textAt, textOfNode, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';
import { jsonLeaves } from '../leaves.ts';
import type { AnsDocument } from './document.ts';
import { correctionOf, elementsOf, merged, type Elements } from './elements.ts';
import { linksOf, relatedOf } from './links.ts';
import { mediumOf, promoNodes } from './media.ts';
import { embargoOf, expiryOf, pubStatusOf, rightsOf } from './publishing.ts';
import { entitiesOf, keywordsOf, placesOf, subjectsOf } from './taxonomy.ts';

const TYPES: Readonly<Record<string, ArticleType>> = {
  story: 'text',
  image: 'picture',
  video: 'video',
  audio: 'audio',
  gallery: 'composite',
};

/** One ANS document. Credits are data, not a printed line; what stands under `contributors` is staff and goes to the desk only. */
export function readItem(document: AnsDocument, index: number): ParsedItem {
  const { node } = document;
  const content = contentOf(node);
  const fields = defined({
    provider: textAt(node, 'owner/id') ?? textAt(node, 'distributor/name'),
    guid: textAt(node, '_id'),
    storyKey: textAt(node, '_id'),
    version: textAt(node, 'revision/revision_id'),
    permalink: textAt(node, 'canonical_url') ?? textAt(node, 'website_url'),
    altIds: orNothing(altIdsOf(node)),
    language: textAt(node, 'language'),
    headline: textAt(node, 'headlines/basic'),
    headlines: orNothing(alternativesOf(node)),
    slugline: textAt(node, 'slug'),
    abstract: textAt(node, 'description/basic') ?? textAt(node, 'subheadlines/basic'),
    creators: orNothing(creatorsOf(node)),
    times: timesOf(node),
    pubStatus: pubStatusOf(document),
    kills: /^delete/i.test(document.operation?.text ?? '') ? [{ by: '_id', value: stringAt(node, '_id') ?? '' }] : undefined,
    ednotes: orNothing(notesOf(node)),
    contacts: orNothing(contactsOf(node)),
    agencies: orNothing(agenciesOf(node)),
    rights: rightsOf(node),
    subjects: orNothing(subjectsOf(node)),
    keywords: orNothing(keywordsOf(node)),
    genres: orNothing(genresOf(node)),
    people: orNothing(entitiesOf(node, 'person')),
    organisations: orNothing(entitiesOf(node, 'organization')),
    places: orNothing(placesOf(node)),
    media: orNothing(mediaOf(node, content)),
    links: orNothing(linksOf(node)),
    related: orNothing([...content.related, ...relatedOf(node)]),
    rest: orNothing(jsonLeaves(document.holder, new Set(content.read))),
    type: TYPES[stringAt(node, 'type') ?? ''],
  });
  return { index, body: content.blocks, ...fields };
}

/** The story elements, then the corrections that are printed with the story. */
function contentOf(node: JsonNode): Elements {
  const whole = textAt(node, 'content');
  const html: Elements =
    whole === undefined ? merged([]) : { ...merged([]), blocks: htmlBlocks(whole.text, whole.path), read: [whole.path] };
  return merged([html, elementsOf(node, 'content_elements'), ...nodesAt(node, 'corrections').map(correctionOf)]);
}

function altIdsOf(node: JsonNode): NonNullable<ParsedItem['altIds']> {
  const ids = [
    ['source', stringAt(node, 'source/source_id')],
    ['revision-parent', stringAt(node, 'revision/parent_id')],
  ] as const;
  return ids.flatMap(([role, value]) => (value === undefined ? [] : [{ role, value }]));
}

function alternativesOf(node: JsonNode): NonNullable<ParsedItem['headlines']> {
  return membersOf(nodeAt(node, 'headlines')).flatMap(({ name, node: headline }) => {
    const text = textOfNode(headline)?.text;
    return name === 'basic' || text === undefined ? [] : [{ role: name, text }];
  });
}

/** Who wrote it, with the organisation that stands beside the name. */
function creatorsOf(node: JsonNode): NonNullable<ParsedItem['creators']> {
  return nodesAt(node, 'credits/by').flatMap((credit) => {
    const name = textAt(credit, 'name') ?? textAt(credit, 'byline') ?? textAt(credit, 'referent/referent_properties/name');
    const beside = stringAt(credit, 'org') ?? stringAt(credit, 'affiliations') ?? stringAt(credit, 'affiliation');
    const organisation = beside === name?.text ? undefined : beside;
    return name === undefined ? [] : [{ ...name, person: true as const, ...defined({ organisation }) }];
  });
}

function timesOf(node: JsonNode): Partial<Record<TimeField, Found>> {
  const first = textAt(node, 'first_publish_date') ?? textAt(node, 'display_date');
  const last = textAt(node, 'publish_date');
  return defined({
    firstCreated: textAt(node, 'created_date'),
    versionCreated: textAt(node, 'last_updated_date') ?? textAt(node, 'created_date'),
    published: first ?? last,
    updated: last !== undefined && first !== undefined && last.text !== first.text ? last : undefined,
    embargo: embargoOf(node),
    expires: expiryOf(node),
  });
}

function notesOf(node: JsonNode): Found[] {
  return ['editor_note', 'planning/internal_note', 'planning/budget_line', 'workflow/note'].flatMap((path) => textAt(node, path) ?? []);
}

/** Staff accounts are mail addresses more often than not. */
function contactsOf(node: JsonNode): NonNullable<ParsedItem['contacts']> {
  const staff = membersOf(nodeAt(node, 'contributors')).map((member) => member.node);
  return [...staff, ...nodesAt(node, 'credits/by')].flatMap((person) => {
    const value = stringAt(person, 'user_id') ?? stringAt(person, 'email');
    const name = stringAt(person, 'display_name') ?? stringAt(person, 'name');
    return value === undefined ? [] : [{ ...(name === undefined ? {} : { name }), value }];
  });
}

function agenciesOf(node: JsonNode): NonNullable<ParsedItem['agencies']> {
  const distributor = stringAt(node, 'distributor/name');
  return distributor === undefined ? [] : [{ name: distributor, role: 'distributor' }];
}

function genresOf(node: JsonNode): NonNullable<ParsedItem['genres']> {
  const subtype = stringAt(node, 'subtype');
  return subtype === undefined ? [] : [{ code: subtype, name: subtype }];
}

/** Its own picture or film, those of the text, those that promote it; each once. */
function mediaOf(node: JsonNode, content: Elements): ParsedMedia[] {
  const own = stringAt(node, 'type') === 'story' ? undefined : mediumOf(node);
  const promos = promoNodes(node).flatMap((promo) => mediumOf(promo) ?? []);
  const all = [...(own === undefined ? [] : [own]), ...content.media, ...promos];
  return all.filter((medium, index) => all.findIndex(({ key }) => key === medium.key) === index);
}
