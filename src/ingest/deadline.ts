/**
 * Runs `work` with a signal that fires with `outer`, or after `ms` with a `TimeoutError`. Not `AbortSignal.any`: Node 20 may collect what
 * that returns as garbage before it fires, and then nothing ends a minute-long drip.
 */
export async function withDeadline<Result>(
  outer: AbortSignal,
  ms: number,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const own = new AbortController();
  const pass = (): void => {
    own.abort(outer.reason);
  };
  const timer = setTimeout(() => {
    own.abort(new DOMException(`Not done within ${ms} ms`, 'TimeoutError'));
  }, ms);
  outer.addEventListener('abort', pass, { once: true });
  if (outer.aborted) pass();
  try {
    return await work(own.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', pass);
  }
}
