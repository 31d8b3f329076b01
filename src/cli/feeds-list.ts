import { loadConfig, type Environment, type Known } from '../config.ts';
import type { FeedState } from '../store/journal.ts';
import { openJournal } from '../store/open-journal.ts';
import { EXIT } from './exit-code.ts';

export interface FeedsListOptions {
  readonly config: string;
  readonly json?: boolean;
  readonly environment: Environment;
  readonly known: Known;
}

/** `wirecopy feeds list`: every feed of the config with its state in the journal, the worst first. @throws {Misconfigured} */
export async function feedsList({ config: file, json, environment, known }: FeedsListOptions): Promise<number> {
  const config = loadConfig(file, environment, known);
  const journal = await openJournal(config);
  try {
    const states = new Map((await journal.feeds()).map((state) => [state.id, state]));
    const rows = config.feeds.map(({ id, transport }) => ({ id, transport, state: states.get(id) }));
    rows.sort((a, b) => rankOf(b.state) - rankOf(a.state) || (a.id < b.id ? -1 : 1));
    for (const { id, transport, state } of rows)
      process.stdout.write(
        json === true
          ? `${JSON.stringify({ id, transport, ...state, validators: undefined })}\n`
          : `${sentence(state).padEnd(8)} ${id.padEnd(24)} ${transport.padEnd(10)} ${detail(state)}\n`,
      );
    return EXIT.ok;
  } finally {
    await journal.close();
  }
}

function rankOf(state: FeedState | undefined): number {
  if (state === undefined) return 0;
  return state.failures > 0 ? 2 : state.paused ? 1 : 0;
}

function sentence(state: FeedState | undefined): string {
  if (state?.lastPollAt == null) return 'new';
  if (state.paused) return 'paused';
  return state.failures > 0 ? 'failing' : 'well';
}

function detail(state: FeedState | undefined): string {
  if (state?.lastPollAt == null) return 'not polled yet';
  const item = `last item ${state.lastItemAt ?? 'never'}`;
  if (state.failures > 0)
    return `since ${state.failingSince ?? '?'}, ${state.failures} in a row, next ${state.nextPollAt}, ${item}: ${state.lastError ?? ''}`;
  return `last poll ${state.lastPollAt}, next ${state.nextPollAt}, ${item}`;
}
