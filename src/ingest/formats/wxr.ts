import { BadInput } from '../../faults.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { readLooseXml } from '../loose-xml.ts';
import { all, at, children, filled } from '../tree.ts';
import { isWordPressExport } from '../wordpress/is-export.ts';
import { readPost, type Site } from '../wordpress/post.ts';

/**
 * WordPress eXtended RSS: the export of a site, posts, pages and attachments alike. Read tolerantly, as the feeds are.
 * @throws {BadInput} `wxr.no-channel`, `xml.too-deep`
 */
export const wxr: Format = {
  name: 'wxr',
  version: '1',
  source: 'WordPress export of versions 1.0 to 1.2 (WordPress 2.7 to 6.8)',
  reads:
    'Posts, pages and attachments with status, terms, authors, excerpt, text (blocks or classic, captions and shortcodes), featured picture. Menus, revisions and the like are kept and never published.',
  gaps: ['comments stay in x', 'shortcodes of plug-ins are taken out of the text and kept in x'],
  recognises: ({ text }) => isWordPressExport(text),
  parse(document) {
    const { document: tree, repairs, unfinished } = readLooseXml(document.text);
    const channel = all(children(tree, 'rss')[0], 'channel')[0]?.element;
    if (channel === undefined)
      throw new BadInput('wxr.no-channel', { message: 'The export has no channel', hint: 'Export the site again' });
    const items = children(channel, 'item');
    const site: Site = {
      title: filled(at(channel, 'title')),
      language: filled(at(channel, 'language')),
      authors: new Map(
        all(channel, 'author').flatMap(({ element }) =>
          nameOf(filled(at(element, 'author_login'))?.text, filled(at(element, 'author_display_name'))?.text),
        ),
      ),
      postsById: new Map(items.map((item) => [at(item, 'post_id')?.text.trim() ?? '', item])),
    };
    const version = filled(at(channel, 'wxr_version'))?.text;
    const read = eachItem(items, (item, index) => {
      if (unfinished.has(item))
        throw new BadInput('xml.truncated', {
          message: 'The document ends inside this item',
          hint: 'Export the site again',
          where: { item: index },
        });
      return readPost(item, index, site);
    });
    return { ...(version === undefined ? {} : { formatVersion: version }), items: read, repairs };
  },
};

function nameOf(login: string | undefined, display: string | undefined): (readonly [string, string])[] {
  return login === undefined || display === undefined ? [] : [[login, display]];
}
