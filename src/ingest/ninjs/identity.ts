import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { entriesOf, isObject, membersOf, textOfNode } from '../json.ts';
import { Members } from './members.ts';

/** Identity of an item and its place in the chain of revisions. */
export interface NinjsIdentity extends Pick<ParsedItem, 'guid' | 'storyKey' | 'version' | 'permalink' | 'altIds' | 'supersedes' | 'kills'> {
  /** Links along the chain: what replaced the item, what it grew out of. */
  readonly chain: readonly { readonly rel: string; readonly id: string }[];
}

/** Hosts whose item addresses carry parameters of the session; the last part of the path is the item. Source: IPTC examples by AP, read 2026-11-25. */
const SESSION_HOSTS: ReadonlySet<string> = new Set(['api.ap.org']);
const WITHDRAWN = /^(?:cancell?ed|killed|deleted)$/i;

/**
 * `uri` is one for all versions, but not at TT, where each revision has its own: there the chain is `replacing`, `replacedby` and
 * `revisions`, and its first member is the key of the story.
 */
export function identityOf(members: Members): NinjsIdentity {
  const guid = members.text('uri', 'guid');
  const replacing = members.list('replacing').flatMap((node) => textOfNode(node) ?? []);
  const first = members.list('revisions').map((node) => new Members(node).text('uri'))[0];
  const storyKey = first ?? replacing[0] ?? withoutSession(guid);
  const key = storyKey ?? guid;
  return {
    chain: [
      ...linkOf('replaced-by', members.text('replacedby')),
      ...linkOf('evolved-from', members.text('evolvedfrom')),
      ...linkOf('translated-from', members.text('translatedfrom')),
    ],
    ...defined({
      guid,
      storyKey,
      version: members.text('version'),
      permalink: guid !== undefined && /^https?:\/\//i.test(guid.text) ? guid : undefined,
      altIds: orNothing(altIdsOf(members)),
      supersedes: orNothing(replacing.map(({ text }) => text)),
      kills: isWithdrawn(members) && key !== undefined ? [{ by: 'uri', value: key.text }] : undefined,
    }),
  };
}

/** The item takes its story away. */
export function isWithdrawn(members: Members): boolean {
  return WITHDRAWN.test((members.text('pubstatus', 'status')?.text ?? '').replace(/^stat:/, ''));
}

function withoutSession(guid: Found | undefined): Found | undefined {
  if (guid === undefined || !URL.canParse(guid.text)) return undefined;
  const { hostname, pathname } = new URL(guid.text);
  const last = pathname.split('/').at(-1);
  return SESSION_HOSTS.has(hostname) && last !== undefined && last !== '' ? { ...guid, text: last } : undefined;
}

/** `altids` is a map by role in 1.x and a list since 2.0. */
function altIdsOf(members: Members): { role: string; value: string }[] {
  const node = members.node('altids');
  if (node !== undefined && isObject(node.value)) return membersOf(node).flatMap(({ name, node: value }) => idOf(name, textOfNode(value)));
  return entriesOf(node).flatMap((entry) => idOf(new Members(entry).text('role')?.text ?? 'other', new Members(entry).text('value')));
}

function idOf(role: string, found: Found | undefined): { role: string; value: string }[] {
  return found === undefined ? [] : [{ role, value: found.text }];
}

function linkOf(rel: string, found: Found | undefined): { rel: string; id: string }[] {
  return found === undefined ? [] : [{ rel, id: found.text }];
}
