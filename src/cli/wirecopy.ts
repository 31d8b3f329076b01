#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { EXIT, report } from './exit-code.ts';
import { addFeedCommands } from './feed-commands.ts';
import { addReplayCommands } from './replay-commands.ts';
import { addTokenCommands } from './token-commands.ts';

/** Commands load what they need when they run, so that `normalize` starts without queue or database. */
function program(): Command {
  const root = new Command('wirecopy')
    .description('The open wire layer for newsrooms: agency feeds in, one canonical article JSON out.')
    .version(version())
    .showHelpAfterError('(see `wirecopy --help`)')
    .exitOverride();
  const done = (code: number): void => {
    process.exitCode = code;
  };
  addTextCommands(root, done);
  addServiceCommands(root, done);
  addJournalCommands(root, done);
  addHeld(root, done);
  addSearch(root, done);
  addReplayCommands(root, done);
  addSubscriberCommands(root, done);
  addTokenCommands(root, done);
  return root;
}

function addTextCommands(root: Command, done: (code: number) => void): void {
  root
    .command('normalize')
    .description('read documents of any format, or archives of them (WARC, WET, zip, tar, mbox, JSONL), and print canonical articles')
    .argument('[places...]', 'FILE, URL or - for stdin')
    .option('--now <instant>', 'clock for receipt and embargoes (ISO 8601); the clock of this machine unless given')
    .option('--url <url>', 'where the document came from')
    .option('--zone <zone>', 'zone of times without one: IANA name or +02:00')
    .option('--provider <name>', 'who sent it')
    .option('--profile <id>', 'profile to use')
    .option('--format <name>', 'format to use instead of recognising it')
    .option('--feed <id>', 'feed to name in the provenance')
    .option('--get <path>', 'print one field: times.published.utc')
    .option('--explain [field]', 'print why a field has its value')
    .option('--json', 'explanations as JSON')
    .option('--jsonl', 'one line per article')
    .option('--batch', 'JSONL requests on stdin')
    .option('--resume', 'go on with an archive where an earlier run stopped')
    .option('--checkpoint <file>', 'where to keep how far an archive was read; beside the archive unless given')
    .action(async (places: string[], flags: object) => {
      done(await (await import('./normalize.ts')).normalizeCommand(places, flags));
    });
  root
    .command('inspect')
    .description('print what the parser read, before normalizing')
    .argument('[place]', 'FILE, URL or -')
    .option('--json', 'as JSON')
    .option('--url <url>', 'where the document came from')
    .option('--batch', 'JSONL requests on stdin')
    .action(async (place: string | undefined, flags: object) => {
      done(await (await import('./inspect.ts')).inspectCommand(place, flags));
    });
  root
    .command('parse')
    .description('read one wire string: byline, dateline, caption, line, status or time')
    .argument('<kind>')
    .argument('[text]')
    .option('--jsonl', 'JSONL requests on stdin')
    .option('--explain', 'also print the rule that won, what it took from where, and the readings it rejected')
    .option('--where <place>', 'where the string stands: headline, slugline, ednote, byline, signoff, element …')
    .option('--language <tag>')
    .option('--zone <zone>')
    .option('--order <order>', 'DMY or MDY')
    .option('--now <instant>')
    .action(async (kind: string, text: string | undefined, flags: object) => {
      done(await (await import('./parse.ts')).parseCommand(kind, text, flags));
    });
  root
    .command('diff')
    .description('what changed between two revisions: fields by path, the body block by block')
    .argument('<before>', 'FILE of canonical JSON, or ID@REVISION with --config')
    .argument('[after]', 'the same; without it, with --config, <before> is compared with the revision before it')
    .option('--config <file>', 'look in the journal of this config')
    .option('--json', 'as JSON')
    .action(async (before: string, after: string | undefined, flags: object) => {
      done(await (await import('./diff.ts')).diffCommand(before, after, flags));
    });
}

function addServiceCommands(root: Command, done: (code: number) => void): void {
  root
    .command('run')
    .description('poll, normalize and deliver until stopped')
    .requiredOption('--config <file>')
    .option('--roles <roles>', 'fetch, normalize, deliver, api; all unless given')
    .option('--once', 'poll what is due, work it off and end')
    .option('--log-level <level>', 'debug, info, warn or error')
    .action(async (flags: { config: string }) => {
      const [{ run }, { serveApi }] = await Promise.all([import('./run.ts'), import('./serve-api.ts')]);
      done(await run(flags, serveApi));
    });
  root
    .command('demo')
    .description('the whole pipeline on built-in stories')
    .option('--keep', 'keep running until Ctrl-C')
    .action(async (flags: object) => {
      done(await (await import('./demo.ts')).demoCommand(flags));
    });
  root
    .command('doctor')
    .description('is this machine fit to run it')
    .option('--config <file>')
    .option('--json', 'one JSON line each')
    .action(async (flags: object) => {
      const [{ doctor }, { checkRedis }, { findRedis }, { knownModules }] = await Promise.all([
        import('./doctor.ts'),
        import('../queue/checks.ts'),
        import('../queue/embedded-redis.ts'),
        import('./known-modules.ts'),
      ]);
      done(
        await doctor({ ...flags, environment: process.env, nodeVersion: process.version, checkRedis, findRedis, known: knownModules() }),
      );
    });
  addFeedCommands(root, done);
  addConfigCommands(root, done);
}

