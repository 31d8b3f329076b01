import type { Command } from 'commander';

/** `wirecopy replay` and `wirecopy quarantine …` */
export function addReplayCommands(root: Command, done: (code: number) => void): void {
  root
    .command('replay')
    .description('read what was received again with the current rules, and store what changes')
    .requiredOption('--config <file>')
    .option('--feed <id>', 'one feed; all unless given')
    .option('--since <instant>', 'received since: 2026-11-24T06:00:00Z, 2026-11-24 or 6h')
    .option('--until <instant>', 'received before')
    .option('--dry-run', 'show what would change, field by field, and store nothing')
    .option('--samples <n>', 'cases to show for each field; 3 unless given')
    .option('--reason <text>', 'goes into the audit log')
    .option('--by <name>', 'who does it; the user of this machine unless given')
    .option('--json', 'as JSON')
    .action(async (flags: { config: string }) => {
      done(await (await import('./replay.ts')).replayCommand(flags));
    });
  const quarantine = root.command('quarantine').description('what could not be read: by cause, item by item, and read again');
  const verbs = [
    ['list', 'causes, the most frequent first'],
    ['show', 'the newest items'],
    ['replay', 'read them again, and release what can be read now'],
    ['discard', 'give them up: they wait no more; the bytes stay'],
  ] as const;
  for (const [verb, description] of verbs)
    quarantine
      .command(verb)
      .description(description)
      .requiredOption('--config <file>')
      .option('--code <code>', 'only this cause')
      .option('--feed <id>', 'only this feed')
      .option('--id <n>', 'only this item, by the number that `show` prints')
      .option('--limit <n>', 'items to show; 20 unless given')
      .option('--dry-run', 'show what a replay would give, and store nothing')
      .option('--reason <text>', 'goes into the audit log; a discard needs one')
      .option('--by <name>', 'who does it; the user of this machine unless given')
      .option('--json', 'as JSON')
      .action(async (flags: { config: string }) => {
        done(await (await import('./quarantine.ts')).quarantineCommand(verb, flags));
      });
}
