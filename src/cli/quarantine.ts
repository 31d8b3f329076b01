import { loadConfig } from '../config.ts';
import { BadInput } from '../faults.ts';
import type { Journal } from '../store/journal.ts';
import { openJournal } from '../store/open-journal.ts';
import { quarantineSubject, type QuarantineQuery } from '../store/replay.ts';
import { actorOf } from './actor.ts';
import { EXIT } from './exit-code.ts';
import { knownModules } from './known-modules.ts';
import { runReplay } from './replay.ts';

export interface QuarantineFlags {
  readonly config: string;
  readonly code?: string;
  readonly feed?: string;
  readonly limit?: string;
  readonly dryRun?: boolean;
  readonly samples?: string;
  readonly id?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly json?: boolean;
}

export type QuarantineVerb = 'list' | 'show' | 'replay' | 'discard';

/**
 * `wirecopy quarantine list` groups by cause, `show` prints the items of one, `replay` reads them again and releases what can be read now,
 * `discard` gives them up. The last two are in the audit log. @throws {BadInput} `quarantine.which`
 */
export async function quarantineCommand(what: QuarantineVerb, flags: QuarantineFlags): Promise<number> {
  const config = loadConfig(flags.config, process.env, knownModules());
  const journal = await openJournal(config);
  const query = {
    ...(flags.code === undefined ? {} : { code: flags.code }),
    ...(flags.feed === undefined ? {} : { feed: flags.feed }),
    ...(flags.id === undefined ? {} : { id: Number(flags.id) }),
  };
  try {
    if (what === 'replay') {
      const rawIds = await journal.rawsInQuarantine(query);
      const plan = { rawIds, onlyQuarantined: true, dryRun: flags.dryRun === true, subject: quarantineSubject(query) };
      return await runReplay(plan, { journal, config, flags });
    }
    if (what === 'discard') return await discard(query, flags, journal);
    if (what === 'list') {
      const groups = await journal.quarantineGroups();
      print(
        flags.json,
        groups,
        ({ code, feed, count, first, last, sample }) => `${count}  ${code}  ${feed}  ${first} to ${last}  ${sample}`,
      );
      return EXIT.ok;
    }
    const rows = await journal.quarantine(Number(flags.limit ?? 20), query);
    print(flags.json, rows, ({ id, rawId, feed, item, code, message, at }) => {
      const place = item === null ? 'whole document' : `item ${item}`;
      return `${id}  ${at}  ${feed}  raw ${rawId}, ${place}  ${code}  ${message}`;
    });
    return EXIT.ok;
  } finally {
    await journal.close();
  }
}

async function discard(query: QuarantineQuery, { reason, by, json }: QuarantineFlags, journal: Journal): Promise<number> {
  if (Object.keys(query).length === 0 || reason === undefined)
    throw new BadInput('quarantine.which', {
      message: 'Nothing says what is given up, or why',
      hint: 'Give --reason, and --code, --feed or --id',
    });
  const count = await journal.discardQuarantine(query, { actor: actorOf(by), reason });
  process.stdout.write(json === true ? `${JSON.stringify({ discarded: count })}\n` : `given up: ${count}\n`);
  return count > 0 ? EXIT.ok : EXIT.failed;
}

/** One line each; the first line of a message that has several. */
function print<T>(json: boolean | undefined, rows: readonly T[], line: (row: T) => string): void {
  for (const row of rows) process.stdout.write(`${json === true ? JSON.stringify(row) : (line(row).split('\n')[0] ?? '')}\n`);
}
