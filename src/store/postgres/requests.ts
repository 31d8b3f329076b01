import { after } from '../after.ts';
import { ANSWER_MS, claimOf, RUNNING_MS, type Answer, type RequestClaim, type RequestName, type RequestRow } from '../requests.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres } from './connection.ts';

/** Requests that may be repeated. */
export function requestsOf(db: Postgres, clock: JournalClock) {
  return {
    claimRequest: ({ actor, key }: RequestName, digest: string): Promise<RequestClaim> =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        await sql.query('delete from request where at < $1', [after(now, -ANSWER_MS)]);
        const made = await sql.query(
          'insert into request(actor, key, digest, at) values ($1, $2, $3, $4) on conflict do nothing returning key',
          [actor, key, digest, now],
        );
        if (made.length > 0) return 'new';
        const [row] = await sql.query<RequestRow>('select digest, status, body, at from request where actor = $1 and key = $2 for update', [
          actor,
          key,
        ]);
        if (row === undefined) return 'running';
        const known = claimOf(row, digest, after(now, -RUNNING_MS));
        if (known === 'new') await sql.query('update request set at = $3 where actor = $1 and key = $2', [actor, key, now]);
        return known;
      }),
    answerRequest: async ({ actor, key }: RequestName, answer: Answer | null): Promise<void> => {
      if (answer === null) await db.query('delete from request where actor = $1 and key = $2', [actor, key]);
      else
        await db.query('update request set status = $3, body = $4, at = $5 where actor = $1 and key = $2', [
          ...[actor, key, answer.status, answer.body, await clock(db)],
        ]);
    },
  };
}
