import { lengthOf, wordsOf } from './folded-words.ts';
import { rolesNamed } from './element-names.ts';
import { innerValue, scriptValues, type PageScript } from './script-values.ts';
import { markupOf, markupOfRows, NOT_STORY, proseIn, seenText } from './state-rows.ts';

/** A story as the state of a page's application holds it: markup to be read like a page's. */
export interface StateStory {
  readonly html: string;
  /** Characters of its prose, those of dense scripts counted threefold. */
  readonly length: number;
  /** `/html/script#4/props/pageProps/article/body` */
  readonly path: string;
  /** Whether the headline is stated beside it. */
  readonly isNamed: boolean;
}

/** Where the walk stands. */
interface Here {
  readonly value: unknown;
  readonly path: string;
  readonly depth: number;
  /** For how many more objects inward the headline counts as stated beside; 0 = it is not. */
  readonly named: number;
}

/** A story has so many characters of prose at least. */
const SHORTEST = 300;
const LONGEST = 500_000;
const MOST_NODES = 100_000;
/** Lists stand in lists: so many characters of markup are made of one value at most. */
const MOST_MARKUP = 2_000_000;
const DEEPEST = 40;
const LONGEST_PATH = 300;
/** The headline stands beside the story or so many objects around it. */
const NAMED_STEPS = 4;

/**
 * The story in the state that the scripts of a page carry: one text, or the rows of a list; of those beside which the headline is stated,
 * else of all, the one with most prose. Undefined where there is none.
 */
export function storyInState(scripts: readonly PageScript[], headline: string | undefined): StateStory | undefined {
  const title = wordsOf(headline ?? '');
  const found = scriptValues(scripts).flatMap(({ value, path }) => storiesIn(value, path, title));
  const named = found.filter(({ isNamed }) => isNamed);
  const [best] = (named.length > 0 ? named : found).sort((one, other) => other.length - one.length);
  return best;
}

function storiesIn(root: unknown, path: string, title: string): StateStory[] {
  const found: StateStory[] = [];
  const open: Here[] = [{ value: root, path, depth: 0, named: 0 }];
  let left = MOST_MARKUP;
  for (let seen = 0, here = open.pop(); here !== undefined && seen < MOST_NODES && left > 0; seen += 1, here = open.pop()) {
    const html = markupIn(here.value);
    left -= html.length;
    const story = storyOf(html, here);
    if (story !== undefined) found.push(story);
    if (story?.isNamed === true) continue;
    const value = typeof here.value === 'string' ? innerValue(here.value) : here.value;
    if (typeof value === 'object' && value !== null && here.depth < DEEPEST) for (const next of within(value, here, title)) open.push(next);
  }
  return found;
}

/** What an object or a list holds, without what its keys say is no story. */
function within(value: object, { path, depth, named }: Here, title: string): Here[] {
  const isList = Array.isArray(value);
  const isNaming = title !== '' && !isList && Object.values(value).some((text) => isTitle(text, title));
  const steps = isNaming ? NAMED_STEPS : Math.max(0, isList ? named : named - 1);
  return Object.entries(value)
    .filter(([key]) => isList || (rolesNamed(key) & NOT_STORY) === 0)
    .map(([key, inner]: [string, unknown]) => ({
      value: inner,
      path: path.length < LONGEST_PATH ? `${path}/${key}` : path,
      depth: depth + 1,
      named: steps,
    }));
}

function isTitle(text: unknown, title: string): boolean {
  return typeof text === 'string' && text.length < 2 * title.length + 40 && wordsOf(seenText(text)) === title;
}

function storyOf(html: string, { path, named }: Here): StateStory | undefined {
  if (html === '' || html.length > LONGEST) return undefined;
  const length = lengthOf(seenText(html));
  return length < SHORTEST ? undefined : { html, length, path, isNamed: named > 0 };
}

function markupIn(value: unknown): string {
  if (typeof value === 'string') return value.length < LONGEST && proseIn(value) > 0 ? markupOf(value) : '';
  return Array.isArray(value) ? markupOfRows(value) : '';
}
