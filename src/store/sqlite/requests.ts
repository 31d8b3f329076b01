import type { Database } from 'better-sqlite3';
import { after } from '../after.ts';
import { ANSWER_MS, claimOf, RUNNING_MS, type Answer, type RequestClaim, type RequestName, type RequestRow } from '../requests.ts';
import type { JournalClock } from './clock.ts';

/** Requests that may be repeated. */
export function requestsOf(db: Database, clock: JournalClock) {
  const forget = db.prepare('delete from request where at < ?');
  const find = db.prepare<[string, string], RequestRow>('select digest, status, body, at from request where actor = ? and key = ?');
  const take = db.prepare(
    `insert into request(actor, key, digest, at) values (?, ?, ?, ?)
     on conflict do update set digest = excluded.digest, status = null, body = null, at = excluded.at`,
  );
  const answer = db.prepare('update request set status = ?, body = ?, at = ? where actor = ? and key = ?');
  const free = db.prepare('delete from request where actor = ? and key = ?');
  const claim = db.transaction(({ actor, key }: RequestName, digest: string): RequestClaim => {
    const now = clock();
    forget.run(after(now, -ANSWER_MS));
    const row = find.get(actor, key);
    const known = row === undefined ? 'new' : claimOf(row, digest, after(now, -RUNNING_MS));
    if (known === 'new') take.run(actor, key, digest, now);
    return known;
  });
  return {
    claimRequest: (name: RequestName, digest: string) => claim.immediate(name, digest),
    answerRequest: ({ actor, key }: RequestName, given: Answer | null): void => {
      if (given === null) free.run(actor, key);
      else answer.run(given.status, given.body, clock(), actor, key);
    },
  };
}
