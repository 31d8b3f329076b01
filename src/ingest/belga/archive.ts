import type { MediaType } from '../../article/media.ts';
import type { Found, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { stringBlocks } from '../html-blocks.ts';
import { isObject, membersOf, nodeAt, nodesAt, textAt, textsAt, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';
import { jsonLeaves } from '../leaves.ts';

const MEDIA: Readonly<Record<string, MediaType>> = {
  picture: 'picture',
  image: 'picture',
  graphic: 'graphic',
  video: 'video',
  audio: 'audio',
};

const INITIALS = /^\p{Lu}{2,4}$/u;

/** Whether an object is a news object of Belga's archive (Belga 360). */
export function isNewsObject(node: JsonNode): boolean {
  return isObject(node.value) && textAt(node, 'newsObjectId') !== undefined && nodeAt(node, 'assetType') !== undefined;
}

/** One news object: its text stands in components by their sort, each with its data in a proxy. Times are milliseconds since 1970. */
export function readNewsObject(node: JsonNode, index: number): ParsedItem {
  const guid = textAt(node, 'newsObjectId');
  const medium = MEDIA[stringAt(node, 'assetType')?.toLowerCase() ?? ''];
  const texts = ['Lead', 'Body'].flatMap((name) => componentOf(node, name) ?? []);
  const isText = medium === undefined;
  const fields = defined({
    provider: textAt(node, 'source') ?? textAt(node, 'credit'),
    guid,
    storyKey: guid,
    language: textAt(node, 'language'),
    headline: textAt(node, 'headLine') ?? textAt(node, 'name'),
    headlines: orNothing(componentOf(node, 'Title') === undefined ? [] : [{ role: 'title', text: componentOf(node, 'Title')?.text ?? '' }]),
    slugline: textAt(node, 'topic'),
    abstract: textAt(node, 'description'),
    creators: orNothing(nodesAt(node, 'authors').flatMap(authorOf)),
    times: defined({
      firstCreated: textAt(node, 'createDate'),
      versionCreated: textAt(node, 'validateDate') ?? textAt(node, 'createDate'),
    }),
    ednotes: orNothing([...textsAt(node, 'editorialInfo'), ...textsAt(node, 'comments')]),
    products: orNothing(
      nodesAt(node, 'packages').map((each) => ['newsService', 'newsProduct'].flatMap((name) => stringAt(each, name) ?? []).join('/')),
    ),
    rights: stringAt(node, 'copyright') === undefined ? undefined : { notice: stringAt(node, 'copyright') ?? '' },
    keywords: orNothing(textsAt(node, 'keywords').map(({ text }) => text)),
    places: orNothing(placesOf(node)),
    media: medium === undefined ? undefined : [mediumOf(node, medium)],
    rest: orNothing(jsonLeaves(node, new Set(texts.map(({ path }) => path)))),
  });
  const body = isText ? texts.flatMap(({ text, path }) => stringBlocks(text, path)) : [];
  return { index, type: medium === undefined || medium === 'document' ? 'text' : medium, impliedStatus: 'usable', body, ...fields };
}

/** Long texts stand in `clobData`, all others in `varcharData`. */
function componentOf(node: JsonNode, assetType: string): Found | undefined {
  const components = nodesAt(node, 'newsComponents').filter(
    (each) => stringAt(each, 'assetType')?.toLowerCase() === assetType.toLowerCase(),
  );
  const proxies = components.flatMap((component) => nodesAt(component, 'proxies'));
  return proxies.flatMap((proxy) => textAt(proxy, 'clobData') ?? textAt(proxy, 'varcharData') ?? [])[0];
}

/** Initials of the staff are for desks; editors and translators have types of their own. */
function authorOf(node: JsonNode): NonNullable<ParsedItem['creators']>[number][] {
  const name = textAt(node, 'name');
  const role = stringAt(node, 'type') ?? 'AUTHOR';
  return name === undefined || role.toUpperCase() !== 'AUTHOR' || INITIALS.test(name.text) ? [] : [name];
}

function placesOf(node: JsonNode): NonNullable<ParsedItem['places']>[number][] {
  const [city, countryName] = [stringAt(node, 'city'), stringAt(node, 'country')];
  const name = city ?? countryName;
  if (name === undefined) return [];
  return [{ name, rel: 'located', ...defined({ countryName: city === undefined ? undefined : countryName }) }];
}

function mediumOf(node: JsonNode, type: MediaType): ParsedMedia {
  const guid = stringAt(node, 'newsObjectId');
  return {
    key: guid ?? node.pointer,
    type,
    renditions: membersOf(nodeAt(node, 'renderUrls')).flatMap(({ name, node: url }) =>
      typeof url.value === 'string' && url.value !== '' ? [{ name, href: url.value }] : [],
    ),
    ...defined({ guid, headline: stringAt(node, 'headLine'), caption: componentOf(node, 'Caption'), credit: textAt(node, 'credit') }),
  };
}
