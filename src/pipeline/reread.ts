import type { Article } from '../article/article.ts';
import { diffArticles } from '../article/diff.ts';
import { publicArticle } from '../publish/encodings/canonical.ts';

/** The newest revision of a story as the journal has it. */
export interface Stored {
  readonly article: Article;
  readonly killed: boolean;
}

/** The journal, or a person, decided about the status after the document was read. */
const DECIDED: ReadonlySet<string> = new Set(['status.released', 'embargo.carried']);
/** Found among the stories that were there when the document came. */
const LINKED: ReadonlySet<string> = new Set(['link.likely', 'link.unproven-kill']);
const LIKELY = 'likely-revision-of';

/**
 * What a document says today, as the next revision of the story that it gave before: under the id that it had, with what people and the
 * journal decided about it since. Nothing where the story has gone on to another document, or was killed.
 */
export function rereadOf({ article: before, killed }: Stored, fresh: Article, rawSha256: string): Article | undefined {
  if (killed || before.provenance.rawSha256 !== rawSha256) return undefined;
  const { guid, storyKey, basis } = before.identity;
  const identity = fresh.id === before.id ? fresh.identity : { ...fresh.identity, guid, storyKey, basis };
  const kept = before.provenance.warnings.filter(({ code }) => DECIDED.has(code) || LINKED.has(code));
  const decided = fresh.status.kind !== 'kill' && kept.some(({ code }) => DECIDED.has(code));
  const links = [...(fresh.links ?? []), ...(before.links ?? []).filter(({ rel }) => rel === LIKELY)];
  const { provenance } = fresh;
  return {
    ...fresh,
    ...{ id: before.id, identity },
    ...(decided ? { status: before.status } : {}),
    ...(links.length === 0 ? {} : { links }),
    provenance: { ...provenance, warnings: [...provenance.warnings, ...kept] },
  };
}

/** Whether readers would see a difference: what only the desk sees is no event. */
export function differs(before: Article, after: Article): boolean {
  const { fields, blocks } = diffArticles(publicArticle(before), publicArticle(after));
  return fields.length + blocks.length > 0;
}
