import type { Found, ParsedMedia } from '../../article/parsed-item.ts';
import { defined } from '../../article/defined.ts';
import { nodeAt, nodesAt, textAt, type JsonNode } from '../json.ts';
import { countAt, numberAt, stringAt } from '../json-text.ts';

const TYPES: Readonly<Record<string, ParsedMedia['type']>> = { image: 'picture', video: 'video', audio: 'audio' };

/** The picture, film or sound that an ANS object is; undefined for any other type, and for one without address and words. */
export function mediumOf(node: JsonNode): ParsedMedia | undefined {
  const type = TYPES[stringAt(node, 'type') ?? ''];
  if (type === undefined) return undefined;
  const renditions = type === 'picture' ? pictureRenditions(node) : streamsOf(node);
  const medium = defined({
    guid: stringAt(node, '_id'),
    headline: stringAt(node, 'headlines/basic') ?? stringAt(node, 'subtitle'),
    caption: textAt(node, 'caption') ?? textAt(node, 'description/basic'),
    credit: creditOf(node),
    alt: stringAt(node, 'alt_text'),
    created: textAt(node, 'created_date'),
  });
  if (renditions.length === 0 && medium.caption === undefined && medium.guid === undefined) return undefined;
  return { key: renditions[0]?.href ?? medium.guid ?? node.pointer, type, ...medium, renditions };
}

function pictureRenditions(node: JsonNode): ParsedMedia['renditions'] {
  const href = stringAt(node, 'url') ?? stringAt(node, 'additional_properties/fullSizeResizeUrl');
  if (href === undefined) return [];
  return [{ name: 'main', href, ...defined({ width: countAt(node, 'width'), height: countAt(node, 'height') }) }];
}

/** `duration` is in milliseconds for the whole, ours in seconds. */
function streamsOf(node: JsonNode): ParsedMedia['renditions'] {
  const milliseconds = numberAt(node, 'duration');
  return nodesAt(node, 'streams').flatMap((stream) => {
    const href = stringAt(stream, 'url');
    if (href === undefined) return [];
    const fields = defined({
      width: countAt(stream, 'width'),
      height: countAt(stream, 'height'),
      bytes: countAt(stream, 'filesize'),
      duration: milliseconds === undefined ? undefined : milliseconds / 1000,
    });
    return [{ name: stringAt(stream, 'stream_type') ?? 'stream', href, ...fields }];
  });
}

/** The line to print where one is given, else who took it and for whom: `Name/Agency`. */
function creditOf(node: JsonNode): Found | undefined {
  const printed = textAt(node, 'additional_properties/vanityCredit') ?? textAt(node, 'credits/by/0/byline');
  const by = namesOf(node, 'vanity_credits/by').concat(namesOf(node, 'credits/by'));
  const [first] = by;
  const agencies = namesOf(node, 'credits/affiliation');
  if (agencies.length === 0 && printed !== undefined && by.length <= 1) return printed;
  const text = [...new Set(by.map((name) => name.text))].join(', ');
  const whole = [text, ...agencies.map((agency) => agency.text)].filter((part) => part !== '').join('/');
  const path = first?.path ?? agencies[0]?.path;
  return path === undefined ? undefined : { text: whole, path };
}

function namesOf(node: JsonNode, path: string): Found[] {
  return nodesAt(node, path).flatMap((credit) => textAt(credit, 'name') ?? textAt(credit, 'byline') ?? []);
}

/** The pictures and films that promote a document: `promo_items.basic`, `lead_art`. */
export function promoNodes(node: JsonNode): JsonNode[] {
  return ['basic', 'lead_art', 'images', 'video', 'gallery'].flatMap((name) => {
    const promo = nodeAt(node, `promo_items/${name}`);
    return promo === undefined ? [] : [promo];
  });
}
