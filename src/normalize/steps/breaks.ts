import type { ParsedBlock } from '../../article/parsed-item.ts';
import type { Cut, Step } from '../draft.ts';
import { readLine } from '../wiretext/line.ts';

/** AFP ends a paragraph so where the story may be cut short. */
const OPTIONAL_MARK = /\s*\*{3}$/u;

/** What becomes of one block: it stays (perhaps changed), or it is cut, or both in part. */
interface Fate {
  readonly keep?: ParsedBlock;
  readonly cut?: Cut;
}

/** Takes out of the body every line that is not text: share bars, adverts, "Story continues below", end marks; each is recorded with its place. */
export const breaks: Step = {
  name: 'breaks',
  run(draft) {
    const fates = draft.body.map((block) => fateOf(block, draft.settled.language));
    return {
      ...draft,
      body: fates.flatMap(({ keep }) => (keep === undefined ? [] : [keep])),
      removed: [...draft.removed, ...fates.flatMap(({ cut }) => (cut === undefined ? [] : [cut]))],
    };
  },
};

function fateOf(block: ParsedBlock, language: string | undefined): Fate {
  const text = block.text?.trim() ?? '';
  if (block.type !== 'paragraph' && block.type !== 'heading') return { keep: block };
  if (text === '') return {};
  const { kind, action } = readLine(text, language === undefined ? {} : { language });
  if (action === 'divider') return { keep: dividerOf(block) };
  if (action !== 'keep') return { cut: cutOf(block, kind, text) };
  const mark = OPTIONAL_MARK.exec(text)?.[0];
  if (mark === undefined) return { keep: block };
  const { html, ...rest } = block;
  const shorter = { ...rest, text: text.slice(0, -mark.length), ...(html === undefined ? {} : { html: html.replace(OPTIONAL_MARK, '') }) };
  return { keep: shorter, cut: { kind: 'optional-mark', text: mark.trim(), path: block.path } };
}

function dividerOf({ path, span }: ParsedBlock): ParsedBlock {
  return { type: 'divider', path, ...(span === undefined ? {} : { span }) };
}

function cutOf({ path, span }: ParsedBlock, kind: string, text: string): Cut {
  return { kind, text, path, ...(span === undefined ? {} : { span }) };
}
