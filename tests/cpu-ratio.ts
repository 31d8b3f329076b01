/** CPU time for 200 kB of a repeated string over that for 20 kB, best of five each; around 10 for linear work. */
export function cpuRatio(work: (text: string) => unknown, unit: string): number {
  const small = unit.repeat(Math.ceil(20_000 / unit.length));
  const large = unit.repeat(Math.ceil(200_000 / unit.length));
  work(small);
  return best(work, large) / Math.max(best(work, small), 500);
}

/** Microseconds. */
function best(work: (text: string) => unknown, text: string): number {
  const times = [1, 2, 3, 4, 5].map(() => {
    const before = process.cpuUsage();
    work(text);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...times);
}
