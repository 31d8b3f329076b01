import { randomBytes } from 'node:crypto';
import { SHORT_NAME } from '../article/short-name.ts';
import { sha256 } from '../article/hash.ts';
import { loadConfig } from '../config.ts';
import { BadInput } from '../faults.ts';
import { ROLES, type AccessToken } from '../store/access.ts';
import type { Journal } from '../store/journal.ts';
import { openJournal } from '../store/open-journal.ts';
import { actorOf } from './actor.ts';
import { EXIT } from './exit-code.ts';

export interface TokenFlags {
  readonly config: string;
  readonly role?: string;
  readonly embargoed?: boolean;
  readonly days?: string;
  readonly reason?: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** Tells scanners of repositories and logs what they have found. */
const PREFIX = 'wirecopy_';
const DAY_MS = 86_400_000;

/**
 * `wirecopy token create|list|revoke`: who may ask the API. The text of a token is printed once, when it is made; the journal has its digest
 * alone. Exit 1 where there is nothing to revoke. @throws {BadInput} `token.name`, `token.role`, `token.days`
 */
export async function tokenCommand(verb: 'create' | 'list' | 'revoke', name: string, flags: TokenFlags): Promise<number> {
  const journal = await openJournal(loadConfig(flags.config, process.env));
  try {
    if (verb === 'create') return await create(name, flags, journal);
    if (verb === 'list') return list(await journal.tokens(), await journal.now(), flags.json);
    const ended = await journal.revokeToken(name, { actor: actorOf(flags.by), reason: flags.reason ?? '' });
    process.stdout.write(`${name}: ${ended ? 'revoked' : 'no token of that name is in force'}\n`);
    return ended ? EXIT.ok : EXIT.failed;
  } finally {
    await journal.close();
  }
}

async function create(name: string, { role: given, embargoed = false, days, reason, by }: TokenFlags, journal: Journal): Promise<number> {
  const role = ROLES.find((each) => each === given);
  if (role === undefined)
    throw new BadInput('token.role', { message: `No role is called ${given ?? ''}`, hint: `Roles: ${ROLES.join(', ')}` });
  if (!SHORT_NAME.test(name))
    throw new BadInput('token.name', { message: `${name} cannot be the name of a token`, hint: 'Letters, digits, - and _' });
  if (days !== undefined && !/^[1-9]\d{0,4}$/.test(days))
    throw new BadInput('token.days', { message: `${days} is no number of days`, hint: 'Write --days 90' });
  const text = `${PREFIX}${randomBytes(32).toString('base64url')}`;
  const ends = days === undefined ? {} : { validMs: Number(days) * DAY_MS };
  const isNew = await journal.createToken(
    { name, role, embargoed, hash: sha256(text), ...ends },
    { actor: actorOf(by), reason: reason ?? `role ${role}${embargoed ? ', embargoed copy' : ''}` },
  );
  if (!isNew) throw new BadInput('token.name', { message: `There is or was a token called ${name}`, hint: 'Choose a new name' });
  process.stderr.write('Keep it now: it is shown this once.\n');
  process.stdout.write(`${text}\n`);
  return EXIT.ok;
}

function list(tokens: readonly AccessToken[], now: string, json: boolean | undefined): number {
  for (const token of tokens) {
    const { name, role, embargoed, createdAt, expiresAt, revokedAt } = token;
    const ends = expiresAt === null ? '' : `, ${expiresAt <= now ? 'ended' : 'until'} ${expiresAt}`;
    const state = revokedAt === null ? `since ${createdAt}${ends}` : `revoked ${revokedAt}`;
    const line = `${name}  ${role}${embargoed ? ', embargoed copy' : ''}  ${state}`;
    process.stdout.write(`${json === true ? JSON.stringify(token) : line}\n`);
  }
  return EXIT.ok;
}
