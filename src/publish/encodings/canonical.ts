import type { Article } from '../../article/article.ts';

/** What of an article may leave: everything but `internal`. Warnings and repairs stay, so that readers can see what was mended. */
export function publicArticle(article: Article): Article {
  const { internal: _internal, ...rest } = article;
  return rest;
}
