import { loadConfig } from '../config.ts';
import { Misconfigured } from '../faults.ts';
import { createLog } from '../log.ts';
import { ALL_ROLES, createPipeline, type AnyRole, type Pipeline, type PipelineDeps } from '../main.ts';
import { EXIT } from './exit-code.ts';
import { knownModules } from './known-modules.ts';
import { untilStopped } from './until-stopped.ts';

export interface RunFlags {
  readonly config: string;
  /** Comma-separated; all unless given. */
  readonly roles?: string;
  /** Poll what is due, work it off, print the sums and end. */
  readonly once?: boolean;
  readonly logLevel?: string;
}

/**
 * Runs the pipeline until SIGTERM or SIGINT, or with `once` until nothing is pending. Logs on stderr.
 * Exit 0 after a clean stop; 1 where `once` left a feed or sink failing.
 */
export async function run(flags: RunFlags, serveApi?: PipelineDeps['serveApi']): Promise<number> {
  const roles = rolesOf(flags.roles);
  const config = loadConfig(flags.config, process.env, knownModules());
  const log = createLog({ secrets: config.secrets, ...(flags.logLevel === undefined ? {} : { level: flags.logLevel }) });
  // Listened for before anything starts: a signal during the start must not leave a Redis behind.
  const stopped = untilStopped();
  const pipeline = await createPipeline(config, { log, environment: process.env, ...(serveApi === undefined ? {} : { serveApi }) });
  try {
    await pipeline.start(roles);
    log.info({ feeds: config.feeds.length, sinks: config.sinks.length, roles }, 'running');
    if (flags.once === true) return await once(pipeline, stopped);
    log.info({ signal: await stopped }, 'stopping');
    return EXIT.ok;
  } finally {
    await pipeline.stop();
    log.info({}, 'stopped');
  }
}

async function once(pipeline: Pipeline, stopped: Promise<NodeJS.Signals>): Promise<number> {
  const interrupted = new AbortController();
  void stopped.then(() => {
    interrupted.abort();
  });
  await pipeline.idle(interrupted.signal);
  process.stdout.write(`${JSON.stringify(await pipeline.totals())}\n`);
  if (interrupted.signal.aborted) return EXIT.interrupted;
  const [feeds, subscribers] = [await pipeline.journal.feeds(), await pipeline.journal.subscribers()];
  return [...feeds, ...subscribers].some(({ failures }) => failures > 0) ? EXIT.failed : EXIT.ok;
}

function rolesOf(text: string | undefined): readonly AnyRole[] {
  if (text === undefined) return ALL_ROLES;
  return text.split(',').map((name) => {
    const role = ALL_ROLES.find((known) => known === name.trim());
    if (role !== undefined) return role;
    throw new Misconfigured('config.role', { message: `No role is called ${name}`, hint: `Roles: ${ALL_ROLES.join(', ')}` });
  });
}
