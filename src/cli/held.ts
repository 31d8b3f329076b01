import { loadConfig } from '../config.ts';
import { openJournal } from '../store/open-journal.ts';
import { EXIT } from './exit-code.ts';

export interface HeldFlags {
  readonly config: string;
  readonly limit?: string;
  readonly json?: boolean;
}

/** `wirecopy held`: what waits for its embargo or for a person, with the reason. */
export async function heldCommand({ config, limit, json }: HeldFlags): Promise<number> {
  const journal = await openJournal(loadConfig(config, process.env));
  try {
    const { held, total } = await journal.held({ limit: Number(limit ?? 50), offset: 0 });
    for (const { article, until, reason, since } of held) {
      const { id, identity, headline } = article;
      const revision = identity.revision ?? 0;
      const row = { id, revision, headline: headline.text, until, reason, since };
      const line = `${id}@${revision}  ${until ?? 'for a person'}  ${headline.text}  [${reason}]`;
      process.stdout.write(`${json === true ? JSON.stringify(row) : line}\n`);
    }
    if (held.length < total) process.stderr.write(`${total} in all\n`);
    return EXIT.ok;
  } finally {
    await journal.close();
  }
}
