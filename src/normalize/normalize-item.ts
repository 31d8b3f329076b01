import type { Article } from '../article/article.ts';
import type { ParsedItem } from '../article/parsed-item.ts';
import type { Repair } from '../article/provenance.ts';
import { buildArticle, type Origin } from './build-article.ts';
import type { Claim, Context, Draft, Evidence } from './draft.ts';
import type { Profile } from './profile.ts';
import { steps } from './steps.ts';

/** An article with the reasons for it. */
export interface Normalized {
  readonly article: Article;
  readonly evidence: readonly Evidence[];
  /** What became of the source text that the item came from. */
  readonly claims: readonly Claim[];
}

/** Runs all steps over one item. Pure: equal arguments give an equal article, byte for byte. */
export function normalizeItem(
  item: ParsedItem,
  profile: Profile,
  given: { context: Context; origin: Origin; repairs: readonly Repair[] },
): Normalized {
  const start: Draft = {
    item,
    profile,
    context: given.context,
    body: item.body,
    removed: [],
    settled: {},
    notes: item.notes ?? [],
    repairs: given.repairs,
    evidence: [],
    claims: [],
  };
  const draft = steps.reduce((before, step) => step.run(before), start);
  return {
    article: buildArticle(draft, given.origin),
    evidence: draft.evidence,
    claims: [...draft.claims, ...bodyClaims(draft), ...fieldClaims(draft)],
  };
}

/** Each kept block, each cut and each unmapped value explains its own stretch of the source. */
function bodyClaims(draft: Draft): Claim[] {
  const kept = draft.body.flatMap((block, index): Claim[] =>
    block.span === undefined ? [] : [{ span: block.span, fate: 'body', path: `body.blocks.${index}` }],
  );
  const cut = draft.removed.flatMap((entry): Claim[] =>
    entry.span === undefined ? [] : [{ span: entry.span, fate: 'removed', path: `body.removed.${entry.kind}` }],
  );
  const rest = (draft.item.rest ?? []).flatMap((found): Claim[] =>
    found.span === undefined ? [] : [{ span: found.span, fate: 'x', path: `x.${found.path}` }],
  );
  return [...cut, ...kept, ...rest];
}

/** The label before a moment and the moment itself belong to its field. */
function fieldClaims({ item }: Draft): Claim[] {
  const times = Object.entries(item.times ?? {}).map(([field, found]) => [`times.${field}`, found] as const);
  const named = [
    ['headline', item.headline],
    ['byline', item.bylines?.[0]],
    ['abstract', item.abstract],
    ['slugline', item.slugline],
  ] as const;
  return [...named, ...times].flatMap(([path, found]): Claim[] =>
    found?.span === undefined ? [] : [{ span: found.span, fate: 'field', path }],
  );
}
