import type { Json, JsonNode } from '../json.ts';
import { isObject } from '../json.ts';

/** An escape that was escaped once more: after reading, `\n` and `\u00e9` still stand in the text. */
const LEFT_OVER = /\\(?:u([0-9a-f]{4})|([nrt"'\\/]))/gi;
/** One of these shows that a text was escaped twice; a lone backslash may be meant. */
const TWICE = /\\(?:u[0-9a-f]{4}|n|r\\n|")/i;
const SHORT: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The document with texts that were escaped twice read as they were meant; `count` = how many texts. Pointers stay true. */
export function withoutOverEscapes(node: JsonNode): { node: JsonNode; count: number } {
  let count = 0;
  const mend = (value: Json): Json => {
    if (typeof value === 'string') {
      if (!TWICE.test(value)) return value;
      count += 1;
      return unescaped(value);
    }
    if (Array.isArray(value)) return (value as readonly Json[]).map(mend);
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, mend(member)])) : value;
  };
  return { node: { ...node, value: mend(node.value) }, count };
}

function unescaped(text: string): string {
  return text.replace(LEFT_OVER, (_, hex: string | undefined, letter: string | undefined) =>
    hex === undefined ? (SHORT[letter?.toLowerCase() ?? ''] ?? letter ?? '') : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
