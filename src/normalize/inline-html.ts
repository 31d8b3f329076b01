const TOKEN = /<[^<>]{0,2000}>|&(?:[a-z]{2,8}|#\d{1,7}|#x[\da-f]{1,6});|[\s\S]/giu;
const EMPTY = /<([a-z]{1,8})(?:\s[^<>]{0,2000})?><\/\1>/giu;

/** Inline HTML without its first `count` characters of text (UTF-16 units, an entity counts as what it stands for, one). Tags stay balanced. */
export function dropTextStart(html: string, count: number): string {
  let left = count;
  return tidy(html, (token) => {
    if (left <= 0 || token.startsWith('<')) return true;
    left -= unitsOf(token);
    return false;
  });
}

/** Inline HTML with only its first `count` characters of text. */
export function keepTextStart(html: string, count: number): string {
  let left = count;
  return tidy(html, (token) => {
    if (token.startsWith('<')) return true;
    left -= unitsOf(token);
    return left >= 0;
  });
}

function unitsOf(token: string): number {
  return token.length > 1 && token.startsWith('&') ? 1 : token.length;
}

function tidy(html: string, keep: (token: string) => boolean): string {
  const kept = (html.match(TOKEN) ?? []).filter(keep).join('');
  return kept.replace(EMPTY, '').trim();
}
