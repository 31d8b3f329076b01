import { isTag, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import { textOf } from '../inline-markup.ts';
import { wordsOf } from './folded-words.ts';

/** The headings of a page that may print its headline, and what stands as a heading in its crumbs. */
export interface PrintedHeadings {
  readonly headings: readonly Element[];
  /** Words of the crumbs: the short name of the page, mostly written for search engines. */
  readonly crumbs: readonly string[];
}

const CRUMB = /bread-?crumb|(?:^|[\s_-])crumbs?(?:$|[\s_-])|brotkrumen/i;
/** Lists of crumbs are this deep around their last one. */
const AROUND = 3;
const CRUMB_HOLDERS = new Set(['nav', 'ol', 'ul', 'li', 'span', 'div']);

/** The `h1` elements outside the crumbs; where none is left, the `h2` elements that are marked as the headline. `elements` in printed order. */
export function printedHeadings(elements: readonly Element[]): PrintedHeadings {
  const first = elements.filter(({ name }) => name === 'h1');
  const printed = first.filter((heading) => !isCrumb(heading));
  const own = new Set(printed.map(wordsIn));
  const crumbs = first.filter(isCrumb).map(wordsIn).filter((words) => words !== '' && !own.has(words)); // prettier-ignore
  const marked = elements.filter(({ name, attribs }) => name === 'h2' && attribs['itemprop'] === 'headline');
  return { headings: printed.length > 0 ? printed : marked, crumbs };
}

/** Whether names of an element say that it is a part of the crumbs, the way through the sections to this page. */
export function isCrumb(element: Element): boolean {
  if (namesCrumb(element)) return true;
  let up: Element['parent'] = element.parent;
  for (let step = 0; step < AROUND && up !== null && isTag(up) && CRUMB_HOLDERS.has(up.name); step += 1, up = up.parent)
    if (namesCrumb(up) && !holdsText(up)) return true;
  return false;
}

function namesCrumb({ attribs }: Element): boolean {
  const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''} ${attribs['aria-label'] ?? ''}`;
  return CRUMB.test(names) || Object.keys(attribs).some((name) => name.startsWith('data-') && CRUMB.test(name));
}

/** What is named after crumbs but holds paragraphs is the page below them. */
function holdsText({ children }: Element): boolean {
  return children.some((child) => isTag(child) && (child.name === 'p' || child.name === 'article' || child.name === 'section'));
}

function wordsIn(heading: Element): string {
  return wordsOf(foldSpace(textOf(heading)));
}
