import type { Found, ParsedBlock } from '../article/parsed-item.ts';
import type { Cut, Draft } from './draft.ts';
import { dropTextStart } from './inline-html.ts';
import { leavingLine } from './leaving-line.ts';
import { embargoOfLine, isLiftedNote } from './wiretext/embargo-note.ts';

/** How long the line of a note may be. */
const LONGEST = 300;
/** What stands before a note in the same paragraph as the story is cut only up to this length. */
const LONGEST_LEAD = 160;

/** The draft without the lines that set an embargo, above, in or below the story, and these lines. */
export function cutEmbargoLines(draft: Draft): { readonly draft: Draft; readonly notes: readonly Found[] } {
  let now = draft;
  const notes: Found[] = [];
  for (const block of draft.body.filter(hasText)) {
    const text = block.text ?? '';
    const note = noteOf(text);
    if (note === undefined) continue;
    // Copy that is nothing but the note keeps it.
    if (now.body.filter(hasText).length === 1 && note.rest === '') {
      notes.push({ text, path: block.path });
      break;
    }
    notes.push({ text: note.note.trim(), path: block.path, ...(block.span === undefined ? {} : { span: block.span }) });
    now = note.rest === '' ? without(now, block) : shortened(now, block, note.rest);
  }
  return { draft: now, notes };
}

function hasText({ type, text }: ParsedBlock): boolean {
  return (type === 'paragraph' || type === 'heading' || type === 'footnote') && (text ?? '').trim() !== '';
}

function noteOf(text: string): { note: string; rest: string } | undefined {
  if (isLiftedNote(text)) return { note: text, rest: '' };
  const note = embargoOfLine(text.trim());
  if (note === undefined) return undefined;
  if (note.rest.trim() === '') return text.length <= LONGEST ? { note: text, rest: '' } : undefined;
  return text.trim().length - note.rest.length <= LONGEST_LEAD ? note : undefined;
}

function without(draft: Draft, block: ParsedBlock): Draft {
  const cut: Cut = {
    kind: 'embargo-note',
    text: (block.text ?? '').trim(),
    path: block.path,
    ...(block.span === undefined ? {} : { span: block.span }),
  };
  return { ...draft, body: draft.body.filter((each) => each !== block), removed: [...draft.removed, cut] };
}

/** `EMBARGO 20 UHR - Kelm (dpa) - …`: the story begins behind the note. */
function shortened(draft: Draft, block: ParsedBlock, rest: string): Draft {
  const text = block.text ?? '';
  const dropped = text.trimEnd().length - rest.trimEnd().length;
  const [start, end] = block.span ?? [0, 0];
  const exact = block.span !== undefined && end - start === text.length;
  const cut: Cut = {
    kind: 'embargo-note',
    text: text.slice(0, dropped).trim(),
    path: block.path,
    ...(exact ? { span: [start, start + dropped] as const } : {}),
  };
  const kind = leavingLine(rest, draft.settled.language);
  if (kind !== undefined)
    return {
      ...draft,
      body: draft.body.filter((each) => each !== block),
      removed: [
        ...draft.removed,
        cut,
        { kind, text: rest.trim(), path: block.path, ...(exact ? { span: [start + dropped, end] as const } : {}) },
      ],
    };
  const shorter: ParsedBlock = {
    ...block,
    ...(exact ? { span: [start + dropped, end] as const } : {}),
    text: text.slice(dropped),
    ...(block.html === undefined ? {} : { html: dropTextStart(block.html, dropped) }),
  };
  return { ...draft, body: draft.body.map((each) => (each === block ? shorter : each)), removed: [...draft.removed, cut] };
}
