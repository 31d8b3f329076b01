import { seeded } from './seeded.mjs';

/** Revisions of one story at most. */
const MOST = 9;
/** Stories that are open at one time in one feed: their revisions come in turns. */
const OPEN = 12;
/** One story in so many is killed, one under embargo. */
const KILLED = 12;
const EMBARGOED = 15;

/**
 * What the source will say, decided by the seed alone: for each feed a list of revisions
 * `{ feed, story, version, kind: 'story' | 'kill', embargoMs? }`. A killed story may get one more revision, which nobody may see.
 * `embargoMs` counts from the moment the story's first revision is released; all revisions of the story carry it.
 */
export function planOf({ seed, revisions, feeds }) {
  const random = seeded(seed).of('plan');
  return Array.from({ length: feeds }, (_, feed) => feedOf(`feed-${feed}`, Math.ceil(revisions / feeds), random));
}

function feedOf(feed, length, random) {
  const list = [];
  const open = [];
  let stories = 0;
  while (list.length < length) {
    if (open.length < OPEN) open.push(storyOf(feed, (stories += 1), random));
    const at = random.between(0, open.length - 1);
    list.push(open[at].shift());
    if (open[at].length === 0) open.splice(at, 1);
  }
  return list;
}

function storyOf(feed, number, random) {
  const story = `${feed}-s${number}`;
  const count = random.between(1, MOST);
  const embargoMs = random.between(1, EMBARGOED) === 1 ? random.between(3_000, 9_000) : undefined;
  const killed = embargoMs === undefined && count > 1 && random.between(1, KILLED) === 1;
  const killAt = killed ? random.between(Math.max(1, count - 1), count) : 0;
  return Array.from({ length: count }, (_, index) => ({
    ...{ feed, story, version: index + 1, kind: index + 1 === killAt ? 'kill' : 'story' },
    ...(embargoMs === undefined ? {} : { embargoMs }),
  }));
}
