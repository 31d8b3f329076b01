import { loadConfig } from '../config.ts';
import { openJournal } from '../store/open-journal.ts';
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
  readonly json?: boolean;
}

/** `wirecopy quarantine list` groups by cause, `show` prints the items of one, `replay` reads them again and releases what can be read now. */
export async function quarantineCommand(what: 'list' | 'show' | 'replay', flags: QuarantineFlags): Promise<number> {
  const config = loadConfig(flags.config, process.env, knownModules());
  const journal = await openJournal(config);
  const query = { ...(flags.code === undefined ? {} : { code: flags.code }), ...(flags.feed === undefined ? {} : { feed: flags.feed }) };
  try {
    if (what === 'replay') {
      const rawIds = await journal.rawsInQuarantine(query);
      return await runReplay({ rawIds, onlyQuarantined: true, dryRun: flags.dryRun === true }, { journal, config, flags });
    }
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

/** One line each; the first line of a message that has several. */
function print<T>(json: boolean | undefined, rows: readonly T[], line: (row: T) => string): void {
  for (const row of rows) process.stdout.write(`${json === true ? JSON.stringify(row) : (line(row).split('\n')[0] ?? '')}\n`);
}
