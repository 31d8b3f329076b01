import type { Found, ParsedBlock, ParsedItem } from '../../article/parsed-item.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { nodesAt, textAt, type JsonNode } from '../json.ts';

/** The notes of an item, by who may read them. */
export interface Notes {
  /** Notes to editors. */
  readonly ednotes: readonly Found[];
  /** Names, telephones and mailboxes of authors, desks and sources. */
  readonly contacts: NonNullable<ParsedItem['contacts']>;
  /** What the roles of the notes say about the item: `correction`. */
  readonly markers: readonly Found[];
  /** The note on a correction that readers are meant to see. */
  readonly correction: readonly ParsedBlock[];
  /** Lines of the notepad, which repeats the notes as HTML. */
  readonly notepad: readonly Found[];
}

/** Roles of notes (`dpaednoterole:…`) that hold people and numbers. Source: digitalwires 0.9.1, read 2026-11-25. */
const CONTACT_ROLES: ReadonlySet<string> = new Set(['contacts', 'dpacontacts']);
const MARKING_ROLES: ReadonlySet<string> = new Set(['correction', 'correctionshort', 'kill', 'withdrawal']);

/** Reads `ednotes` and `notepad`. A note that is not publishable is a contact whatever its role. */
export function notesOf(root: JsonNode): Notes {
  const notes = nodesAt(root, 'ednotes').flatMap((node) => {
    const text = textAt(node, 'ednote');
    const role = textAt(node, 'role');
    return text === undefined
      ? []
      : [{ text, role: role === undefined ? undefined : { ...role, text: nameOf(role.text) }, open: nodeIsOpen(node) }];
  });
  const isContact = ({ role, open }: (typeof notes)[number]): boolean => !open || CONTACT_ROLES.has(role?.text ?? '');
  const contacts = notes.filter(isContact).map(({ text }) => ({ value: text.text }));
  return {
    ednotes: notes.filter((note) => !isContact(note)).map(({ text }) => text),
    contacts: [...contacts, ...linesOf(root, 'notepad/nonpublic_html').map(({ text }) => ({ value: text }))],
    markers: notes.flatMap(({ role }) => (role !== undefined && MARKING_ROLES.has(role.text) ? [role] : [])),
    correction: notes.flatMap(({ text, role }) =>
      role?.text === 'correctionshort' ? [{ type: 'correction' as const, text: text.text, path: text.path }] : [],
    ),
    notepad: [...linesOf(root, 'notepad/header_html'), ...linesOf(root, 'notepad/public_html')],
  };
}

function nameOf(role: string): string {
  return role.slice(role.indexOf(':') + 1).toLowerCase();
}

function nodeIsOpen(node: JsonNode): boolean {
  const { value } = node;
  return !(typeof value === 'object' && value !== null && 'is_publishable' in value && value['is_publishable'] === false);
}

function linesOf(root: JsonNode, path: string): Found[] {
  const html = textAt(root, path);
  if (html === undefined) return [];
  return htmlBlocks(html.text, html.path).flatMap((block) =>
    [block.text ?? '', ...(block.items ?? []).map(({ text }) => text)]
      .filter((text) => text !== '')
      .map((text) => ({ text, path: block.path })),
  );
}
