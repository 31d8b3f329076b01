/** A tag, an entity, a run of plain text, or one of the two characters that begin neither. */
const TOKEN = /<[^<>]{0,2000}>|&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});|[^<&]+|[<&]/giu;
const EMPTY = /<([a-z]{1,8})(?:\s[^<>]{0,2000})?><\/\1>/giu;

/** Inline HTML without its first `count` characters of text (UTF-16 units, an entity counts as what it stands for, one). Tags stay balanced. */
export function dropTextStart(html: string, count: number): string {
  return splitText(html, count, (_before, after) => after);
}

/** Inline HTML with only its first `count` characters of text. Tags stay balanced. */
export function keepTextStart(html: string, count: number): string {
  return splitText(html, count, (before) => before);
}

/** Cuts each stretch of text where the count ends and keeps one side of it; tags stay, those left empty go. */
function splitText(html: string, count: number, side: (before: string, after: string) => string): string {
  let left = count;
  const kept = (html.match(TOKEN) ?? []).map((token) => {
    if (token.length > 1 && token.startsWith('<')) return token;
    const isEntity = token.length > 1 && token.startsWith('&');
    const taken = isEntity ? (left > 0 ? token.length : 0) : Math.min(left, token.length);
    left -= isEntity ? Math.sign(taken) : taken;
    return side(token.slice(0, taken), token.slice(taken));
  });
  return kept.join('').replace(EMPTY, '').trim();
}
