import { createHash, createHmac } from 'node:crypto';

/** A request to sign. The path is made of characters that need no escaping. */
export interface UnsignedRequest {
  readonly method: string;
  readonly url: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Credentials {
  readonly accessKey: string;
  readonly secret: string;
  readonly region: string;
}

/** The request with its Authorization header: AWS Signature Version 4 for S3 (docs.aws.amazon.com, "Signature Calculations for the Authorization Header"). */
export function signed(
  { method, url, query, headers, body }: UnsignedRequest,
  { accessKey, secret, region }: Credentials,
  now: Date,
): { readonly url: string; readonly headers: Readonly<Record<string, string>> } {
  const { host, pathname } = new URL(url);
  const at = now.toISOString().replace(/[-:]|\.\d{3}/g, '');
  const day = at.slice(0, 8);
  const hash = sha256(body);
  const all: Record<string, string> = { ...headers, host, 'x-amz-content-sha256': hash, 'x-amz-date': at };
  const names = Object.keys(all).sort();
  const search = Object.entries(query)
    .map(([key, value]) => `${escaped(key)}=${escaped(value)}`)
    .sort()
    .join('&');
  const canonical = [method, pathname, search, ...names.map((name) => `${name}:${all[name] ?? ''}`), '', names.join(';'), hash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${secret}`);
  const signature = hmac(key, toSign).toString('hex');
  const authorization = `AWS4-HMAC-SHA256 Credential=${accessKey}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`;
  return { url: search === '' ? url : `${url}?${search}`, headers: { ...all, authorization } };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

/** RFC 3986, more strictly than encodeURIComponent. */
function escaped(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
}
