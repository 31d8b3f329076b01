import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found } from '../../article/parsed-item.ts';
import { textOf } from '../inline-markup.ts';
import { pathOf } from '../tree.ts';

/** Notes of an NITF document, by whom they are for. */
export interface Notes {
  readonly ednotes: readonly Found[];
  readonly copyright: Found | undefined;
}

export const NO_NOTES: Notes = { ednotes: [], copyright: undefined };

/** A `note`: `noteclass` cpyrt and trademk speak of rights, all others (editorsnote, hd, end) to editors. */
export function noteOf(note: Element): Notes {
  const text = foldSpace(textOf(note));
  if (text === '') return NO_NOTES;
  const found = { text, path: pathOf(note) };
  return /^(?:cpyrt|trademk)$/i.test(note.attribs['noteclass'] ?? '')
    ? { ednotes: [], copyright: found }
    : { ednotes: [found], copyright: undefined };
}
