import type { Article } from '../../article/article.ts';
import { escapeText } from '../../article/escape-text.ts';
import { headlineOf, madeAt, pageOf } from '../article-facts.ts';
import type { Channel } from '../channel.ts';
import { element, textElement, writeXml, type XmlElement } from '../xml-writer.ts';

/**
 * RSS 2.0 (RSS Advisory Board, 2009-03-30) of public articles, newest first; all text is escaped. `gone` are ids of killed stories. The guid is
 * one for all revisions: a reader that has the story takes the newer text, or the empty one.
 */
export function rssOf(channel: Channel, articles: readonly Article[], gone: readonly string[] = []): string {
  const { title, link, description } = channel;
  const about = [element('title', {}, [title]), element('link', {}, [link]), element('description', {}, [description])];
  return writeXml(
    element('rss', { version: '2.0' }, [element('channel', {}, [...about, ...articles.map(itemOf), ...gone.map(goneItemOf)])]),
  );
}

function goneItemOf(id: string): XmlElement {
  return element('item', {}, [
    element('title', {}, ['Withdrawn']),
    element('guid', { isPermaLink: 'false' }, [id]),
    element('description', {}, []),
  ]);
}

function itemOf(article: Article): XmlElement {
  const published = article.times.published?.utc ?? madeAt(article);
  return element('item', {}, [
    element('title', {}, [headlineOf(article)]),
    textElement('link', pageOf(article)),
    element('guid', { isPermaLink: 'false' }, [article.id]),
    published === undefined ? undefined : element('pubDate', {}, [new Date(published).toUTCString()]),
    // RSS 2.0: a description is HTML, so that text is escaped as HTML before it is escaped as XML.
    element('description', {}, [
      escapeText(article.abstract?.text ?? article.body.blocks.find((block) => block.type === 'paragraph')?.text ?? ''),
    ]),
    ...(article.keywords ?? []).slice(0, 20).map((keyword) => textElement('category', keyword)),
  ]);
}
