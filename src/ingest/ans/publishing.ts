import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { nodeAt, nodesAt, textAt, textsAt, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';
import type { AnsDocument } from './document.ts';

/**
 * An active embargo holds until `end_time`; one without an end keeps applying, and its mark, which is no moment, says so.
 * Only a plain `active: false` lifts it.
 */
export function embargoOf(node: JsonNode): Found | undefined {
  const embargo = nodeAt(node, 'content_restrictions/embargo');
  if (embargo === undefined || nodeAt(embargo, 'active')?.value === false) return undefined;
  return textAt(embargo, 'end_time') ?? textAt(embargo, 'description') ?? { text: 'active', path: embargo.pointer };
}

/** The moment at which a scheduled operation takes the story down. */
export function expiryOf(node: JsonNode): Found | undefined {
  return nodesAt(node, 'publishing/scheduled_operations/unpublish_edition').flatMap((each) => textAt(each, 'date') ?? [])[0];
}

/** A deletion is a kill; else the status as stated; a revision that says it is not published is a draft. */
export function pubStatusOf({ node, operation }: AnsDocument): Found | undefined {
  if (operation !== undefined && /^(?:delete|unpublish)/i.test(operation.text)) return { text: 'deleted', path: operation.path };
  const published = nodeAt(node, 'revision/published');
  return textAt(node, 'status') ?? (published?.value === false ? { text: 'draft', path: published.pointer } : undefined);
}

/** `syndication.external_distribution: false` forbids passing the story on. */
export function rightsOf(node: JsonNode): ParsedItem['rights'] {
  const external = nodeAt(node, 'syndication/external_distribution')?.value === false ? ['external_distribution: false'] : [];
  const restrictions = [...external, ...textsAt(node, 'content_restrictions/geo/restrictions/country').map(({ text }) => text)];
  const rights = defined({
    notice: stringAt(node, 'copyright'),
    terms: stringAt(node, 'distributor/additional_properties/terms'),
    restrictions: restrictions.length === 0 ? undefined : restrictions,
  });
  return Object.keys(rights).length === 0 ? undefined : rights;
}
