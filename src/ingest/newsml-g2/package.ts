import type { Element } from 'domhandler';
import type { ParsedBlock, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { all, at, children, filled } from '../tree.ts';
import { contentOf } from './body.ts';
import { local } from './code.ts';
import type { Given } from './given.ts';

/** Items, concepts and pages that a package refers to, by the role of their group. */
export function membersOf({ item }: Given): NonNullable<ParsedItem['links']> {
  const grouped = all(item, '//group').flatMap(({ element }) => {
    const rel = local(element.attribs['role']).toLowerCase() || 'member';
    return [...children(element, 'itemRef'), ...children(element, 'webRef'), ...children(element, 'conceptRef')].map((member) => ({
      member,
      rel,
    }));
  });
  const loose = children(item, 'itemRef').map((member) => ({ member, rel: 'member' }));
  return [...grouped, ...loose].flatMap(({ member, rel }) => linkOf(member, rel));
}

function linkOf(member: Element, rel: string): NonNullable<ParsedItem['links']> {
  const { residref, guidref, qcode, href, contenttype, size } = member.attribs;
  const id = (residref ?? guidref ?? qcode)?.trim();
  const title = filled(at(member, 'headline') ?? at(member, 'title') ?? at(member, 'name'))?.text.replace(/\s+/g, ' ');
  if (id === undefined && href === undefined) return [];
  return [
    {
      rel,
      ...(href === undefined ? {} : { url: href.trim() }),
      ...(id === undefined ? {} : { id }),
      ...(title === undefined ? {} : { title }),
      ...(contenttype === undefined ? {} : { type: contenttype }),
      ...(/^\d{1,12}$/.test(size ?? '') ? { length: Number(size) } : {}),
    },
  ];
}

/** The text of the first member that came along in the same message and has one. */
export function memberText(given: Given): readonly ParsedBlock[] {
  for (const member of presentMembers(given)) {
    const { blocks } = contentOf(member);
    if (blocks.length > 0) return blocks;
  }
  return [];
}

/** Pictures, films and sounds of the members that came along. */
export function memberMedia(given: Given, read: (member: Element) => readonly ParsedMedia[]): readonly ParsedMedia[] {
  return presentMembers(given).flatMap(read);
}

export function presentMembers(given: Given): readonly Element[] {
  return membersOf(given)
    .flatMap(({ id }) => (id === undefined ? [] : (given.others.get(id) ?? [])))
    .filter((member) => member !== given.item);
}
