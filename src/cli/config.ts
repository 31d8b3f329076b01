import { readFileSync } from 'node:fs';
import { checkConfig, configSchema, problemText, type Environment, type Known } from '../config.ts';
import { EXIT } from './exit-code.ts';

export interface ConfigCheckOptions {
  readonly file: string;
  readonly environment: Environment;
  /** What is registered in this build; names and options are checked against it. */
  readonly known?: Known;
  readonly json?: boolean;
}

/** `wirecopy config check FILE`: every problem with its lines, or one line that says what was read. Exit 0, or 78. */
export function configCheck({ file, environment, known = {}, json = false }: ConfigCheckOptions): number {
  const text = readText(file);
  if (text === undefined) return EXIT.config;
  const { config, problems } = checkConfig(text, file, environment, known);
  if (json) process.stdout.write(`${JSON.stringify({ file, ok: config !== undefined, problems })}\n`);
  else if (config === undefined)
    process.stdout.write(`${problems.map(problemText).join('\n\n')}\n\n${counted(problems.length, 'problem')} in ${file}\n`);
  else process.stdout.write(`${file}: ok (${counted(config.feeds.length, 'feed')}, ${counted(config.sinks.length, 'sink')})\n`);
  return config === undefined ? EXIT.config : EXIT.ok;
}

/** `wirecopy config schema`: the JSON Schema of the config file. */
export function configSchemaCommand(): number {
  process.stdout.write(`${JSON.stringify(configSchema, null, 2)}\n`);
  return EXIT.ok;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    process.stderr.write(`wirecopy: cannot read ${file}: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
    return undefined;
  }
}

function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
