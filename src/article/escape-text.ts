const MARKS = /[&<>]/;
const ALL_MARKS = /[&<>]/g;

/** Text as HTML text; quotes need no escape outside attributes. */
export function escapeText(text: string): string {
  return MARKS.test(text) ? text.replace(ALL_MARKS, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : '&gt;')) : text;
}

/** Text as the value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  const escaped = escapeText(text);
  return escaped.includes('"') ? escaped.replaceAll('"', '&quot;') : escaped;
}