function addJournalCommands(root: Command, done: (code: number) => void): void {
  const decisions = [
    ['release', 'let out a story that is held: its embargo is over, or it was withheld'],
    ['kill', 'kill a story for good, everywhere; it cannot be undone'],
  ] as const;
  for (const [what, description] of decisions)
    root
      .command(what)
      .description(description)
      .argument('<id>', 'article id')
      .requiredOption('--config <file>')
      .requiredOption('--reason <text>', 'goes into the audit log')
      .option('--by <name>', 'who decides; the user of this machine unless given')
      .option('--json', 'as JSON')
      .action(async (id: string, flags: { config: string; reason: string }) => {
        done(await (await import('./decide.ts')).decideCommand(what, id, flags));
      });
}

function addHeld(root: Command, done: (code: number) => void): void {
  root
    .command('held')
    .description('what waits for its embargo or for a person, the first to go out first')
    .requiredOption('--config <file>')
    .option('--limit <n>', '50 unless given')
    .option('--json', 'one JSON line each')
    .action(async (flags: { config: string }) => {
      done(await (await import('./held.ts')).heldCommand(flags));
    });
}

function addSearch(root: Command, done: (code: number) => void): void {
  root
    .command('retain')
    .description('forget what the retention of the config lets go; `run` does it every hour')
    .requiredOption('--config <file>')
    .option('--dry-run', 'only count it')
    .option('--json', 'as JSON')
    .action(async (flags: { config: string }) => {
      done(await (await import('./retain.ts')).retainCommand(flags));
    });
  root
    .command('search')
    .description('find stories: words, "words in a row", beginnings*, -words that must not be there')
    .argument('[words...]')
    .requiredOption('--config <file>')
    .option('--provider <name>')
    .option('--language <tag>', 'en also finds en-GB')
    .option('--status <status>', 'usable, embargoed, withheld or superseded')
    .option('--since <instant>', 'arrived since')
    .option('--until <instant>', 'arrived before')
    .option('--limit <n>', '50 unless given')
    .option('--json', 'one article a line')
    .action(async (words: string[], flags: { config: string }) => {
      done(await (await import('./search.ts')).searchCommand(words, flags));
    });
}

function addSubscriberCommands(root: Command, done: (code: number) => void): void {
  const subscribers = root.command('subscribers').description('who has been sent how much, and a hand on it');
  subscribers
    .command('list')
    .requiredOption('--config <file>')
    .option('--json', 'one JSON line each')
    .action(async (flags: { config: string }) => {
      done(await (await import('./subscribers.ts')).subscribersCommand('list', undefined, flags));
    });
  const verbs = [
    ['pause', 'send nothing until it is resumed'],
    ['resume', 'send again, from where it was paused'],
    ['enable', 'send again after it answered 410'],
    ['redeliver', 'send again what it was sent since an instant, or everything'],
  ] as const;
  for (const [verb, description] of verbs)
    subscribers
      .command(verb)
      .description(description)
      .argument('<name>')
      .requiredOption('--config <file>')
      .option('--reason <text>', 'goes into the audit log')
      .option('--since <instant>', 'for redeliver: 2026-11-24T06:00:00Z, 2026-11-24 or 6h')
      .option('--by <name>', 'who does it; the user of this machine unless given')
      .option('--json', 'as JSON')
      .action(async (name: string, flags: { config: string }) => {
        done(await (await import('./subscribers.ts')).subscribersCommand(verb, name, flags));
      });
  root
    .command('deliveries')
    .description('what became of each event at each subscriber, newest first')
    .requiredOption('--config <file>')
    .option('--subscriber <name>')
    .option('--article <id>')
    .option('--outcome <outcome>', 'delivered, withheld, filtered or failed')
    .option('--limit <n>', '50 unless given')
    .option('--json', 'one JSON line each')
    .action(async (flags: { config: string }) => {
      done(await (await import('./subscribers.ts')).deliveriesCommand(flags));
    });
}

function addConfigCommands(root: Command, done: (code: number) => void): void {
  const config = root.command('config').description('check a config, or print its JSON Schema');
  config
    .command('check')
    .argument('<file>')
    .option('--json', 'problems as JSON')
    .action(async (file: string, flags: object) => {
      const [{ configCheck }, { knownModules }] = await Promise.all([import('./config.ts'), import('./known-modules.ts')]);
      done(configCheck({ ...flags, file, environment: process.env, known: knownModules() }));
    });
  config.command('schema').action(async () => {
    done((await import('./config.ts')).configSchemaCommand());
  });
  root
    .command('test')
    .description('run the tests written beside each feed')
    .requiredOption('--config <file>')
    .option('--json', 'one JSON line each')
    .action(async (flags: { config: string }) => {
      done(await (await import('./test.ts')).testCommand({ ...flags, environment: process.env }));
    });
}

function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return (manifest as { version: string }).version;
}

try {
  await program().parseAsync(process.argv);
} catch (thrown) {
  // Commander has already printed its own message.
  if (thrown instanceof CommanderError) process.exitCode = thrown.exitCode === 0 ? EXIT.ok : EXIT.usage;
  else process.exitCode = report(thrown);
}
