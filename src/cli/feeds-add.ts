import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { isMap, isSeq, parse, parseDocument } from 'yaml';
import { checkConfig, loadConfig, type Environment, type Known } from '../config.ts';
import { Misconfigured } from '../faults.ts';
import { EXIT } from './exit-code.ts';
import { checkFeed } from './feeds-check.ts';

export interface FeedsAddFlags {
  readonly config: string;
  readonly id?: string;
  readonly force?: boolean;
  readonly environment: Environment;
  readonly known: Known;
}

/**
 * `wirecopy feeds add URL`: checks a feed and writes it into the config, in one step or not at all. Comments and order of the file stay.
 * @throws {Misconfigured} where the config has faults before or after
 */
export async function feedsAdd(url: string, { config: file, id, force, environment, known }: FeedsAddFlags): Promise<number> {
  const config = loadConfig(file, environment, known);
  const { code, yaml } = await checkFeed(url, { allow: config.network.allow, ...(id === undefined ? {} : { id }) });
  if (code !== EXIT.ok && force !== true) return code;
  const text = withFeed(readFileSync(file, 'utf8'), yaml);
  // The new feed's secrets may not be in the environment yet; everything else must hold.
  const [problem] = checkConfig(text, file, environment, known).problems.filter((one) => one.code !== 'config.env');
  if (problem !== undefined)
    throw new Misconfigured(problem.code, {
      message: problem.message,
      ...(problem.hint === undefined ? {} : { hint: problem.hint }),
      where: { file },
    });
  const draft = `${file}.${process.pid}.tmp`;
  writeFileSync(draft, text, { flag: 'wx' });
  renameSync(draft, file);
  process.stderr.write(`written into ${file}; a running service takes it with its next start\n`);
  return EXIT.ok;
}

/** The config with one more feed at the end of `feeds`. */
function withFeed(text: string, yaml: string): string {
  const document = parseDocument(text);
  const fresh = (parse(yaml) as { feeds: readonly unknown[] }).feeds[0];
  const feeds = isMap(document.contents) ? document.get('feeds') : undefined;
  if (isSeq(feeds)) {
    feeds.flow = false;
    feeds.add(document.createNode(fresh));
  } else document.set('feeds', document.createNode([fresh]));
  return document.toString({ lineWidth: 0 });
}
