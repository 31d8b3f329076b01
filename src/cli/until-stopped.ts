/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once, as people expect of Ctrl-C. */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const signals = ['SIGTERM', 'SIGINT'] as const;
    for (const signal of signals) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        resolve(signal);
      });
    }
    // Signal listeners alone do not keep Node running.
    const alive = setInterval(() => undefined, 60_000);
    process.once('exit', () => {
      clearInterval(alive);
    });
  });
}
