import type { Command } from 'commander';

/** `wirecopy feeds …`. Each verb loads what it needs when it runs. */
export function addFeedCommands(root: Command, done: (code: number) => void): void {
  const feeds = root.command('feeds').description('look at feeds, and a hand on them');
  addLooks(feeds, done);
  addHands(feeds, done);
}

function addLooks(feeds: Command, done: (code: number) => void): void {
  feeds
    .command('check')
    .description('what a feed answers with, how it is read, and what to write into the config')
    .argument('<url>')
    .option('--id <id>', 'its name in the config')
    .option('--allow <ranges...>', 'addresses besides the public Internet, as in network.allow')
    .option('--json', 'as one JSON line')
    .action(async (url: string, flags: object) => {
      done(await (await import('./feeds-check.ts')).feedsCheck(url, flags));
    });
  feeds
    .command('add')
    .description('check a feed and write it into the config; what stands there stays as it is')
    .argument('<url>')
    .requiredOption('--config <file>')
    .option('--id <id>', 'its name in the config')
    .option('--force', 'also where it cannot be read now')
    .action(async (url: string, flags: { config: string }) => {
      const [{ feedsAdd }, { knownModules }] = await Promise.all([import('./feeds-add.ts'), import('./known-modules.ts')]);
      done(await feedsAdd(url, { ...flags, environment: process.env, known: knownModules() }));
    });
  feeds
    .command('list')
    .description('every feed with its state and its alarms, the worst first')
    .requiredOption('--config <file>')
    .option('--json', 'one JSON line each')
    .action(async (flags: { config: string }) => {
      const [{ feedsList }, { knownModules }] = await Promise.all([import('./feeds-list.ts'), import('./known-modules.ts')]);
      done(await feedsList({ ...flags, environment: process.env, known: knownModules() }));
    });
}

function addHands(feeds: Command, done: (code: number) => void): void {
  const verbs = [
    ['pause', 'poll no more until it is resumed'],
    ['resume', 'poll again, at once'],
    ['poll', 'poll at once; with --since also what the source still has from then on'],
  ] as const;
  for (const [verb, description] of verbs)
    feeds
      .command(verb)
      .description(description)
      .argument('<id>')
      .requiredOption('--config <file>')
      .option('--reason <text>', 'goes into the audit log')
      .option('--until <instant>', 'for pause: goes on by itself at 2026-11-24T06:00:00Z, or after +6h')
      .option('--since <instant>', 'for poll: 2026-11-24T06:00:00Z, 2026-11-24 or 6h')
      .option('--by <name>', 'who does it; the user of this machine unless given')
      .option('--json', 'as JSON')
      .action(async (id: string, flags: { config: string }) => {
        done(await (await import('./feeds-steer.ts')).feedsSteer(verb, id, flags));
      });
}
