import type { Element } from 'domhandler';
import type { Found, ParsedBlock } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { htmlBlocks, nodeBlocks } from '../html-blocks.ts';
import { textAt, type JsonNode } from '../json.ts';
import { xmlLeaves } from '../leaves.ts';
import { bodyContentOf } from '../nitf/blocks.ts';
import { children, localName } from '../tree.ts';
import { readXml } from '../xml.ts';

/** Where fetchers put the story text that the API itself only links to. The first that holds anything counts. */
const OF_ITEM = [
  'body_nitf',
  'nitf',
  'nitf/body_nitf',
  'nitf/body_html',
  'renditions/nitf/content',
  'renditions/nitf/body',
  'body_html',
  'body',
];
const OF_ROOT = ['nitf', 'nitf/body_html', 'data/nitf', 'data/nitf/body_html'];

/** The fetched story text: its blocks, the place of the string, and what a NITF document says besides its body. */
export interface FetchedText {
  readonly blocks: readonly ParsedBlock[];
  readonly pointer: string | undefined;
  readonly rest: readonly Found[];
}

/** The story text where it was fetched into the same document: NITF as a string, or its body as HTML. */
export function fetchedText(item: JsonNode, root: JsonNode): FetchedText {
  const places = [...OF_ITEM.map((path) => textAt(item, path)), ...OF_ROOT.map((path) => textAt(root, path))];
  const found = places.find((each) => each !== undefined);
  if (found === undefined) return { blocks: [], pointer: undefined, rest: [] };
  const nitf = nitfRoot(found.text);
  const holder = nitf === undefined ? undefined : bodyContentOf(nitf);
  if (nitf === undefined || holder === undefined) return { blocks: htmlBlocks(found.text, found.path), pointer: found.path, rest: [] };
  const rest = xmlLeaves(nitf, new Set([holder])).map(({ text, path }) => ({ text, path: `${found.path}${path}` }));
  return { blocks: nodeBlocks(holder.children, found.path), pointer: found.path, rest };
}

/** The root of a NITF document; undefined for anything else, also where the XML is broken. */
function nitfRoot(text: string): Element | undefined {
  if (!/^\s*(?:<\?xml|<!DOCTYPE nitf|<nitf)/i.test(text)) return undefined;
  try {
    return children(readXml(text)).find((element) => localName(element) === 'nitf');
  } catch (thrown) {
    if (thrown instanceof BadInput) return undefined;
    throw thrown;
  }
}
