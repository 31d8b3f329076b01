/** Resolves at the first SIGTERM or SIGINT; a second one ends the process at once, as people expect of Ctrl-C. The queue's connections keep Node running meanwhile. */
export function untilStopped(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const stop = (signal: NodeJS.Signals): void => {
      process.once(signal, () => process.exit(130));
      resolve(signal);
    };
    process.once('SIGTERM', stop);
    process.once('SIGINT', stop);
  });
}
