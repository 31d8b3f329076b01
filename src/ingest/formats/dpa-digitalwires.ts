import type { ArticleType } from '../../article/article.ts';
import type { Found, ParsedBlock, ParsedItem, TimeField } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { categoriesOf } from '../dpa-digitalwires/categories.ts';
import { mediaOf } from '../dpa-digitalwires/media.ts';
import { notesOf } from '../dpa-digitalwires/notes.ts';
import { eachItem } from '../each-item.ts';
import type { Format, SourceDocument } from '../format.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { entriesOf, isObject, jsonRoot, nodeAt, nodesAt, readJson, textAt, type JsonNode } from '../json.ts';
import { jsonLeaves } from '../leaves.ts';

/** Lists that the wireQ answers put around entries. */
const WRAPPERS = ['entries', 'items'];
/** Read whole: as blocks, links and notes. */
const READ_WHOLE = ['/article_html', '/infobox_html', '/linkbox_html', '/notepad'];
const TYPES: Readonly<Record<string, ArticleType>> = {
  image: 'picture',
  picture: 'picture',
  video: 'video',
  audio: 'audio',
  graphic: 'graphic',
};
const TIMES: Readonly<Partial<Record<TimeField, string>>> = {
  versionCreated: 'version_created',
  updated: 'updated',
  contentCreated: 'content_created',
  embargo: 'embargoed',
};

/** dpa digitalwires: one entry a document, or the list of a queue answer. */
export const dpaDigitalwires: Format = {
  name: 'dpa-digitalwires',
  version: '1',
  source: 'dpa digitalwires 0.5.3 and 0.9.1 (github.com/dpa-newslab, read 2026-11-25)',
  reads:
    'dpa digitalwires JSON: text with kicker, teaser and dateline, tables and sub-heads, pictures, notes by their role (contacts of authors and desks stay internal), corrections, embargoes, previews, also copy of Europa Press that dpa delivers.',
  gaps: ['rubrics and scopes are kept in `x`'],
  recognises(document) {
    const entries = entriesOfDocument(document);
    return entries.length > 0 && entries.every(isEntry);
  },
  parse(document) {
    const { repairs } = readJson(document);
    return { items: eachItem(entriesOfDocument(document), readEntry), repairs };
  },
};

function entriesOfDocument(document: SourceDocument): JsonNode[] {
  const root = jsonRoot(document);
  if (root === undefined) return [];
  const wrapper = WRAPPERS.find((name) => Array.isArray(nodeAt(root, name)?.value));
  return wrapper === undefined ? entriesOf(root) : nodesAt(root, wrapper);
}

function isEntry({ value }: JsonNode): boolean {
  return (
    isObject(value) && ['entry_id', 'article_html', 'urn', 'dpasubject_names'].filter((name) => Object.hasOwn(value, name)).length >= 2
  );
}

function readEntry(node: JsonNode, index: number): ParsedItem {
  const guid = textAt(node, 'urn');
  if (guid === undefined)
    throw new BadInput('dpa-digitalwires.no-urn', {
      message: 'The digitalwires entry has no urn',
      hint: 'Ask dpa: without it the versions of a story cannot be told apart',
      where: { item: index, path: node.pointer },
    });
  const notes = notesOf(node);
  const { markers, ...categories } = categoriesOf(node);
  const headline = textAt(node, 'headline');
  const status = textAt(node, 'pubstatus');
  const teaser = textAt(node, 'teaser');
  return {
    index,
    type: TYPES[textAt(node, 'type')?.text.toLowerCase() ?? ''] ?? 'text',
    body: [...blocksAt(node, 'article_html'), ...infoboxOf(node), ...notes.correction],
    guid,
    storyKey: guid,
    ...categories,
    ...defined({
      version: textAt(node, 'version'),
      provider: textAt(node, 'provider') ?? categories.provider ?? fromUrn(guid),
      language: textAt(node, 'language'),
      headline,
      headlines: orNothing(['kicker', 'subhead'].flatMap((role) => headlineAt(node, role))),
      abstract: teaser?.text === headline?.text ? undefined : teaser,
      bylines: orNothing([textAt(node, 'byline')].filter((found) => found !== undefined)),
      dateline: textAt(node, 'dateline'),
      times: timesOf(node),
      pubStatus: status,
      kills: /^(?:stat:)?cancell?ed$/i.test(status?.text ?? '') ? [{ by: 'urn', value: guid.text }] : undefined,
      ednotes: orNothing(notes.ednotes),
      contacts: orNothing(notes.contacts),
      markers: orNothing([...markers, ...notes.markers]),
      urgency: textAt(node, 'urgency'),
      agencies: orNothing(sourcesOf(node)),
      rights: rightsOf(node),
      media: orNothing(mediaOf(node)),
      links: orNothing(linksOf(node)),
    }),
    rest: [...jsonLeaves(node, new Set(READ_WHOLE.map((pointer) => `${node.pointer}${pointer}`))), ...notes.notepad],
  };
}

function blocksAt(node: JsonNode, path: string): ParsedBlock[] {
  const html = textAt(node, path);
  return html === undefined ? [] : htmlBlocks(html.text, html.path);
}

/** A box beside the story. */
function infoboxOf(node: JsonNode): ParsedBlock[] {
  const blocks = blocksAt(node, 'infobox_html');
  return blocks.length === 0 ? [] : [{ type: 'aside', blocks, path: `${node.pointer}/infobox_html` }];
}

/** The list of links under the story. */
function linksOf(node: JsonNode): { rel: string; url: string; title?: string }[] {
  const html = textAt(node, 'linkbox_html')?.text ?? '';
  return [...html.matchAll(/<a\s[^>]{0,200}?href="([^"]{1,2000})"[^>]{0,200}>([^<]{0,500})</gi)].map(([, url = '', title = '']) => ({
    rel: 'linkbox',
    url: url.replaceAll('&amp;', '&'),
    ...(title.trim() === '' ? {} : { title: title.trim() }),
  }));
}

function headlineAt(node: JsonNode, role: string): { role: string; text: string }[] {
  const found = textAt(node, role);
  return found === undefined ? [] : [{ role, text: found.text }];
}

function timesOf(node: JsonNode): ParsedItem['times'] {
  const times = Object.fromEntries(
    Object.entries(TIMES).flatMap(([field, name]) => {
      const found = textAt(node, name);
      return found === undefined ? [] : [[field, found]];
    }),
  ) as Partial<Record<TimeField, Found>>;
  return Object.keys(times).length === 0 ? undefined : times;
}

/** `urn:newsml:europapress.es:…` names its agency. */
function fromUrn(urn: Found): Found | undefined {
  const authority = /^urn:newsml:([\w.-]+):/i.exec(urn.text)?.[1];
  return authority === undefined ? undefined : { ...urn, text: authority };
}

function sourcesOf(node: JsonNode): { name: string; role: 'source' }[] {
  const credit = textAt(node, 'creditline');
  return credit === undefined ? [] : [{ name: credit.text, role: 'source' }];
}

function rightsOf(node: JsonNode): ParsedItem['rights'] {
  const [notice, terms, auto] = ['copyrightnotice', 'usageterms', 'autopublishnotice'].map((name) => textAt(node, name)?.text);
  const rights = defined({ notice, terms, restrictions: auto === undefined ? undefined : [auto] });
  return Object.keys(rights).length === 0 ? undefined : rights;
}
