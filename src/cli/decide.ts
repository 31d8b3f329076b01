import { loadConfig } from '../config.ts';
import type { Decided } from '../store/journal.ts';
import { openJournal } from '../store/open-journal.ts';
import { actorOf } from './actor.ts';
import { EXIT } from './exit-code.ts';

export interface DecideFlags {
  readonly config: string;
  readonly reason: string;
  /** Who decides; the user of this machine unless given. */
  readonly by?: string;
  readonly json?: boolean;
}

const SENTENCES: Readonly<Record<Exclude<Decided, 'done'>, string>> = {
  unknown: 'the journal has no such story',
  killed: 'it is killed, and stays so',
  'not-held': 'nothing of it is held',
  'no-text': 'it was withheld, and no revision before that could come back',
  expired: 'its licence has run out',
};

/**
 * `wirecopy release ID` and `wirecopy kill ID`: a person's word on a story, written to the audit log with its reason. Exit 0 where it was done,
 * 1 where there was nothing to do.
 */
export async function decideCommand(what: 'release' | 'kill', id: string, flags: DecideFlags): Promise<number> {
  const journal = await openJournal(loadConfig(flags.config, process.env));
  try {
    const outcome = await journal[what](id, { actor: actorOf(flags.by), reason: flags.reason });
    const done = what === 'kill' ? 'killed' : 'released';
    if (flags.json === true) process.stdout.write(`${JSON.stringify({ id, outcome })}\n`);
    else process.stdout.write(`${id}: ${outcome === 'done' ? done : SENTENCES[outcome]}\n`);
    return outcome === 'done' ? EXIT.ok : EXIT.failed;
  } finally {
    await journal.close();
  }
}
