import { isTag, type ChildNode } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedBlock } from '../../article/parsed-item.ts';
import { htmlNodes, nodeBlocks } from '../html-blocks.ts';
import { textOf } from '../inline-markup.ts';
import { textOfNode, type JsonNode } from '../json.ts';
import { nitfInString, type InnerNitf } from '../nitf/inside.ts';
import { textBlocks } from '../text-blocks.ts';
import { Members } from './members.ts';

/** The body that was read, and where the others stand. */
export interface NinjsBody {
  readonly blocks: readonly ParsedBlock[];
  /** Pointers of the value that was read, which therefore needs no place in `x`. */
  readonly read: ReadonlySet<string>;
  /** What stood in the body and is none: TT's section and source above the text. */
  readonly rest: readonly Found[];
  /** The whole NITF document that the body is. */
  readonly nitf?: InnerNitf;
}

interface Candidate {
  readonly role: string;
  readonly contentType: string;
  readonly found: Found;
}

/** Best first: HTML with its pictures, other HTML, whole NITF documents, text. Source: ninjs examples and ttninjs 1.9, read 2026-11-25. */
const RANKS: readonly ((candidate: Candidate) => boolean)[] = [
  ({ role, found }) => /^richhtml|^html5$/.test(role) && hasMarkup(found.text),
  ({ role, contentType, found }) =>
    (/html|richtext/.test(role) || /html/.test(contentType)) && hasMarkup(found.text) && !isNitf(found.text),
  ({ found }) => hasMarkup(found.text) && !isNitf(found.text) && !/<TTNITF/i.test(found.text),
  ({ found }) => isNitf(found.text),
  ({ found }) => !/<TTNITF/i.test(found.text),
];
/** TT writes section and source into a line of their own (`div.dat`); they repeat the metadata. */
const META_CLASSES: ReadonlySet<string> = new Set(['dat']);

/** Several bodies say the same in different dress: the one that holds most structure is read. Declared counts are never trusted. */
export function bodyOf(members: Members): NinjsBody {
  const candidates = candidatesOf(members);
  const chosen = RANKS.map((rank) => candidates.find(rank)).find((candidate) => candidate !== undefined);
  if (chosen === undefined) return { blocks: [], read: new Set(), rest: [] };
  const { text, path } = chosen.found;
  const read = new Set([path]);
  const nitf = nitfInString(text, path);
  if (nitf !== undefined) return { blocks: nitf.body, read, rest: [], nitf };
  if (!hasMarkup(text)) return { blocks: textBlocks(text, path), read, rest: [] };
  const { nodes, taken } = withoutMeta(htmlNodes(text));
  return { blocks: nodeBlocks(nodes, path), read, rest: taken.map((each) => ({ text: each, path: `${path}#meta` })) };
}

/** `body_html`, `body_text` of 1.x; `bodies[]` with role and content type since 2.0. */
function candidatesOf(members: Members): Candidate[] {
  const patterned = members.starting('body_').flatMap(({ name, node }) => candidate(name, '', node));
  const listed = members.list('bodies').flatMap((node) => {
    const body = new Members(node);
    return candidate(body.text('role')?.text ?? '', body.text('contenttype')?.text ?? '', body.node('value'));
  });
  // Data that travels beside the text, such as the whole article as JSON, is no body.
  return [...patterned, ...listed].filter(({ contentType }) => !/json/.test(contentType));
}

function candidate(role: string, contentType: string, node: JsonNode | undefined): Candidate[] {
  const found = textOfNode(node);
  return found === undefined ? [] : [{ role: role.toLowerCase(), contentType: contentType.toLowerCase(), found }];
}

function hasMarkup(text: string): boolean {
  return /<\/?[a-z][a-z0-9.]{0,20}[\s/>]/i.test(text.slice(0, 4_000));
}

function isNitf(text: string): boolean {
  return /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!DOCTYPE nitf[^>]{0,400}>\s*)?<nitf[\s>]/i.test(text.slice(0, 1_000));
}

function withoutMeta(nodes: readonly ChildNode[]): { nodes: ChildNode[]; taken: string[] } {
  const taken: string[] = [];
  const keep = (node: ChildNode): boolean => {
    if (!isTag(node)) return true;
    if ((node.attribs['class'] ?? '').split(/\s+/).some((name) => META_CLASSES.has(name))) {
      taken.push(foldSpace(textOf(node)));
      return false;
    }
    node.children = node.children.filter(keep);
    return true;
  };
  return { nodes: nodes.filter(keep), taken: taken.filter((text) => text !== '') };
}
