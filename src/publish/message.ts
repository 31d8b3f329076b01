import type { Delivery } from './sink.ts';

/**
 * A delivery as one JSON object: the event, and the article under `article` where it is canonical; in another encoding under `document`
 * (an object where that encoding is JSON, else text) beside `encoding` and `mediaType`. A kill has neither. Copy under embargo says until when in
 * `embargoedUntil`.
 */
export function messageOf({ event, article, embargoedUntil }: Delivery, more: Readonly<Record<string, unknown>> = {}): string {
  const { cursor, type, articleId, revision, occurredAt } = event;
  const embargo = embargoedUntil === undefined ? {} : { embargoedUntil };
  const head = { cursor, type, articleId, revision, occurredAt, ...embargo, ...more };
  if (article === undefined) return JSON.stringify(head);
  const { encoding, mediaType, text } = article;
  if (encoding === 'canonical') return withMember(head, 'article', text);
  const document = /[/+]json\b/.test(mediaType) ? text : JSON.stringify(text);
  return withMember({ ...head, encoding, mediaType }, 'document', document);
}

/** The text of a member is JSON already: it is put in as it is. */
function withMember(head: object, name: string, json: string): string {
  return `${JSON.stringify(head).slice(0, -1)},${JSON.stringify(name)}:${json}}`;
}
