import type { Database } from 'better-sqlite3';
import type { Article } from '../../article/article.ts';
import { after } from '../after.ts';
import { aliasesOf, DAILY_HOURS, isDaily, killNames, type Alias } from '../kill-rules.ts';

const HOUR_MS = 3_600_000;

/** Other ids of stories, so that a kill finds what it names, also before it has come. */
export function aliasesOn(db: Database) {
  const insert = db.prepare(
    'insert into alias(provider, role, value, id, at) values (@provider, @role, @value, @id, @at) on conflict do update set at = excluded.at',
  );
  const find = db.prepare<Alias, { id: string; at: string }>(
    'select id, at from alias where provider = @provider and role = @role and value = @value order by at desc',
  );
  const wait = db.prepare(
    'insert into named_kill(provider, role, value, at) values (@provider, @role, @value, @at) on conflict do nothing',
  );
  const waiting = db.prepare<Alias, { at: string }>(
    'select at from named_kill where provider = @provider and role = @role and value = @value',
  );
  return {
    remember: (article: Article, at: string): void => {
      for (const alias of aliasesOf(article)) insert.run({ ...alias, id: article.id, at });
    },
    /** A kill that came before has named this story. */
    isNamedByKill: (article: Article): boolean => aliasesOf(article).some((alias) => waiting.get(alias) !== undefined),
    /** Article ids of the stories that a kill names; what it names for ever is remembered for stories to come. */
    killedBy: (kill: Article, at: string): string[] => {
      const { ids, aliases } = killNames(kill);
      const since = after(at, -DAILY_HOURS * HOUR_MS);
      const found = aliases.flatMap((alias) => {
        const stories = find.all(alias);
        if (isDaily(alias)) return stories.filter((story) => story.id !== kill.id && story.at >= since).slice(0, 1);
        wait.run({ ...alias, at });
        return stories;
      });
      return [...new Set([...ids, ...found.map(({ id }) => id)])].filter((id) => id !== kill.id);
    },
  };
}
