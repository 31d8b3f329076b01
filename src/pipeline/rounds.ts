/** What is done again and again while a process runs. */
export interface Rounds {
  readonly everyMs: number;
  /** Begins with a round; without it the first comes after `everyMs`. */
  readonly atStart?: true;
  readonly round: () => Promise<void>;
  /** Told of a round that failed; the next one comes all the same. */
  readonly onError: (error: unknown) => void;
}

/** One round after another, never two at once. Returns how to stop: it resolves when the one under way is over. */
export function startRounds({ everyMs, atStart, round, onError }: Rounds): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  const next = (): void => {
    last = last.then(round).catch(onError);
  };
  if (atStart === true) next();
  const timer = setInterval(next, everyMs);
  return () => {
    clearInterval(timer);
    return last;
  };
}
