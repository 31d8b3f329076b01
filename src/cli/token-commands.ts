import type { Command } from 'commander';

/** `wirecopy token …` */
export function addTokenCommands(root: Command, done: (code: number) => void): void {
  const token = root.command('token').description('who may ask the HTTP API');
  const run = async (verb: 'create' | 'list' | 'revoke', name: string, flags: { config: string }): Promise<void> => {
    done(await (await import('./token.ts')).tokenCommand(verb, name, flags));
  };
  token
    .command('create')
    .description('make a token and print it, this once')
    .argument('<name>', 'who has it; stands in the audit log')
    .requiredOption('--config <file>')
    .requiredOption(
      '--role <role>',
      'viewer reads; operator steers feeds, subscribers and the quarantine; chief releases and kills; admin all',
    )
    .option('--embargoed', 'it is given copy under embargo before its time, marked as such')
    .option('--days <n>', 'how long it holds; until it is revoked unless given')
    .option('--reason <text>', 'goes into the audit log')
    .option('--by <name>', 'who makes it; the user of this machine unless given')
    .action((name: string, flags: { config: string }) => run('create', name, flags));
  token
    .command('list')
    .description('all of them, without their texts')
    .requiredOption('--config <file>')
    .option('--json', 'one JSON line each')
    .action((flags: { config: string }) => run('list', '', flags));
  token
    .command('revoke')
    .description('it is refused from now on, and streams that it opened end')
    .argument('<name>')
    .requiredOption('--config <file>')
    .option('--reason <text>', 'goes into the audit log')
    .option('--by <name>', 'who does it; the user of this machine unless given')
    .action((name: string, flags: { config: string }) => run('revoke', name, flags));
}
