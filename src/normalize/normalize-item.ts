import type { Article } from '../article/article.ts';
import type { ParsedItem, Weighed } from '../article/parsed-item.ts';
import type { Repair } from '../article/provenance.ts';
import { buildArticle, type Origin } from './build-article.ts';
import { withoutActiveAddresses } from './active-addresses.ts';
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
  parsed: ParsedItem,
  profile: Profile,
  given: { context: Context; origin: Origin; repairs: readonly Repair[] },
): Normalized {
  const item = withoutActiveAddresses(parsed);
  const start: Draft = {
    item,
    profile,
    context: given.context,
    body: item.body,
    removed: item.leftOut ?? [],
    settled: {},
    notes: item.notes ?? [],
    repairs: given.repairs,
    evidence: [],
    claims: [],
  };
  const draft = steps.reduce((before, step) => step.run(before), start);
  return {
    article: buildArticle(draft, given.origin),
    evidence: [...draft.evidence, ...weighedEvidence(draft)],
    claims: [...draft.claims, ...bodyClaims(draft), ...fieldClaims(draft), ...pageClaims(item)],
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

/** All text of a page that is not the story is its furniture; what stands between the texts is markup. */
function pageClaims({ weighed }: ParsedItem): Claim[] {
  if (weighed === undefined) return [];
  const spans = weighed.texts.flatMap(({ span }) => (span === undefined ? [] : [span])).sort((one, other) => one[0] - other[0]);
  let at = 0;
  const markup = [...spans, [Number.MAX_SAFE_INTEGER, 0] as const].flatMap(([start, end]): Claim[] => {
    const claim: Claim[] = start > at ? [{ span: [at, start], fate: 'markup', path: 'page.markup' }] : [];
    at = Math.max(at, end);
    return claim;
  });
  return [...spans.map((span): Claim => ({ span, fate: 'removed', path: 'page.furniture' })), ...markup];
}

/** Why each text of a page is a block of the body, and why each other is not; worked out when it is asked for. */
function weighedEvidence({ item: { weighed }, body }: Draft): Evidence[] {
  if (weighed === undefined) return [];
  const places = new Map(body.map(({ path }, index) => [path, index]));
  const kept = weighed.texts.flatMap((text): Evidence[] => {
    const index = text.isKept ? places.get(text.path) : undefined;
    return index === undefined ? [] : [keptEvidence(text, index, weighed.way)];
  });
  const all: Evidence = {
    path: 'body',
    rule: `page/${weighed.way}`,
    source: 'page',
    get rejected() {
      return weighed.texts
        .filter(({ isKept }) => !isKept)
        .map(({ text, kind, why, span }) => ({ value: text, rule: `page/${kind}`, why, ...(span === undefined ? {} : { span }) }));
    },
  };
  return [...kept, all];
}

function keptEvidence(text: Weighed, index: number, way: string): Evidence {
  return {
    path: `body.blocks.${index}`,
    get rule() {
      return `page/${way}: ${text.why}`;
    },
    source: text.path,
    ...(text.span === undefined ? {} : { span: text.span }),
  };
}
