import { jsonMember, memberAt } from './json-path.ts';

/** Where an answer of a queue says what to acknowledge. */
export interface ReceiptPlace {
  /** Dotted path of the list in a JSON answer ('' where the answer is the list), or absent for XML. */
  readonly items?: string;
  /** Dotted path within an item, or the name of an element. */
  readonly receipt: string;
}

/** Marks that can go into an address; a queue's own are numbers, UUIDs and base64. */
const RECEIPT = /^[\x21-\x7e]{1,2048}$/;

/** Every receipt of an answer, in its order; those that no address could hold are left out. */
export function receiptsIn(bytes: Uint8Array, { items, receipt }: ReceiptPlace): readonly string[] {
  const found = items === undefined ? elementsIn(bytes, receipt) : membersIn(jsonMember(bytes, items), receipt);
  return [...new Set(found.filter((text) => RECEIPT.test(text)))];
}

function membersIn(list: unknown, receipt: string): readonly string[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((item: unknown) => {
    const value = memberAt(item, receipt);
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  });
}

/** Text of the elements of this name, by their tags alone: a number or a UUID holds neither markup nor references. */
function elementsIn(bytes: Uint8Array, name: string): readonly string[] {
  const text = new TextDecoder().decode(bytes);
  const [open, close] = [`<${name}>`, `</${name}>`];
  const found: string[] = [];
  for (let at = text.indexOf(open); at >= 0; at = text.indexOf(open, at + 1)) {
    const end = text.indexOf(close, at);
    if (end < 0) break;
    found.push(text.slice(at + open.length, Math.min(end, at + open.length + 4_096)).trim());
  }
  return found;
}
