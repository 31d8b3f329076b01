import { isTag, type Element } from 'domhandler';
import { all, at, children, type Selected } from '../tree.ts';
import { mediumOf } from './content-item.ts';

/** One story of a NewsItem: mostly the whole item; where a provider packs several into one (Belga), a component with lines of its own. */
export interface Story {
  readonly item: Element;
  /** The component that the story is, where the item holds several. */
  readonly component?: Element;
  /** Components that other stories of the item are. */
  readonly others: readonly Element[];
  /** Components that only show pictures, and belong to this story. */
  readonly pictures: readonly Element[];
}

/** Roles of the parts of one story; a component with any other role and a headline is a story of its own. */
const PARTS = /^(?:title|headline|lead|body|caption|main ?text|image|thumbnail|preview|quicklook|highdef|lowdef)$/i;

/** The stories of an item, in document order: one at least. Pictures beside them belong to the first. */
export function storiesOf(item: Element): Story[] {
  const whole: Story = { item, others: [], pictures: [] };
  const group = all(item, '//NewsComponent')
    .map(({ element }) => children(element, 'NewsComponent').filter(isApart))
    .find((parts) => parts.length > 1);
  if (group === undefined) return [whole];
  const stories = group.filter(tells);
  const pictures = group.filter((component) => !stories.includes(component));
  if (stories.length === 0) return [whole];
  return stories.map((component, index) => ({
    item,
    component,
    others: group.filter((other) => other !== component),
    pictures: index === 0 ? pictures : [],
  }));
}

function isApart(component: Element): boolean {
  const role = at(component, 'Role/@FormalName')?.text.trim() ?? '';
  const headline = at(component, 'NewsLines/HeadLine')?.text.trim() ?? '';
  return role !== '' && headline !== '' && !PARTS.test(role);
}

/** Whether a component holds text, sound or film, and not only pictures with their titles and captions. */
function tells(component: Element): boolean {
  return all(component, '//ContentItem').some(({ element }) => {
    const medium = mediumOf(element);
    return medium === 'audio' || medium === 'video' || (medium === 'text' && !/^(?:title|headline|caption)$/i.test(roleOf(element)));
  });
}

/** The role of the component that a ContentItem stands in. */
export function roleOf(content: Element): string {
  const component = content.parent;
  return component !== null && isTag(component) ? (at(component, 'Role/@FormalName')?.text.trim() ?? '') : '';
}

/** Values at `path` below the story; where it has none, below the item without its other stories. */
export function within(story: Story, path: string): Selected[] {
  const own = story.component === undefined ? [] : all(story.component, `//${path}`);
  if (own.length > 0) return own;
  return all(story.item, `//${path}`).filter(({ element }) => !story.others.some((other) => isBelow(element, other)));
}

/** ContentItems of the story and of the pictures that belong to it. */
export function contentItemsOf(story: Story): Selected[] {
  const pictures = story.pictures.flatMap((picture) => all(picture, '//ContentItem'));
  return [...within(story, 'ContentItem'), ...pictures];
}

function isBelow(element: Element, ancestor: Element): boolean {
  for (let node: Element['parent'] = element; node !== null; node = node.parent) if (node === ancestor) return true;
  return false;
}

/** Short name of a story inside its item: the component's Duid, else its place. */
export function storyMark(story: Story, index: number): string | undefined {
  if (story.component === undefined || story.others.every((other) => story.pictures.includes(other))) return undefined;
  const duid = story.component.attribs['Duid']?.trim() ?? '';
  const isOwn = duid.length > 1 && story.others.every((other) => other.attribs['Duid']?.trim() !== duid);
  return isOwn ? duid : String(index + 1);
}
