import { hkdfSync } from 'node:crypto';
import { Misconfigured } from '../faults.ts';

/** What a secret is derived from besides the key; none of it is secret. */
export interface SecretSeed {
  readonly name: string;
  readonly salt: string;
  readonly keyId: string;
  readonly secretNumber: number;
}

/**
 * The secret of a webhook that was added over HTTP, in the form of Standard Webhooks (`whsec_` and 32 bytes in base64), by HKDF-SHA-256 (RFC 5869)
 * from the key of the config. So no secret is ever kept, and whoever reads the journal can sign nothing.
 * @throws {Misconfigured} `subscriber.key` without the key that it was made from
 */
export function derivedSecret(key: string | undefined, { name, salt, keyId, secretNumber }: SecretSeed): string {
  if (key === undefined || keyIdOf(key) !== keyId)
    throw new Misconfigured('subscriber.key', {
      message: `The secrets of ${name} were made from another \`secret\` of the config`,
      hint: 'Put the old one back, or rotate the secret of this subscriber',
    });
  return `whsec_${Buffer.from(hkdfSync('sha256', key, salt, `wirecopy webhook ${name} ${secretNumber}`, 32)).toString('base64')}`;
}

/** Secrets as the webhook sink reads them: the present one, and the one before as long as it signs. @throws {Misconfigured} `subscriber.key` */
export function signingSecrets(
  key: string | undefined,
  seed: SecretSeed & { readonly oldSecretUntil: string | null },
): readonly (string | { readonly secret: string; readonly until: string })[] {
  const { oldSecretUntil: until, secretNumber } = seed;
  const old = until === null ? [] : [{ secret: derivedSecret(key, { ...seed, secretNumber: secretNumber - 1 }), until }];
  return [derivedSecret(key, seed), ...old];
}

/** Tells keys apart, and nothing of the key. */
export function keyIdOf(key: string): string {
  return Buffer.from(hkdfSync('sha256', key, '', 'wirecopy key id', 8)).toString('hex');
}
