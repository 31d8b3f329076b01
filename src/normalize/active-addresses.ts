import { isActiveAddress } from '../article/active-address.ts';
import type { ParsedBlock, ParsedItem } from '../article/parsed-item.ts';

/** What may have an address. */
interface Addressed {
  readonly url?: string;
}

const SHOWN = 200;

/**
 * Active addresses (`javascript:`, `data:`) leave the item, whatever format it came in: who shows the article would follow them. A rendition
 * without its address is none. Each is told in a note, so that nothing is lost.
 */
export function withoutActiveAddresses(item: ParsedItem): ParsedItem {
  const told: string[] = [];
  const isActive = (address: string | undefined): boolean => {
    if (address === undefined || !isActiveAddress(address)) return false;
    told.push(address.slice(0, SHOWN));
    return true;
  };
  const clean = <Value extends Addressed>(value: Value): Value => {
    if (!isActive(value.url)) return value;
    const { url: _url, ...rest } = value;
    return rest as Value;
  };
  const cleanBlock = (block: ParsedBlock): ParsedBlock => {
    const { blocks, ...rest } = clean(block);
    return blocks === undefined ? rest : { ...rest, blocks: blocks.map(cleanBlock) };
  };
  const cleaned: ParsedItem = {
    ...item,
    body: item.body.map(cleanBlock),
    ...(item.links === undefined ? {} : { links: item.links.map(clean) }),
    ...(item.related === undefined ? {} : { related: item.related.map(clean) }),
    ...(item.leftOut === undefined ? {} : { leftOut: item.leftOut.map(clean) }),
    ...(item.media === undefined
      ? {}
      : { media: item.media.map((medium) => ({ ...medium, renditions: medium.renditions.filter(({ href }) => !isActive(href)) })) }),
  };
  if (told.length === 0) return item;
  return { ...cleaned, notes: [...(item.notes ?? []), ...told.map((detail) => ({ code: 'address.active', detail }))] };
}
