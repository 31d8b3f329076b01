import type { Decision } from './audit.ts';

/** What a caller of the API may do; each role may do all that those before it may. */
export const ROLES = ['viewer', 'operator', 'chief', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/**
 * A token of the API as the journal keeps it: never its text, only the SHA-256 of it. The text is 256 random bits, which nobody guesses from
 * the digest; a slow hash is for what people think up, and would be paid on every request.
 */
export interface AccessToken {
  readonly name: string;
  readonly role: Role;
  /** It also reads copy under embargo, marked as such. */
  readonly embargoed: boolean;
  readonly createdAt: string;
  /** Null: it holds until it is revoked. */
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

export interface NewToken extends Pick<AccessToken, 'name' | 'role' | 'embargoed'> {
  /** SHA-256 of its text, in hexadecimal. */
  readonly hash: string;
  /** Without it, it does not end. */
  readonly validMs?: number;
}

/** The part of the journal that knows who may ask. */
export interface AccessTokens {
  /** False where there was one of that name, whether it is revoked or not: the audit log names tokens. Writes an audit row. */
  createToken(token: NewToken, decision: Decision): Promise<boolean>;
  /** False where there is none of that name that could be revoked. Writes an audit row. */
  revokeToken(name: string, decision: Decision): Promise<boolean>;
  /** Revoked ones too, by name. */
  tokens(): Promise<readonly AccessToken[]>;
  /** The one with this digest, unless it is revoked or has ended on the journal's clock. */
  tokenOf(hash: string): Promise<AccessToken | null>;
}

/** A row as both stores keep it; SQLite has no booleans. */
export interface TokenRow {
  readonly name: string;
  readonly role: Role;
  readonly embargoed: boolean | 0 | 1;
  readonly created_at: string;
  readonly expires_at: string | null;
  readonly revoked_at: string | null;
}

/** A row as the journal hands it out. */
export function accessToken({ name, role, embargoed, ...row }: TokenRow): AccessToken {
  return {
    ...{ name, role, embargoed: Boolean(embargoed) },
    ...{ createdAt: row.created_at, expiresAt: row.expires_at, revokedAt: row.revoked_at },
  };
}
