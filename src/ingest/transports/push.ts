import { readOptionsOf } from '../option-reader.ts';
import { readSignature, type SignatureCheck } from '../push-signatures.ts';
import type { Transport } from '../transport.ts';

export interface PushTransportOptions {
  readonly signature: SignatureCheck;
}

/**
 * Documents that their sender posts to `/v1/push/<feed>`, signed. Options: `signature` (`standard-webhooks` or `github`), `secret`,
 * `old_secret`. The API receives them; a poll has nothing to fetch, and only notes for the silence alarm whether something came.
 */
export const push: Transport<PushTransportOptions> = {
  name: 'push',

  readOptions(raw) {
    const options = readOptionsOf('push', raw);
    const signature = readSignature(options);
    options.end();
    return { signature };
  },

  async *poll() {
    await Promise.resolve();
    return {};
  },
};
