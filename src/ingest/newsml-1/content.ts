import type { Element } from 'domhandler';
import type { ArticleType } from '../../article/article.ts';
import type { Found, ParsedBlock, ParsedItem, ParsedMedia } from '../../article/parsed-item.ts';
import { withoutContacts } from '../contact-section.ts';
import { child, filled } from '../tree.ts';
import { mediumOf } from './content-item.ts';
import { withDashedLines } from '../dashed-lines.ts';
import { mediaOf } from './media.ts';
import { contentItemsOf, roleOf, type Story } from './story.ts';
import { textOfContent, withoutDeskLines } from './text.ts';

/** What the ContentItems of a story hold. */
export interface Content {
  readonly type: ArticleType;
  readonly body: readonly ParsedBlock[];
  readonly media: readonly ParsedMedia[];
  /** A component with the role Title. */
  readonly title: Found | undefined;
  /** A component with the role Abstract or Summary. */
  readonly abstract: Found | undefined;
  /** Lines of the text that speak to the desk. */
  readonly notes: readonly Found[];
  /** The people whom the press may ring. */
  readonly contacts: NonNullable<ParsedItem['contacts']>;
  /** No ContentItem at all. */
  readonly isEmpty: boolean;
  /** Elements read whole as body. */
  readonly holders: readonly Element[];
}

const NOT_BODY = /^(?:caption|title|headline|abstract|summary)$/i;

/** Reads texts and media; a component's role says which text is a caption or a title. */
export function contentOf(story: Story): Content {
  const parts = contentItemsOf(story).map(({ element, path }) => ({ element, path, role: roleOf(element) }));
  const texts = parts.filter(({ element }) => mediumOf(element) === 'text');
  const reads = texts.filter(({ role }) => !NOT_BODY.test(role)).flatMap(({ element, path }) => textOfContent(element, path) ?? []);
  const media = mediaOf(story);
  const { notes, blocks } = withoutDeskLines(reads.flatMap((read) => read.blocks));
  const release = withoutContacts(blocks);
  const body = withDashedLines(release.blocks);
  const textIn = (role: RegExp): Found | undefined => {
    const part = texts.find((each) => role.test(each.role));
    const data = part === undefined ? undefined : child(part.element, 'DataContent');
    const text =
      part === undefined ? '' : (textOfContent(part.element, part.path)?.blocks ?? []).map((block) => block.text ?? '').join(' ');
    return part === undefined || data === undefined ? undefined : filled({ text, path: `${part.path}/DataContent` });
  };
  return {
    type: typeOf(body, media),
    body,
    media,
    notes,
    contacts: release.contacts,
    title: textIn(/^(?:title|headline)$/i),
    abstract: textIn(/^(?:abstract|summary)$/i),
    isEmpty: parts.length === 0,
    holders: reads.map((read) => read.holder),
  };
}

/** A story is text as soon as it has any; a medium alone gives its own kind. */
function typeOf(body: readonly ParsedBlock[], media: readonly ParsedMedia[]): ArticleType {
  const [first] = media;
  if (body.length > 0 || first === undefined || first.type === 'document') return 'text';
  return first.type;
}
