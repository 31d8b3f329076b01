import { readFileSync } from 'node:fs';
import type { CheckedConfig, Config, FeedConfig, SinkConfig } from './config/config-values.ts';
import { problemText, type Problem } from './config/problem.ts';
import { readConfig, type Known } from './config/read-config.ts';
import { configSchema, type ConfigText, type FeedTest } from './config/schema.ts';
import type { Environment } from './config/secrets.ts';
import { Misconfigured } from './faults.ts';

export { configSchema, problemText };
export type { CheckedConfig, Config, ConfigText, Environment, FeedConfig, FeedTest, Known, Problem, SinkConfig };

/**
 * Reads a config file's text. Nothing is thrown: every problem has its place. With `known`, names of formats and profiles and the options of
 * transports and sinks are checked too, by the modules themselves.
 */
export function checkConfig(text: string, file: string, env: Environment, known: Known = {}): CheckedConfig {
  return readConfig({ text, file, env, known });
}

/** Reads a config file. @throws {Misconfigured} `config.unreadable`, or the first problem with its place. */
export function loadConfig(file: string, env: Environment, known: Known = {}): Config {
  const { config, problems } = checkConfig(readText(file), file, env, known);
  if (config !== undefined) return config;
  const [first, ...more] = problems;
  throw new Misconfigured(first?.code ?? 'config.invalid', {
    message: `${first?.message ?? 'The config cannot be used'}${more.length === 0 ? '' : ` (and ${more.length} more: wirecopy config check ${file})`}`,
    where: { file, ...(first === undefined ? {} : { line: first.line, column: first.column }) },
    ...(first?.hint === undefined ? {} : { hint: first.hint }),
  });
}

/** Types a config that is written in TypeScript; write it out with `JSON.stringify`, which is YAML too. */
export function defineConfig(config: ConfigText): ConfigText {
  return config;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    throw new Misconfigured('config.unreadable', {
      message: `Cannot read the config: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      hint: 'Name it with --config FILE',
      where: { file },
    });
  }
}
