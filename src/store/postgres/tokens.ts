import { accessToken, type AccessToken, type NewToken, type TokenRow } from '../access.ts';
import { after } from '../after.ts';
import type { Decision } from '../audit.ts';
import { record } from './audit.ts';
import type { JournalClock } from './clock.ts';
import type { Postgres } from './connection.ts';

const COLUMNS = 'name, role, embargoed, created_at, expires_at, revoked_at';

/** Who may ask the API. */
export function tokensOf(db: Postgres, clock: JournalClock) {
  return {
    createToken: ({ name, hash, role, embargoed, validMs }: NewToken, decision: Decision): Promise<boolean> =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        const made = await sql.query(
          `insert into access_token(name, hash, role, embargoed, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)
           on conflict do nothing returning name`,
          [name, hash, role, embargoed, now, validMs === undefined ? null : after(now, validMs)],
        );
        if (made.length > 0) await record(sql, { ...decision, action: 'token.created', subject: name }, now);
        return made.length > 0;
      }),
    revokeToken: (name: string, decision: Decision): Promise<boolean> =>
      db.transaction(async (sql) => {
        const now = await clock(sql);
        const ended = await sql.query('update access_token set revoked_at = $2 where name = $1 and revoked_at is null returning name', [
          name,
          now,
        ]);
        if (ended.length > 0) await record(sql, { ...decision, action: 'token.revoked', subject: name }, now);
        return ended.length > 0;
      }),
    tokens: async (): Promise<AccessToken[]> =>
      (await db.query<TokenRow>(`select ${COLUMNS} from access_token order by name collate "C"`)).map(accessToken),
    tokenOf: async (hash: string): Promise<AccessToken | null> => {
      const [row] = await db.query<TokenRow>(
        `select ${COLUMNS} from access_token where hash = $1 and revoked_at is null and (expires_at is null or expires_at > $2)`,
        [hash, await clock(db)],
      );
      return row === undefined ? null : accessToken(row);
    },
  };
}
