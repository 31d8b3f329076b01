import { isTag, type Element } from 'domhandler';
import { textContent } from 'domutils';
import type { Found } from '../../article/parsed-item.ts';
import type { Repair } from '../../article/provenance.ts';
import { BadInput } from '../../faults.ts';
import { decode } from '../decode.ts';
import { xmlLeaves } from '../leaves.ts';
import { child, children, localName, pathOf } from '../tree.ts';
import { readXml } from '../xml.ts';

/** A property: text, members of a list, or fields of a structure. */
export interface XmpValue {
  readonly text: string;
  readonly path: string;
  readonly lang?: string;
  readonly items?: readonly XmpValue[];
  readonly fields?: ReadonlyMap<string, XmpValue>;
}

/** All properties of the packets by usual prefix and name (`photoshop:Headline`), and every text for `rest`. */
export interface Xmp {
  readonly properties: ReadonlyMap<string, XmpValue>;
  readonly leaves: readonly Found[];
  readonly repairs: readonly Repair[];
  /** The first packet that was refused; the document's own fault where nothing else is there. */
  readonly refused?: BadInput;
}

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XML = 'http://www.w3.org/XML/1998/namespace';
/** Usual prefixes. Source: XMP specification part 2 (2016), IPTC Photo Metadata 2025.1, PLUS 2.0. */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://purl.org/dc/elements/1.1/': 'dc',
  'http://ns.adobe.com/xap/1.0/': 'xmp',
  'http://ns.adobe.com/xap/1.0/rights/': 'xmpRights',
  'http://ns.adobe.com/xap/1.0/mm/': 'xmpMM',
  'http://ns.adobe.com/photoshop/1.0/': 'photoshop',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/': 'Iptc4xmpCore',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/': 'Iptc4xmpExt',
  'http://ns.useplus.org/ldf/xmp/1.0/': 'plus',
};
const LISTS = new Set(['Alt', 'Bag', 'Seq']);
/** Marks of the notation itself, which say nothing about the picture. */
const NOTATION = /\/@(?:rdf:\w+|xml:lang|[a-z]{1,8}:xmptk)$/;

/** XMP packets through the project's own XML gate: no DOCTYPE, no entities, bounded. A packet that cannot be read costs only itself. */
export function readXmp(packets: readonly Uint8Array[]): Xmp {
  const read = packets.map((packet, index) => readPacket(packet, index === 0 ? 'xmp' : `xmp${index + 1}`));
  const properties = new Map<string, XmpValue>();
  for (const [name, value] of read.flatMap((one) => [...one.properties])) if (!properties.has(name)) properties.set(name, value);
  const refused = read.find((one) => one.refused !== undefined)?.refused;
  return {
    properties,
    leaves: read.flatMap((one) => one.leaves),
    repairs: read.flatMap((one) => one.repairs),
    ...(refused === undefined ? {} : { refused }),
  };
}

function readPacket(packet: Uint8Array, prefix: string): Xmp {
  try {
    const { text, repairs } = decode(packet, {});
    const root = children(readXml(text.replaceAll('\0', ' ').trimEnd()))[0];
    if (root === undefined) return { properties: new Map(), leaves: [], repairs };
    const leaves = xmlLeaves(root).filter(({ path }) => !NOTATION.test(path));
    return { properties: propertiesOf(root, prefix), leaves: leaves.map((leaf) => ({ ...leaf, path: `${prefix}${leaf.path}` })), repairs };
  } catch (thrown) {
    if (!(thrown instanceof BadInput)) throw thrown;
    const repair = { code: 'picture.xmp-refused', detail: `${thrown.code}: ${thrown.message}`.slice(0, 300) };
    return { properties: new Map(), leaves: [], repairs: [repair], refused: thrown };
  }
}

/** The value itself, or its members; of language alternatives the default one. */
export function textsOf(value: XmpValue | undefined): Found[] {
  if (value === undefined) return [];
  if (value.items === undefined) return value.text === '' ? [] : [{ text: value.text, path: value.path }];
  const isAlternatives = value.items.some(({ lang }) => lang !== undefined);
  const chosen = isAlternatives ? [value.items.find(({ lang }) => lang === 'x-default') ?? value.items[0]] : value.items;
  return chosen.flatMap((item) => (item === undefined || item.text === '' ? [] : [{ text: item.text, path: item.path }]));
}

/** The structures of a list, or the one that stands alone. */
export function structuresOf(value: XmpValue | undefined): ReadonlyMap<string, XmpValue>[] {
  if (value === undefined) return [];
  return (value.items ?? [value]).flatMap(({ fields }) => (fields === undefined ? [] : [fields]));
}

function propertiesOf(root: Element, prefix: string): Map<string, XmpValue> {
  const rdf = localName(root) === 'RDF' ? root : child(root, 'RDF');
  return new Map(children(rdf, 'Description').flatMap((description) => [...fieldsOf(description, prefix)]));
}

/** Child elements and attributes that are properties. */
function fieldsOf(element: Element, prefix: string): Map<string, XmpValue> {
  const fields = new Map<string, XmpValue>();
  for (const [name, text] of Object.entries(element.attribs)) {
    const uri = name.includes(':') ? namespaceOf(element, name.slice(0, name.indexOf(':'))) : '';
    if (uri === '' || uri === RDF || uri === XML) continue;
    fields.set(nameOf(uri, name), { text: text.trim(), path: `${prefix}${pathOf(element)}/@${name}` });
  }
  for (const property of children(element)) fields.set(nameOf(property.namespace ?? '', property.name), valueOf(property, prefix));
  return fields;
}

function nameOf(uri: string, name: string): string {
  const local = name.slice(name.indexOf(':') + 1);
  return `${PREFIXES[uri] ?? name.slice(0, Math.max(0, name.indexOf(':')))}:${local}`;
}

/** Attributes know only their prefix: its namespace is declared on the element or above. */
function namespaceOf(element: Element, prefix: string): string {
  if (prefix === 'xmlns') return '';
  if (prefix === 'xml') return XML;
  const own = element.attribs[`xmlns:${prefix}`];
  if (own !== undefined) return own;
  return element.parent !== null && isTag(element.parent) ? namespaceOf(element.parent, prefix) : '';
}

function valueOf(element: Element, prefix: string): XmpValue {
  const inner = children(element);
  const list = inner.find((each) => each.namespace === RDF && LISTS.has(localName(each)));
  const lang = element.attribs['xml:lang'];
  const base = { path: `${prefix}${pathOf(element)}`, ...(lang === undefined ? {} : { lang }) };
  if (list !== undefined) return { ...base, text: '', items: children(list, 'li').map((item) => valueOf(item, prefix)) };
  const described = inner.find((each) => each.namespace === RDF && localName(each) === 'Description') ?? element;
  const fields = fieldsOf(described, prefix);
  if (fields.size > 0) return { ...base, text: '', fields };
  return { ...base, text: element.attribs['rdf:resource'] ?? textContent(element).trim() };
}
