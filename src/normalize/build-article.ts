import type { Article } from '../article/article.ts';
import { defined } from '../article/defined.ts';
import type { ParsedItem } from '../article/parsed-item.ts';
import { bodyOf } from './body.ts';
import type { Draft } from './draft.ts';
import { articleId, identityOf } from './identity.ts';
import { unmappedOf } from './unmapped.ts';

/** What the article says about the document it came from. */
export type Origin = Pick<Article['provenance'], 'rawSha256' | 'format' | 'parser'> &
  Partial<Pick<Article['provenance'], 'transport' | 'url' | 'followed' | 'mediaType' | 'formatVersion' | 'encoding' | 'encodingBasis'>>;

/** Puts the settled fields, the body and the provenance together. Key order is fixed, so equal input gives equal bytes. */
export function buildArticle(draft: Draft, origin: Origin): Article {
  const { item, settled, profile } = draft;
  const body = bodyOf(draft);
  const times = timesOf(draft);
  const headline = settled.headline ?? { text: item.headline?.text.trim() ?? null };
  const provider = settled.provider ?? { code: profile.provider.code, name: profile.provider.name };
  const media = settled.media === undefined || settled.media.length === 0 ? undefined : [...settled.media];
  const identity = identityOf(draft, { provider: provider.code ?? provider.name, headline: headline.text, body, media, times });
  const article = defined({
    schema: 'wire-article/1.0' as const,
    id: articleId(provider.code ?? provider.name, identity.storyKey),
    identity,
    type: settled.type ?? item.type ?? 'text',
    status: settled.status ?? {
      kind: 'story',
      pubStatusRaw: null,
      effective: 'withheld',
      publishable: false,
      reasons: ['status-unsettled'],
      embargo: null,
      markers: [],
    },
    language: settled.language,
    languageBasis: settled.languageBasis,
    dir: settled.dir,
    headline,
    slugline: settled.slugline ?? nonEmpty(item.slugline?.text),
    title: settled.title ?? nonEmpty(item.title?.text),
    abstract: settled.abstract ?? abstractOf(item),
    byline: settled.byline ?? { raw: null, authors: [] },
    provider: defined({ ...provider, service: provider.service ?? item.service, products: provider.products ?? filled(item.products) }),
    agencies: filled(settled.agencies ?? item.agencies),
    rights:
      settled.rights ??
      (item.rights === undefined ? undefined : defined({ ...item.rights, restrictions: filled(item.rights.restrictions) })),
    dateline: settled.dateline,
    times,
    body,
    media,
    subjects: filled(item.subjects),
    keywords: filled(item.keywords),
    genres: filled(item.genres),
    places: filled(item.places),
    people: filled(item.people),
    organisations: filled(item.organisations),
    urgency: settled.urgency ?? urgencyOf(item),
    priority: settled.priority ?? priorityOf(item),
    links: filled(item.links),
    related: settled.related ?? relatedOf(item),
    internal: internalOf(draft),
    provenance: provenanceOf(draft, origin),
  });
  return defined({ ...article, x: unmappedOf(article, item) });
}

function provenanceOf({ context, profile, item, repairs, notes }: Draft, source: Origin): Article['provenance'] {
  return defined({
    feed: context.feed,
    transport: source.transport,
    url: source.url ?? context.url,
    fetchedAt: context.receivedAt,
    mediaType: source.mediaType,
    format: source.format,
    formatVersion: source.formatVersion,
    encoding: source.encoding,
    encodingBasis: source.encodingBasis,
    rawSha256: source.rawSha256,
    item: item.index,
    followed: source.followed,
    parser: source.parser,
    rules: `${profile.id}@${profile.version}`,
    repairs: [...repairs, ...(item.repairs ?? [])],
    warnings: [...notes],
  });
}

/** `versionCreated` falls back to the update or publication that the source states; never to a clock. */
function timesOf({ settled, context }: Draft): Article['times'] {
  const times = settled.times ?? {};
  const received = times.received ?? { utc: context.receivedAt, raw: context.receivedAt, basis: 'explicit-utc' as const };
  const versionCreated = times.versionCreated ?? times.updated ?? times.published;
  return defined({ ...times, received, versionCreated });
}

function abstractOf({ abstract }: ParsedItem): Article['abstract'] {
  if (abstract === undefined || abstract.text.trim() === '') return undefined;
  return defined({ text: abstract.text.trim(), html: abstract.html });
}

function urgencyOf({ urgency }: ParsedItem): Article['urgency'] {
  if (urgency === undefined) return undefined;
  const value = /^\s*0*([1-9])\s*$/.exec(urgency.text)?.[1];
  return { value: value === undefined ? null : Number(value), raw: urgency.text };
}

function priorityOf({ priority }: ParsedItem): Article['priority'] {
  const text = priority?.text.trim();
  if (text === undefined || text === '') return undefined;
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}

function relatedOf({ related }: ParsedItem): Article['related'] {
  return filled(related)?.map(({ imageCaption, ...rest }) => ({
    ...rest,
    ...(imageCaption === undefined ? {} : { image: { caption: imageCaption } }),
  }));
}

function internalOf({ settled, item }: Draft): Article['internal'] {
  const internal = defined({
    ...settled.internal,
    ednotes: settled.internal?.ednotes ?? filled(item.ednotes?.map((note) => note.text)),
    contacts: settled.internal?.contacts ?? filled(item.contacts),
    productNotes: settled.internal?.productNotes ?? filled(item.productNotes?.map((note) => note.text)),
  });
  return Object.keys(internal).length === 0 ? undefined : internal;
}

function nonEmpty(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed === '' ? undefined : trimmed;
}

function filled<T>(list: readonly T[] | undefined): T[] | undefined {
  return list === undefined || list.length === 0 ? undefined : [...list];
}
