/** Progress on stderr: one line that is written over on a terminal, a line for each tenth elsewhere. */
export function progressLine(what: string, total: number): { step: () => void; end: () => void } {
  const began = performance.now();
  const tenth = Math.max(1, Math.ceil(total / 10));
  let [done, shownAt] = [0, 0];
  const text = (): string => {
    const seconds = (performance.now() - began) / 1_000;
    const left = done === 0 ? 0 : (seconds / done) * (total - done);
    return `${what} ${done}/${total}, ${(done / Math.max(seconds, 0.001)).toFixed(0)}/s, ${left.toFixed(0)} s left`;
  };
  return {
    step: () => {
      done += 1;
      const isTerminal = process.stderr.isTTY;
      const due = isTerminal ? performance.now() - shownAt > 200 : done % tenth === 0 || done === total;
      if (!due) return;
      shownAt = performance.now();
      process.stderr.write(isTerminal ? `\r${text()}\u001b[K` : `${text()}\n`);
    },
    end: () => {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    },
  };
}
