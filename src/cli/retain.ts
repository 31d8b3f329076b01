import { loadConfig } from '../config.ts';
import { retain } from '../pipeline/retention.ts';
import { openJournal } from '../store/open-journal.ts';
import { EXIT } from './exit-code.ts';

export interface RetainFlags {
  readonly config: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
}

/** `wirecopy retain`: forgets what the config's `retention` lets go, or with `--dry-run` only counts it. */
export async function retainCommand({ config: file, dryRun = false, json = false }: RetainFlags): Promise<number> {
  const config = loadConfig(file, process.env);
  const journal = await openJournal(config);
  try {
    const { raws, revisions, events } = await (dryRun ? journal.forget(config.retention, true) : retain(journal, config.retention));
    if (json) process.stdout.write(`${JSON.stringify({ dryRun, raws, revisions, events })}\n`);
    else
      process.stdout.write(
        `${dryRun ? 'would forget' : 'forgot'}: ${raws} documents, ${revisions} superseded revisions, ${events} events\n`,
      );
    return EXIT.ok;
  } finally {
    await journal.close();
  }
}
