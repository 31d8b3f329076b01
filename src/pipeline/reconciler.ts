import { reconcile, type ReconcileDeps } from './reconcile.ts';

/** The reconciling loop of one process. It runs on a timer of its own: after a FLUSHALL no job would wake it. */
export interface Reconciler {
  stop(): void;
  /** Resolves when no round is under way. */
  idle(): Promise<void>;
}

const EVERY_MS = 2_000;

/** Runs at once (with no grace for pending rows: whoever worked on them is gone or will be told a second time) and every two seconds. */
export function startReconciler(deps: ReconcileDeps & { readonly onError: (error: unknown) => void }): Reconciler {
  let round: Promise<void> = run(deps, 0);
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    round = run(deps).finally(() => {
      busy = false;
    });
  }, EVERY_MS);
  return {
    stop: () => {
      clearInterval(timer);
    },
    idle: () => round,
  };
}

async function run(deps: ReconcileDeps & { readonly onError: (error: unknown) => void }, idleMs?: number): Promise<void> {
  try {
    await reconcile(deps, idleMs);
  } catch (error) {
    deps.onError(error);
  }
}
