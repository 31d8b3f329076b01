const SMALL = 20_000;
const TIMES = 10;
/** Rounds that may show what the work itself costs; a busy machine spoils some. */
const ROUNDS = 8;
/** As good as linear: further rounds would only confirm it. */
const LINEAR = 11;
/** Microseconds below which collections of garbage and the clock's own steps weigh more than the work: shorter work is done again and again. */
const ENOUGH = 5_000;

/**
 * CPU time for 200 kB of a repeated string over that for 20 kB; 10 for linear work. The small string is read ten times in a row, so
 * that both sides make equal garbage; of all rounds the best counts.
 */
export function cpuRatio(work: (text: string) => unknown, unit: string): number {
  const small = unit.repeat(Math.ceil(SMALL / unit.length));
  const large = unit.repeat(Math.ceil((SMALL * TIMES) / unit.length));
  const repeatedly = (): void => {
    for (let time = 0; time < TIMES; time += 1) work(small);
  };
  repeatedly();
  work(large);
  const passes = Math.ceil(ENOUGH / cpuOf(repeatedly));
  let [bestSmall, bestLarge, ratio] = [Infinity, Infinity, Infinity];
  for (let round = 0; round < ROUNDS && ratio > LINEAR; round += 1) {
    bestSmall = Math.min(bestSmall, cpuOf(repeatedly, passes));
    bestLarge = Math.min(
      bestLarge,
      cpuOf(() => work(large), passes),
    );
    ratio = (TIMES * bestLarge) / bestSmall;
  }
  return ratio;
}

/** Microseconds, at least the hundred below which the clock shows nothing. */
function cpuOf(work: () => unknown, passes = 1): number {
  const before = process.cpuUsage();
  for (let pass = 0; pass < passes; pass += 1) work();
  const { user, system } = process.cpuUsage(before);
  return Math.max(user + system, 100);
}
