import type { Article } from '../../article/article.ts';
import { defined } from '../../article/defined.ts';
import { addressesOf, bylineOf, headlineOf, madeAt, pageOf } from '../article-facts.ts';
import type { Channel } from '../channel.ts';

type Members = Record<string, unknown>;

/** JSON Feed 1.1 (jsonfeed.org, 2020-08-07) of public articles, newest first. `gone` are ids of killed stories: nothing but the id is left of them. */
export function jsonFeedOf(channel: Channel, articles: readonly Article[], gone: readonly string[] = []): Members {
  const { title, link, description } = channel;
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: link,
    description,
    items: [...articles.map(jsonFeedItemOf), ...gone.map(goneItemOf)],
  };
}

function goneItemOf(id: string): Members {
  return { id, content_text: '', _wirecopy: { status: 'killed' } };
}

/** One item of a JSON Feed. Its id stays through all revisions: a reader that knows it takes the newer text. */
export function jsonFeedItemOf(article: Article): Members {
  const { times, body, byline, media, identity, status, provider } = article;
  const pictures = (media ?? []).filter(({ type }) => type === 'picture');
  const others = (media ?? []).filter(({ type }) => type !== 'picture');
  const url = pageOf(article);
  const published = times.published?.utc ?? times.firstCreated?.utc ?? madeAt(article);
  const printed = bylineOf(article);
  const named = byline.authors.length > 0 ? byline.authors.map(({ name }) => ({ name })) : [{ name: printed ?? provider.name }];
  return defined({
    id: article.id,
    url,
    title: headlineOf(article),
    summary: article.abstract?.text,
    content_html: body.html,
    content_text: body.text,
    image: pictures.flatMap(addressesOf)[0]?.href,
    date_published: published ?? undefined,
    date_modified: times.updated?.utc ?? madeAt(article),
    authors: named,
    tags: article.keywords,
    language: article.language,
    attachments: attachmentsOf(others),
    _wirecopy: defined({
      revision: identity.revision ?? undefined,
      kind: status.kind,
      provider: provider.name,
    }),
  });
}

function attachmentsOf(media: NonNullable<Article['media']>): Members[] | undefined {
  const list = media.flatMap(({ caption, renditions }) =>
    addressesOf({ renditions })
      .slice(0, 1)
      .map(({ href, mediaType, bytes, duration }) =>
        defined({
          url: href,
          mime_type: mediaType ?? 'application/octet-stream',
          title: caption,
          size_in_bytes: bytes,
          duration_in_seconds: duration,
        }),
      ),
  );
  return list.length === 0 ? undefined : list;
}
