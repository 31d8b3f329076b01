import { defined } from '../../article/defined.ts';
import type { Found } from '../../article/parsed-item.ts';
import { textIn } from './described.ts';
import type { AgencyStatement } from './feed.ts';
import { all, foundAt, holderOf, pathOf, type Holder } from './holder.ts';

/**
 * What the agency WENN says of an entry in elements of its own (`wenn_nm`, `wenn_cm` of 2010-03): its number, which all feeds share, its
 * moments, its state, and the first line, which stands apart from the text. Source: a feed of 2015, read 2026-11-25.
 */
export function wennOf(entry: Holder): AgencyStatement | undefined {
  const management = childOf(entry, 'wenn_nm:newsmanagement');
  const content = childOf(entry, 'wenn_cm:contentmetadata');
  if (management === undefined && content === undefined) return undefined;
  const stated = (name: string): Found | undefined => (management === undefined ? undefined : foundAt(management, [`wenn_nm:${name}`]));
  return {
    id: stated('original_article_id'),
    pubStatus: stated('publishing_status'),
    summary: content === undefined ? undefined : textIn(content, undefined, ['wenn_cm:first_line']),
    moments: defined({ created: stated('published'), updated: stated('updated') }),
  };
}

function childOf(entry: Holder, key: string): Holder | undefined {
  const [element] = all(entry, key);
  return element === undefined ? undefined : holderOf(element, pathOf(entry, element), entry.scope);
}
