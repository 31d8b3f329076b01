import { isTag, type Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found } from '../../article/parsed-item.ts';
import { textOf } from '../inline-markup.ts';
import { elementsIn } from './element-line.ts';

/** The types of schema.org that are a story; others have authors of their own: comments, reviews, books. */
const STORY = /(?:Article|BlogPosting|SocialMediaPosting|Report|WebPage|CreativeWork)$/;
const AUTHOR = /(?:^|\s)(?:author|creator)(?:\s|$)/;
/** A page that names more has lists of other stories, and each is looked through. */
const MOST = 40;
const NAME = /(?:^|\s)name(?:\s|$)/;

/**
 * Names of the authors whom the page's microdata give as items of their own: `itemprop="author" itemscope` with a `name` inside, printed or
 * as the `content` of a meta element. `elements` = those with an `itemprop`, in printed order.
 */
export function microdataAuthors(elements: readonly Element[]): Found[] {
  const authors = elements
    .filter(({ attribs }) => AUTHOR.test(attribs['itemprop'] ?? '') && attribs['itemscope'] !== undefined)
    .slice(0, MOST)
    .map((element) => ({ element, scope: scopeAround(element) }))
    .filter(({ scope }) => scope === undefined || STORY.test(scope.attribs['itemtype'] ?? ''));
  const story = authors.map(({ scope }) => scope).find((scope) => scope === undefined || holdsHeading(scope));
  const found = authors.filter(({ scope }) => scope === story).flatMap(({ element }) => nameIn(element));
  return found.filter(({ text }, index) => found.findIndex((other) => other.text === text) === index);
}

/** Pages mark other stories too; the one of the page has its heading. */
function holdsHeading(scope: Element): boolean {
  return elementsIn(scope.children, ({ name }) => name === 'h1').length > 0;
}

function scopeAround(element: Element): Element | undefined {
  for (let up = element.parent; up !== null && isTag(up); up = up.parent) if (up.attribs['itemscope'] !== undefined) return up;
  return undefined;
}

/** The name of the item itself, not of one inside it such as an employer. */
function nameIn(element: Element): Found[] {
  const [name] = elementsIn(element.children, (inner) => NAME.test(inner.attribs['itemprop'] ?? '') && scopeAround(inner) === element);
  const text = name === undefined ? '' : foldSpace(name.attribs['content'] ?? textOf(name));
  return text === '' ? [] : [{ text, path: '/html/body//*[@itemprop="author"]/*[@itemprop="name"]' }];
}
