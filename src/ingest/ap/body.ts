import type { ParsedBlock } from '../../article/parsed-item.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { textAt, type JsonNode } from '../json.ts';
import { nitfInString, type InnerNitf } from '../nitf/inside.ts';

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

/** The fetched story text: its blocks, the place of the string, and the NITF document where it is one. */
export interface FetchedText {
  readonly blocks: readonly ParsedBlock[];
  readonly pointer: string | undefined;
  readonly nitf?: InnerNitf;
}

/** The story text where it was fetched into the same document: NITF as a string, or its body as HTML. */
export function fetchedText(item: JsonNode, root: JsonNode): FetchedText {
  const places = [...OF_ITEM.map((path) => textAt(item, path)), ...OF_ROOT.map((path) => textAt(root, path))];
  const found = places.find((each) => each !== undefined);
  if (found === undefined) return { blocks: [], pointer: undefined };
  const nitf = nitfInString(found.text, found.path);
  return { blocks: nitf?.body ?? htmlBlocks(found.text, found.path), pointer: found.path, ...(nitf === undefined ? {} : { nitf }) };
}
