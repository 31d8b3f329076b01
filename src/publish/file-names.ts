import { createHash } from 'node:crypto';
import type { Delivery } from './sink.ts';

/** What a kill leaves in the folder of its story. */
export const KILLED = 'killed.json';
/** What a withhold leaves there until the story returns. */
export const WITHHELD = 'withheld.json';

/** The folder of a story. Its id is data, never a path: what is not plain is replaced, and a hash keeps names apart. */
export function folderOf(articleId: string): string {
  const plain = articleId.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 80);
  return `${plain}-${createHash('sha256').update(articleId).digest('hex').slice(0, 12)}`;
}

/** The file of a revision, or of what took the story back, in the folder of its story. Copy under embargo is never taken for what is out. */
export function fileOf({ event, article, embargoedUntil }: Delivery): string {
  if (article !== undefined) return `${event.revision}${embargoedUntil === undefined ? '' : '.embargoed'}.${article.extension}`;
  return event.type === 'article.withheld' ? WITHHELD : KILLED;
}

/** What stands in that file. */
export function contentOf({ event, article, key }: Delivery): string {
  return article === undefined ? `${JSON.stringify({ ...event, key })}\n` : article.text;
}
