import { createHmac, timingSafeEqual } from 'node:crypto';
import type { OptionReader } from './option-reader.ts';

/** How a sender proves who it is. */
export interface SignatureCheck {
  /** The headers without which a request need not be read, in lower case. */
  readonly headers: readonly string[];
  /** Whether the body is from who knows the secret. `nowMs` judges the age of what is signed with a time. */
  isValid(headers: Headers, body: Uint8Array, nowMs: number): boolean;
}

/** As Node gives them: lower-case names. */
export type Headers = Readonly<Record<string, string | string[] | undefined>>;

const SCHEMES = ['standard-webhooks', 'github'] as const;
/** A signed message that is older, or from further ahead, may be somebody else's copy. */
const TOLERANCE_S = 300;
const SHORTEST_SECRET = 16;
/** Algorithms of the W3C's WebSub (2018), section 7.1. */
const HUB_SIGNATURE = /^(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})$/i;

/** `signature`, `secret`, and `old_secret` while secrets rotate. @throws {Misconfigured} `config.option` */
export function readSignature(options: OptionReader): SignatureCheck {
  const scheme = options.choice('signature', SCHEMES, 'standard-webhooks');
  const old = options.textOr('old_secret', undefined);
  const secrets = [options.text('secret'), ...(old === undefined ? [] : [old])];
  if (scheme === 'github') {
    if (secrets.some((secret) => secret.length < SHORTEST_SECRET))
      options.fail('secret', `must have ${SHORTEST_SECRET} characters or more`);
    return githubCheck(secrets);
  }
  const keys = secrets.map((secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64'));
  if (keys.some((key) => key.length < SHORTEST_SECRET))
    options.fail('secret', 'must be base64 of 16 bytes or more', 'Make one: echo "whsec_$(openssl rand -base64 32)"');
  return standardCheck(keys);
}

/** Standard Webhooks (2023): `webhook-signature` holds `v1,<base64>` of id, time and body, one for each secret of the sender. */
function standardCheck(keys: readonly Buffer[]): SignatureCheck {
  return {
    headers: ['webhook-id', 'webhook-timestamp', 'webhook-signature'],
    isValid: (headers, body, nowMs) => {
      const [id, time, given] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => textOf(headers, name));
      const age = nowMs / 1_000 - Number(time);
      if (!(Math.abs(age) <= TOLERANCE_S)) return false;
      const signatures = (given ?? '').split(' ').flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3), 'base64')] : []));
      return keys.some((key) => {
        const wanted = createHmac('sha256', key)
          .update(`${id ?? ''}.${time ?? ''}.`)
          .update(body)
          .digest();
        return signatures.some((signature) => isSame(signature, wanted));
      });
    },
  };
}

/** GitHub's way, which many services took over: `X-Hub-Signature-256: sha256=<hex>` of the body. */
function githubCheck(secrets: readonly string[]): SignatureCheck {
  return {
    headers: ['x-hub-signature-256'],
    isValid: (headers, body) => {
      const given = /^sha256=([0-9a-f]{64})$/i.exec(textOf(headers, 'x-hub-signature-256') ?? '')?.[1];
      return (
        given !== undefined &&
        secrets.some((secret) => isSame(Buffer.from(given, 'hex'), createHmac('sha256', secret).update(body).digest()))
      );
    },
  };
}

/** WebSub section 7.1: `X-Hub-Signature: <algorithm>=<hex>` of the body. */
export function isFromHub(headers: Headers, body: Uint8Array, secret: string): boolean {
  const [, algorithm, given] = HUB_SIGNATURE.exec(textOf(headers, 'x-hub-signature') ?? '') ?? [];
  if (algorithm === undefined || given === undefined) return false;
  return isSame(Buffer.from(given, 'hex'), createHmac(algorithm.toLowerCase(), secret).update(body).digest());
}

function textOf(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : undefined;
}

function isSame(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
