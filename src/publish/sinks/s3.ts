import { Misconfigured, Transient } from '../../faults.ts';
import { contentOf, fileOf, folderOf, WITHHELD } from '../file-names.ts';
import { signed } from '../s3-signature.ts';
import type { Delivery, Sink, SinkKind, SinkServices } from '../sink.ts';
import { folderOption, textOption } from '../sink-options.ts';

export interface S3Options {
  readonly endpoint: string;
  readonly bucket: string;
  readonly region: string;
  /** Empty, or ends with a slash. */
  readonly prefix: string;
  readonly accessKey: string;
  readonly secret: string;
}

/**
 * An object per revision, `<prefix>/<story>/<revision>.<extension>`, in S3 or what speaks its protocol. What takes a story back removes its
 * objects and leaves `killed.json` or `withheld.json`. Redelivery writes the same again.
 */
export const s3: SinkKind<S3Options> = {
  name: 's3',
  readOptions(raw) {
    const endpoint = textOption(raw, 'endpoint', 'Write endpoint: https://s3.eu-central-1.amazonaws.com');
    const bucket = textOption(raw, 'bucket', 'Write bucket: name');
    if (!/^https?:\/\/[^/?#]+\/?$/.test(endpoint) || !/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
      throw new Misconfigured('config.sink', {
        message: '`endpoint` is no address of a server, or `bucket` no name',
        hint: 'The bucket stands apart: endpoint: https://…, bucket: name',
      });
    const { region = 'us-east-1' } = raw;
    if (typeof region !== 'string') throw new Misconfigured('config.sink', '`region` is no text');
    const folder = folderOption(raw, 'prefix').replace(/^\//, '');
    return {
      ...{ endpoint: endpoint.replace(/\/$/, ''), bucket, region, prefix: folder === '' ? '' : `${folder}/` },
      accessKey: textOption(raw, 'accessKey', 'Write accessKey: ${env:NAME}'),
      secret: textOption(raw, 'secret', 'Write secret: ${env:NAME}'),
    };
  },
  open(options, services) {
    const bucket = bucketOf(options, services);
    const sink: Sink = {
      async send(deliveries, signal, done) {
        for (const delivery of deliveries) {
          await store(delivery, { bucket, prefix: options.prefix, signal });
          done?.();
        }
      },
      close: () => Promise.resolve(),
    };
    return Promise.resolve(sink);
  },
};

interface Bucket {
  put(key: string, text: string, mediaType: string, signal: AbortSignal): Promise<void>;
  remove(key: string, signal: AbortSignal): Promise<void>;
  /** Keys that begin with a prefix, at most a thousand. */
  list(prefix: string, signal: AbortSignal): Promise<readonly string[]>;
}

async function store(
  delivery: Delivery,
  { bucket, prefix, signal }: { bucket: Bucket; prefix: string; signal: AbortSignal },
): Promise<void> {
  const { event, article } = delivery;
  const folder = `${prefix}${folderOf(event.articleId)}/`;
  const key = `${folder}${fileOf(delivery)}`;
  if (article === undefined) for (const old of await bucket.list(folder, signal)) await bucket.remove(old, signal);
  await bucket.put(key, contentOf(delivery), article?.mediaType ?? 'application/json; charset=utf-8', signal);
  // Only a first revision has nothing before it.
  if (article !== undefined && event.revision > 1) await bucket.remove(`${folder}${WITHHELD}`, signal);
}

function bucketOf(options: S3Options, { request, now }: SinkServices): Bucket {
  const { endpoint, bucket } = options;
  const ask = async (
    method: 'GET' | 'PUT' | 'DELETE',
    { path, query = {}, body = '', mediaType }: { path: string; query?: Record<string, string>; body?: string; mediaType?: string },
    signal: AbortSignal,
  ): Promise<string> => {
    const type: Record<string, string> = mediaType === undefined ? {} : { 'content-type': mediaType };
    const { url, headers } = signed({ method, url: `${endpoint}/${bucket}/${path}`, query, body, headers: type }, options, now());
    const answer = await request({ method, url, headers, signal, ...(method === 'PUT' ? { body } : {}) });
    if (answer.status < 300 || (method === 'DELETE' && answer.status === 404)) return answer.body;
    const reason = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(answer.body)?.[1] ?? 'no reason given';
    throw new Transient('sink.s3', `The bucket answered ${answer.status}: ${reason}`);
  };
  return {
    put: async (path, body, mediaType, signal) => {
      await ask('PUT', { path, body, mediaType }, signal);
    },
    remove: async (path, signal) => {
      await ask('DELETE', { path }, signal);
    },
    // Keys are made of letters, digits, /, ., - and _: nothing in them is ever escaped.
    list: async (prefix, signal) => {
      const text = await ask('GET', { path: '', query: { 'list-type': '2', prefix } }, signal);
      return [...text.matchAll(/<Key>([^<]{1,1024})<\/Key>/g)].map(([, key = '']) => key);
    },
  };
}
