import { feedRoot } from '../root-element.ts';

/** Whether an RSS document is WordPress's own export (WXR): a feed of a WordPress site never has these elements. */
export function isWordPressExport(text: string): boolean {
  return feedRoot(text) === 'rss' && /<wp:(?:wxr_version|post_id|post_type|base_blog_url)[\s>]/.test(text.slice(0, 200_000));
}
