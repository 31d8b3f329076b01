import type { FoundStory, GateVerdict } from '../store/journal.ts';
import type { ApiOptions } from './api-options.ts';
import type { Caller } from './callers.ts';

/** A revision that is asked for alone. The gate judges events: this is asked about the one that would carry it to this reader now. */
export function judgeRevision(
  { article, view }: FoundStory,
  gate: ApiOptions['gate'],
  { early, reader }: { readonly early: boolean; readonly reader?: Pick<Caller, 'embargoed'> },
): GateVerdict {
  const type = early ? ('article.embargoed' as const) : ('article.updated' as const);
  const event = { cursor: '0', type, articleId: article.id, revision: article.identity.revision ?? 0, occurredAt: view.now };
  return gate({ ...view, event, early }, reader);
}
