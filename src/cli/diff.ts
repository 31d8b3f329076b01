import { readFileSync } from 'node:fs';
import type { Article } from '../article/article.ts';
import { diffArticles, type ArticleDiff } from '../article/diff.ts';
import { loadConfig } from '../config.ts';
import { BadInput } from '../faults.ts';
import { openJournal } from '../store/open-journal.ts';
import { EXIT } from './exit-code.ts';

export interface DiffFlags {
  readonly config?: string;
  readonly json?: boolean;
}

/**
 * `wirecopy diff BEFORE AFTER`: two files of canonical JSON, or, with `--config`, two revisions of the journal as `ID@REVISION`; without
 * AFTER the revision before the one named. Exit 0 where nothing differs, 1 where something does, as diff(1).
 */
export async function diffCommand(before: string, after: string | undefined, flags: DiffFlags): Promise<number> {
  const [one, other] = flags.config === undefined ? ofFiles(before, after) : await ofJournal(before, after, flags.config);
  const diff = diffArticles(one, other);
  process.stdout.write(flags.json === true ? `${JSON.stringify(diff, null, 2)}\n` : linesOf(diff).join(''));
  return diff.fields.length + diff.blocks.length === 0 ? EXIT.ok : EXIT.failed;
}

function ofFiles(before: string, after: string | undefined): [Article, Article] {
  if (after === undefined)
    throw new BadInput('diff.one-side', { message: 'Two files are needed', hint: 'Or name a revision, with --config FILE' });
  return [articleIn(before), articleIn(after)];
}

function articleIn(file: string): Article {
  const text = readText(file);
  try {
    const article = JSON.parse(text) as Partial<Article>;
    if (article.schema === 'wire-article/1.0' && article.body !== undefined) return article as Article;
  } catch {
    // Told below: what is no JSON is no article either.
  }
  throw new BadInput('diff.no-article', {
    message: 'This file holds no canonical article',
    hint: 'Write one with wirecopy normalize',
    where: { file },
  });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (thrown) {
    throw new BadInput('diff.no-article', {
      message: `Cannot read it: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      where: { file },
    });
  }
}

async function ofJournal(before: string, after: string | undefined, file: string): Promise<[Article, Article]> {
  const journal = await openJournal(loadConfig(file, process.env));
  const revisionOf = async ({ id, revision }: { id: string; revision: number | undefined }): Promise<Article> => {
    const found = await journal.article(id, revision);
    if (found !== null) return found.article;
    const name = revision === undefined ? id : `${id}@${revision}`;
    throw new BadInput('diff.no-revision', { message: `The journal has no ${name}`, hint: 'Name it as ID@REVISION' });
  };
  try {
    const first = await revisionOf(named(before));
    if (after !== undefined) return [first, await revisionOf(named(after))];
    const revision = (first.identity.revision ?? 1) - 1;
    return [await revisionOf({ id: first.id, revision }), first];
  } finally {
    await journal.close();
  }
}

function named(text: string): { id: string; revision: number | undefined } {
  const [, id, revision] = /^(.+)@(\d{1,9})$/.exec(text) ?? [];
  return id === undefined ? { id: text, revision: undefined } : { id, revision: Number(revision) };
}

/** As a person reads it: fields first, then the body with the places of its blocks. */
function linesOf({ fields, blocks, unchanged }: ArticleDiff): string[] {
  const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  const sides = (before: unknown, after: unknown): string[] => [
    ...(before === undefined ? [] : [`- ${shown(before)}\n`]),
    ...(after === undefined ? [] : [`+ ${shown(after)}\n`]),
  ];
  return [
    ...fields.flatMap(({ path, before, after }) => [`${path}\n`, ...sides(before, after)]),
    ...blocks.flatMap(({ op, at, before, after }) => [`block ${at + 1} ${op}\n`, ...sides(before?.text ?? before, after?.text ?? after)]),
    `${unchanged} block${unchanged === 1 ? '' : 's'} unchanged\n`,
  ];
}
