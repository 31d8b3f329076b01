import type { Span } from '../../article/parsed-item.ts';
import { EVIDENCE, isAmongProse } from './evidence.ts';
import { EVIDENCE_WEIGHTS } from './evidence-weights.ts';
import type { PlacedPassage, StoryReading } from './story-reading.ts';

/** Whether a passage belongs to the story, and how sure that is: the sum of all that speaks for and against it. */
export interface Verdict {
  readonly placed: PlacedPassage;
  readonly isStory: boolean;
  readonly score: number;
}

const WEIGHED = EVIDENCE.flatMap((evidence) => {
  const weight = EVIDENCE_WEIGHTS[evidence.name] ?? 0;
  return weight === 0 ? [] : [{ ...evidence, weight }];
});
/** Passages so far before the first and behind the last prose of the story are not looked at. */
const REACH = 30;
const FAR_AWAY = -9;
const GRACE = 2.5;

/** The verdict on every passage, in printed order. A plain list or sentence goes with the paragraph before it, unless much speaks against it. */
export function verdictsOf(reading: StoryReading): Verdict[] {
  const { firstMain, lastMain } = reading;
  let isBeforeStory = false;
  return reading.passages.map((placed) => {
    const { place } = placed.passage;
    const isNear = firstMain === -1 || (place >= firstMain - REACH && place <= lastMain + REACH && isWeighable(placed));
    const score = isNear ? scoreOf(placed, reading) : FAR_AWAY;
    const isStory = score > 0 || (isBeforeStory && score > -GRACE && isAmongProse(placed, reading));
    isBeforeStory = isStory;
    return { placed, isStory, score };
  });
}

/** Links alone outside the core are the page's furniture. */
function isWeighable({ inCore, passage: { linked, length } }: PlacedPassage): boolean {
  return inCore || linked < length * 0.9;
}

function scoreOf(placed: PlacedPassage, reading: StoryReading): number {
  let score = 0;
  for (const { of, weight } of WEIGHED) score += weight * of(placed, reading);
  return score;
}

/** The weightiest reasons for a verdict: `like the prose +1.6, in related -0.9`. */
export function reasonOf({ placed, isStory, score }: Verdict, reading: StoryReading): string {
  if (score === FAR_AWAY) return 'far from the story';
  const said = WEIGHED.map(({ name, of, weight }) => ({ name, says: weight * of(placed, reading) }))
    .filter(({ name, says }) => name !== 'one' && (isStory ? says > 0.2 : says < -0.2))
    .sort((one, other) => Math.abs(other.says) - Math.abs(one.says))
    .slice(0, 3);
  const sum = `${score > 0 ? '+' : ''}${score.toFixed(1)}`;
  return [...said.map(({ name, says }) => `${name} ${says > 0 ? '+' : ''}${says.toFixed(1)}`), `sum ${sum}`].join(', ');
}

/** Where a passage stands in the source. */
export function spanOf({ passage: { nodes } }: PlacedPassage): Span | undefined {
  const start = nodes[0]?.startIndex;
  const end = nodes.at(-1)?.endIndex;
  return start == null || end == null ? undefined : [start, end + 1];
}
