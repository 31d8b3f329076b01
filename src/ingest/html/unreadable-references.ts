import type { Repair } from '../../article/provenance.ts';

const NUMERIC = /&#(?:x([0-9a-f]{1,200})|([0-9]{1,200}))/gi;
const LAST_CHARACTER = 0x10ffff;

/** Numeric references that name no character: HTML shows U+FFFD for them, which must not go unsaid. */
export function unreadableReferences(html: string): Repair[] {
  if (!html.includes('&#')) return [];
  const unreadable = [...html.matchAll(NUMERIC)].filter(([, hex, decimal]) => {
    const code = hex === undefined ? Number(decimal) : Number(`0x${hex}`);
    return code === 0 || code > LAST_CHARACTER || (code >= 0xd800 && code <= 0xdfff);
  });
  const [first] = unreadable;
  return first === undefined ? [] : [{ code: 'html.character-reference', detail: `${unreadable.length}, first: ${first[0].slice(0, 40)}` }];
}
