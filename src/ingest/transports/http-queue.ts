import { Transient } from '../../faults.ts';
import { readAccess, readHeaders, readWebAddress, type Access } from '../http-source/access.ts';
import { adviceOf, refuseFailure } from '../http-source/answer-advice.ts';
import { askerOf, type Answer, type Ask } from '../http-source/asker.ts';
import { receiptsIn, type ReceiptPlace } from '../http-source/receipts.ts';
import { readOptionsOf } from '../option-reader.ts';
import type { Fetched, PollAdvice, Transport } from '../transport.ts';

export interface HttpQueueOptions {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly access: Access;
  /** Absent for a queue that forgets what it has handed out. */
  readonly acknowledge?: Acknowledgement;
  readonly place: ReceiptPlace;
}

interface Acknowledgement {
  readonly method: 'DELETE' | 'POST' | 'GET' | 'PUT';
  /** `{receipt}` stands for what is acknowledged. */
  readonly url: string;
}

/** One poll empties a queue of this many answers; then it lets others have their turn. */
const MAX_ANSWERS = 50;
const POLL_MS = 50_000;

/**
 * A queue by HTTP: each answer holds items that stay until their receipts are given back, which happens once the answer is kept here.
 * Options: `url`, `method`, `headers`, `auth`, `items` (JSON) or none (XML), `receipt`, and `acknowledge` with `method` and `url`.
 * The poll goes on until an answer has no item. What is not acknowledged comes again, and the journal knows it.
 */
export const httpQueue: Transport<HttpQueueOptions> = {
  name: 'http-queue',

  readOptions(raw) {
    const options = readOptionsOf('http-queue', raw);
    const items = options.textOr('items', undefined);
    const part = options.part('acknowledge');
    const acknowledge =
      part === undefined
        ? undefined
        : { method: part.choice('method', ['DELETE', 'POST', 'GET', 'PUT'], 'DELETE'), url: readWebAddress(part, 'url') };
    if (acknowledge !== undefined && part?.text('url').includes('{receipt}') !== true) part?.fail('url', 'must hold {receipt}');
    part?.end();
    const read = {
      url: readWebAddress(options, 'url'),
      method: options.choice('method', ['GET', 'POST'], 'GET'),
      headers: readHeaders(options),
      access: readAccess(options),
      // `items: .` is an answer that is the list itself.
      place: { receipt: options.text('receipt'), ...(items === undefined ? {} : { items: items === '.' ? '' : items }) },
      ...(acknowledge === undefined ? {} : { acknowledge }),
    };
    options.end();
    if (acknowledge !== undefined && new URL(acknowledge.url).origin !== new URL(read.url).origin)
      options.fail('acknowledge.url', 'must be at the same origin as `url`', 'Credentials do not go elsewhere');
    return read;
  },

  async *poll(request): AsyncGenerator<Fetched, PollAdvice> {
    const { options } = request;
    const { url, method, headers, access, place, acknowledge } = options;
    const ask = askerOf(access, request);
    const started = performance.now();
    let last = '';
    for (let turn = 0; turn < MAX_ANSWERS && performance.now() - started < POLL_MS; turn += 1) {
      const answer = await ask({ url, method, headers: { accept: 'application/json, application/xml', ...headers } });
      if (answer.status === 204 || answer.status === 304) return adviceOf(answer);
      refuseFailure(answer);
      const receipts = receiptsIn(answer.bytes, place);
      if (receipts.length === 0) return adviceOf(answer);
      if (receipts.join() === last) throw stuck(answer);
      last = receipts.join();
      yield documentOf(answer);
      if (acknowledge !== undefined) for (const receipt of receipts) await giveBack(ask, acknowledge, receipt);
    }
    return { more: true };
  },
};

function documentOf({ url, headers, bytes }: Answer): Fetched {
  const { origin, pathname } = new URL(url);
  const mediaType = headers['content-type'];
  return { bytes, url: `${origin}${pathname}`, ...(mediaType === undefined ? {} : { mediaType }) };
}

/** A receipt that is gone was given back before, by somebody whose answer got lost. */
async function giveBack(ask: Ask, { method, url }: Acknowledgement, receipt: string): Promise<void> {
  const answer = await ask({ method, url: url.replaceAll('{receipt}', encodeURIComponent(receipt)), headers: { accept: '*/*' } });
  if ((answer.status >= 200 && answer.status < 300) || answer.status === 404 || answer.status === 410) return;
  throw new Transient('http.receipt', {
    message: `${new URL(url).host} answered ${answer.status} to a receipt`,
    hint: 'Check `acknowledge`; the items come again',
  });
}

function stuck({ url }: Answer): Transient {
  return new Transient('http.receipt', {
    message: `${new URL(url).host} hands out what was given back`,
    hint: 'Check `acknowledge` and `receipt`',
  });
}
