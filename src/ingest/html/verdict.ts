import type { Span } from '../../article/parsed-item.ts';
import { EVIDENCE, isAmongProse } from './evidence.ts';
import { EVIDENCE_WEIGHTS } from './evidence-weights.ts';
import type { PlacedPassage, StoryReading } from './story-reading.ts';

/** Whether a passage belongs to the story, and how sure that is: the sum of all that speaks for and against it. */
export class Verdict {
  public readonly placed: PlacedPassage;
  public readonly isStory: boolean;
  private readonly reasons: () => string;

  public constructor(placed: PlacedPassage, isStory: boolean, reasons: () => string) {
    this.placed = placed;
    this.isStory = isStory;
    this.reasons = reasons;
  }

  /** The weightiest reasons: `like the prose +1.6, in related -0.9, sum +2.1`. */
  public get why(): string {
    return this.reasons();
  }
}

const WEIGHED = EVIDENCE.flatMap((evidence) => {
  const weight = EVIDENCE_WEIGHTS[evidence.name] ?? 0;
  return weight === 0 ? [] : [{ ...evidence, weight }];
});
/** Passages so far before the first and behind the last prose of the story are not looked at. */
const REACH = 30;
const FAR_AWAY = (): string => 'far from the story';
const GRACE = 2.5;
/** So many passages may stand between the story and what goes with it. */
const NEAR = 3;

/** The verdict on every passage, in printed order. A plain list or sentence goes with the paragraph before it, unless much speaks against it. */
export function verdictsOf(reading: StoryReading): Verdict[] {
  const { firstMain, lastMain } = reading;
  let lastStory = -Infinity;
  return reading.passages.map((placed): Verdict => {
    const { place } = placed.passage;
    const isNear = firstMain === -1 || (place >= firstMain - REACH && place <= lastMain + REACH && isWeighable(placed));
    if (!isNear) return new Verdict(placed, false, FAR_AWAY);
    const score = scoreOf(placed, reading);
    const isAmong = score <= 0 && place - lastStory <= NEAR && score > -GRACE && isAmongProse(placed, reading);
    const isStory = score > 0 || isAmong;
    if (isStory) lastStory = place;
    return new Verdict(placed, isStory, () => `${isAmong ? 'among the prose, ' : ''}${reasonsOf(placed, reading)}`);
  });
}

/** Links alone outside the core are the page's furniture. */
function isWeighable({ inCore, passage: { linked, length } }: PlacedPassage): boolean {
  return inCore || linked < length * 0.9;
}

const MOST_REASONS = 3;
/** Reasons that weigh less say nothing to a reader. */
const LEAST_REASON = 0.2;

function scoreOf(placed: PlacedPassage, reading: StoryReading): number {
  let score = 0;
  for (const { of, weight } of WEIGHED) score += weight * of(placed, reading);
  return score;
}

function reasonsOf(placed: PlacedPassage, reading: StoryReading): string {
  const said = WEIGHED.map(({ name, of, weight }) => ({ name, says: weight * of(placed, reading) }));
  const score = said.reduce((sum, { says }) => sum + says, 0);
  const sign = score > 0 ? 1 : -1;
  const reasons = said
    .filter(({ name, says }) => says * sign > LEAST_REASON && name !== 'one')
    .sort((one, other) => (other.says - one.says) * sign)
    .slice(0, MOST_REASONS);
  return [...reasons, { name: 'sum', says: score }].map(({ name, says }) => `${name} ${says > 0 ? '+' : ''}${says.toFixed(1)}`).join(', ');
}

/** Where a passage stands in the source. */
export function spanOf({ passage: { nodes } }: PlacedPassage): Span | undefined {
  const start = nodes[0]?.startIndex;
  const end = nodes.at(-1)?.endIndex;
  return start == null || end == null ? undefined : [start, end + 1];
}
