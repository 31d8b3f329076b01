import type { ArticleType } from '../article/article.ts';
import type { MediaType } from '../article/media.ts';

const MEDIA: ReadonlySet<string> = new Set<MediaType & ArticleType>(['picture', 'graphic', 'video', 'audio']);

/** Whether an item of this type is itself a picture, film or sound. */
export function isMedium(type: string | undefined): type is MediaType & ArticleType {
  return type !== undefined && MEDIA.has(type);
}
