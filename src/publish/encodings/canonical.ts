import type { Article } from '../../article/article.ts';

/**
 * What of an article may leave: everything but `internal`, and `x`, for a field that nobody has mapped may be a desk's own note.
 * Warnings and repairs stay, so that readers can see what was mended.
 */
export function publicArticle(article: Article): Article {
  const { internal: _internal, x: _x, ...rest } = article;
  return rest;
}
