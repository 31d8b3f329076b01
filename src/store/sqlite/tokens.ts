import type { Database } from 'better-sqlite3';
import { accessToken, type NewToken, type TokenRow } from '../access.ts';
import { after } from '../after.ts';
import type { Decision } from '../audit.ts';
import type { Audit } from './audit.ts';
import type { JournalClock } from './clock.ts';

const COLUMNS = 'name, role, embargoed, created_at, expires_at, revoked_at';

/** Who may ask the API. */
export function tokensOf(db: Database, clock: JournalClock, audit: Audit) {
  const insert = db.prepare(
    'insert into access_token(name, hash, role, embargoed, created_at, expires_at) values (?, ?, ?, ?, ?, ?) on conflict do nothing',
  );
  const end = db.prepare('update access_token set revoked_at = ? where name = ? and revoked_at is null');
  const all = db.prepare<[], TokenRow>(`select ${COLUMNS} from access_token order by name`);
  const one = db.prepare<[string, string], TokenRow>(
    `select ${COLUMNS} from access_token where hash = ? and revoked_at is null and (expires_at is null or expires_at > ?)`,
  );
  const create = db.transaction(({ name, hash, role, embargoed, validMs }: NewToken, decision: Decision): boolean => {
    const now = clock();
    const made = insert.run(name, hash, role, embargoed ? 1 : 0, now, validMs === undefined ? null : after(now, validMs)).changes > 0;
    if (made) audit.recordAudit({ ...decision, action: 'token.created', subject: name });
    return made;
  });
  const revoke = db.transaction((name: string, decision: Decision): boolean => {
    const ended = end.run(clock(), name).changes > 0;
    if (ended) audit.recordAudit({ ...decision, action: 'token.revoked', subject: name });
    return ended;
  });
  return {
    createToken: (token: NewToken, decision: Decision) => create.immediate(token, decision),
    revokeToken: (name: string, decision: Decision) => revoke.immediate(name, decision),
    tokens: () => all.all().map(accessToken),
    tokenOf: (hash: string) => {
      const row = one.get(hash, clock());
      return row === undefined ? null : accessToken(row);
    },
  };
}
