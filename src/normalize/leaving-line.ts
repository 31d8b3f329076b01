import { isLeadNote } from './wiretext/lead-note.ts';
import { readLine } from './wiretext/line.ts';

const LEAVES: ReadonlySet<string> = new Set(['drop', 'drop-keep-link', 'metadata']);
const LONGEST = 400;

/** The kind of line that the text is where such a line leaves the body; undefined for text of the story. For what a cut has laid bare. */
export function leavingLine(text: string, language: string | undefined): string | undefined {
  if (isLeadNote(text)) return 'editor-note';
  if (text.length > LONGEST) return undefined;
  const { action, kind } = readLine(text.trim(), language === undefined ? {} : { language });
  return LEAVES.has(action) ? kind : undefined;
}
