import type { Article } from './article.ts';

/** What look-alikes are looked up by, before any text is compared. `at` is ISO 8601 UTC with milliseconds, so that texts compare as instants. */
export interface LikenessKey {
  readonly provider: string;
  readonly slug: string;
  readonly at: string;
}

/** How much two items of one provider look like one story. Shares are 0 to 1, rounded to hundredths. */
export interface Likeness {
  readonly confidence: number;
  /** Likeness of headline and opening paragraphs alone. */
  readonly text: number;
  readonly city: Agreement;
  readonly day: Agreement;
  /** The later item says that it is a correction, an update, a kill … */
  readonly marked: boolean;
}

export type Agreement = 'same' | 'other' | 'unknown';

/** The parts of the confidence; they add up to 1. */
const WEIGHTS = { text: 0.6, city: 0.12, day: 0.08, marked: 0.2 } as const;
/** Headlines are recast more often than the paragraphs below them. */
const HEADLINE_SHARE = 0.4;
/** From here on two items are linked; and whatever else agrees, a text as unlike as this is another story of the same slug. */
const LINKED_FROM = 0.6;
const TEXT_FLOOR = 0.25;
/** Longer ones are junk, and would not fit an index. */
const LONGEST_SLUG = 200;
const OPENING_BLOCKS = 6;
const OPENING_WORDS = 200;
/** Fewer word pairs than this are a sentence, in which chance repeats too much. */
const FEW_PAIRS = 5;

const SAID_BY: Readonly<Record<Agreement, number>> = { same: 1, unknown: 0.5, other: 0 };
const FOLLOW_UPS: ReadonlySet<string> = new Set([
  'update',
  'add',
  'correction',
  'correction-notice',
  'kill',
  'withhold',
  'refile',
  'repeat',
  'wrapup',
]);
const FOLLOW_UP_MARKERS: ReadonlySet<string> = new Set(
  'add adds amplified clarification clarifies corrected corrective corrects edits general-lead insert lead raises recasts subs update updated updates writethru'.split(
    ' ',
  ),
);
/** Scripts without spaces count each sign as a word. */
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu;

/** Undefined where the item has no slug or no moment: such an item is never looked up. */
export function likenessKey({ provider, identity, slugline, times }: Article): LikenessKey | undefined {
  // The name label is the whole slug where the slugline is only its short form.
  const slug = slugKey(identity.altIds?.find(({ role }) => role === 'name-label')?.value ?? slugline ?? '').slice(0, LONGEST_SLUG);
  if (slug === '') return undefined;
  const at = times.versionCreated?.utc ?? times.received.utc;
  return at == null || Number.isNaN(Date.parse(at))
    ? undefined
    : { provider: (provider.code ?? provider.name).toLowerCase(), slug, at: new Date(at).toISOString() };
}

/** A slug without case, accents and punctuation: `Procès-santé / secours` gives `proces-sante-secours`. */
export function slugKey(slug: string): string {
  return (
    slug
      .normalize('NFKD')
      .replace(/\p{Mn}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join('-');
}

/** Compares an item with an earlier one of the same slug. Pure and deterministic. */
export function likenessOf(later: Article, earlier: Article): Likeness {
  const text = textLikeness(later, earlier);
  const city = agreement(cityOf(later), cityOf(earlier));
  const day = agreement(dayOf(later), dayOf(earlier));
  const marked = isFollowUp(later);
  const confidence = WEIGHTS.text * text + WEIGHTS.city * SAID_BY[city] + WEIGHTS.day * SAID_BY[day] + WEIGHTS.marked * (marked ? 1 : 0);
  return { confidence: rounded(confidence), text: rounded(text), city, day, marked };
}

/** The earlier item that this one most likely revises; the newest of equals; undefined where none is like enough. */
export function likeliest(
  later: Article,
  candidates: readonly Article[],
): { readonly article: Article; readonly likeness: Likeness } | undefined {
  return candidates
    .filter((earlier) => isComparable(later, earlier))
    .map((article) => ({ article, likeness: likenessOf(later, article) }))
    .filter(({ likeness }) => likeness.confidence >= LINKED_FROM && likeness.text >= TEXT_FLOOR)
    .sort(
      (a, b) =>
        b.likeness.confidence - a.likeness.confidence ||
        compare(momentOf(b.article), momentOf(a.article)) ||
        compare(a.article.id, b.article.id),
    )
    .at(0);
}

function isComparable(later: Article, earlier: Article): boolean {
  const [one, other] = [later.language, earlier.language].map((language) => language?.split('-')[0]);
  const languages = one === undefined || other === undefined || one === other;
  return later.id !== earlier.id && later.type === earlier.type && languages && momentOf(earlier) <= momentOf(later);
}

function momentOf(article: Article): string {
  return likenessKey(article)?.at ?? '';
}

/** An update grows: its opening is compared with what the shorter of the two has, headlines with all their words. */
function textLikeness(later: Article, earlier: Article): number {
  const headline = jaccard(wordsOf(headlineOf(later)), wordsOf(headlineOf(earlier)));
  const opening = overlap(pairsOf(later), pairsOf(earlier));
  if (headline === undefined) return opening ?? 0;
  if (opening === undefined) return headline;
  return HEADLINE_SHARE * headline + (1 - HEADLINE_SHARE) * opening;
}

function headlineOf({ headline }: Article): string {
  return headline.text ?? '';
}

function pairsOf({ body }: Article): readonly string[] {
  const text = body.blocks
    .slice(0, OPENING_BLOCKS)
    .map((block) => block.text ?? '')
    .join(' ');
  const words = wordsOf(text).slice(0, OPENING_WORDS);
  return words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`);
}

function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKC').toLowerCase().match(WORD) ?? [];
}

/** Shared of all; undefined where one side is empty. */
function jaccard(one: readonly string[], other: readonly string[]): number | undefined {
  const [a, b] = [new Set(one), new Set(other)];
  if (a.size === 0 || b.size === 0) return undefined;
  const shared = [...a].filter((entry) => b.has(entry)).length;
  return shared / (a.size + b.size - shared);
}

/** Shared of the smaller; undefined where one side has too little to compare. */
function overlap(one: readonly string[], other: readonly string[]): number | undefined {
  const [a, b] = [new Set(one), new Set(other)];
  const smaller = Math.min(a.size, b.size);
  return smaller < FEW_PAIRS ? undefined : [...a].filter((entry) => b.has(entry)).length / smaller;
}

function cityOf({ dateline }: Article): string | undefined {
  const name = dateline?.cities[0]?.name;
  return name === undefined ? undefined : slugKey(name);
}

function dayOf({ dateline }: Article): string | undefined {
  return dateline?.day === undefined ? undefined : `${dateline.month ?? ''}-${dateline.day}`;
}

function agreement(one: string | undefined, other: string | undefined): Agreement {
  if (one === undefined || other === undefined) return 'unknown';
  return one === other ? 'same' : 'other';
}

function isFollowUp({ status }: Article): boolean {
  return FOLLOW_UPS.has(status.kind) || status.markers.some(({ type }) => FOLLOW_UP_MARKERS.has(type));
}

function rounded(share: number): number {
  return Math.round(share * 100) / 100;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
