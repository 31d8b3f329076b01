import type { ChildNode } from 'domhandler';
import type { ParsedBlock, Span } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { storyInState, type StateStory } from './app-state.ts';
import { pageTree } from './page-tree.ts';
import type { PageScript } from './script-values.ts';
import { storyBody, type StoryBody } from './story-body.ts';
import type { Hints } from './story-reading.ts';

/** What a page says of its story, and the scripts in which the story itself may stand. */
export interface PageHints extends Hints {
  /** Empty where the text is for subscribers: what the page does not print then is not meant to be read. */
  readonly scripts: readonly PageScript[];
}

/** A printed story of more characters is all of it. */
const PRINTED = 1_500;
/** A story found in less text than this share of what the state of the application holds is not all of it. */
const ENOUGH = 0.4;
/** What the page prints of a story that its state holds whole. */
const UNREAD = 'page-text';

/** The story of a page: as it is printed or stated by its data, or, where that is much less, as the state of its application holds it. */
export function pageStory(page: readonly ChildNode[], hints: PageHints, base: string | undefined): StoryBody {
  const printed = storyBody(page, hints, base);
  const length = printed.body.reduce((sum, block) => sum + lengthOf(block), 0);
  if (length > PRINTED || hints.scripts.length === 0) return printed;
  const state = storyInState(hints.scripts, hints.headline);
  if (state === undefined || length > ENOUGH * state.length || (!state.isNamed && printed.way !== 'all text')) return printed;
  return readState(state, printed, { ...hints, articleBody: undefined, heading: undefined }, base) ?? printed;
}

function lengthOf({ text, items }: ParsedBlock): number {
  return (text?.length ?? 0) + (items ?? []).reduce((sum, item) => sum + item.text.length, 0);
}

/** The story of the state, read like a page of its own; undefined where that finds none, or its markup is no page's. */
function readState(state: StateStory, printed: StoryBody, hints: Hints, base: string | undefined): StoryBody | undefined {
  const story = readMarkup(state.html, hints, base);
  if (story === undefined || story.way !== 'weighed') return undefined;
  const unread = printed.texts.map(({ path, span, text, isKept, kind, why }) => ({ path, span, text, isKept: false, kind: isKept ? UNREAD : kind, why })); // prettier-ignore
  const within = <Part extends Placed>(part: Part): Part => withinState(part, state.path);
  return {
    way: 'app state',
    body: story.body.map(within),
    pictures: story.pictures.map(({ caption, credit, ...picture }) => ({
      ...picture,
      ...(caption === undefined ? {} : { caption: within(caption) }),
      ...(credit === undefined ? {} : { credit: within(credit) }),
    })),
    shown: printed.shown,
    leftOut: story.leftOut.map(within),
    texts: [...unread, ...story.texts.map(({ path, text, isKept, kind, why }) => within({ path, text, isKept, kind, why }))],
  };
}

interface Placed {
  readonly path: string;
  readonly span?: Span;
}

/** Places in the markup of a value are none of the document. */
function withinState<Part extends Placed>(part: Part, path: string): Part {
  const { span: _span, ...rest } = part;
  return { ...rest, path: `${path}${part.path}` } as Part;
}

/** Around the markup of a value stands nothing that would say where the story begins. */
function readMarkup(html: string, hints: Hints, base: string | undefined): StoryBody | undefined {
  try {
    return storyBody(pageTree(`<article>${html}</article>`), hints, base);
  } catch (thrown) {
    if (thrown instanceof BadInput) return undefined;
    throw thrown;
  }
}
