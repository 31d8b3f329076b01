import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGuardedClient } from '../../src/ingest/guarded-client.ts';
import { encoderOf } from '../../src/publish/encodings.ts';
import type { Delivery, Sink, SinkServices } from '../../src/publish/sink.ts';
import { openSink } from '../../src/publish/sinks.ts';
import { story } from './journal.ts';

/** The other side of a sink, as a test runs it. */
export interface OtherSide {
  readonly options: Readonly<Record<string, unknown>>;
  /** Options that lead to nobody. */
  readonly away: Readonly<Record<string, unknown>>;
  /** Everything that can be read there now, in the order in which it lies there. */
  readonly texts: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
}

export interface SinkTraits {
  /** What it was given can be taken back; a webhook's receiver has to do that itself. */
  readonly takesBack: boolean;
  /** It is reached over the network. */
  readonly remote: boolean;
}

const signal = new AbortController().signal;

function servicesFor(allow: readonly string[]): { services: SinkServices; close: () => Promise<void> } {
  const client = createGuardedClient({ allow });
  return {
    services: {
      request: (request) => client.request(request),
      resolve: (host, port) => client.resolve(host, port),
      now: () => new Date(),
    },
    close: () => client.close(),
  };
}

/** An event of an invented story; `text` stands in it where it carries one. */
export function deliveryOf(type: string, id: string, revision: number, encoding = 'canonical'): Delivery {
  const event = { cursor: String(revision), type, articleId: `TST:${id}`, revision, occurredAt: '2026-03-09T09:00:00Z' };
  const bare = type === 'article.killed' || type === 'article.withheld';
  const article = story(id, String(revision), `Ferry ${id} number ${revision}`);
  return { event, key: `TST:${id}@${revision}`, ...(bare ? {} : { article: encoderOf(encoding)(article) }) };
}

/** What every sink does, wherever it leads. */
export function sinkContract(kind: string, start: () => Promise<OtherSide>, { takesBack, remote }: SinkTraits): void {
  describe(`sink: ${kind}`, () => {
    let other: OtherSide;
    let sink: Sink;
    const { services, close } = servicesFor(['127.0.0.1', '::1']);
    beforeAll(async () => {
      other = await start();
      sink = await openSink(kind, other.options, services);
    });
    afterAll(async () => {
      await sink.close();
      await close();
      await other.close();
    });
    const holding = async (text: string): Promise<number> => (await other.texts()).filter((each) => each.includes(text)).length;

    test('what was sent is there, whole and in order; each is said to be done', async () => {
      let done = 0;
      const list = [1, 2, 3].map((revision) => deliveryOf('article.created', `a${revision}`, revision));
      await sink.send(list, signal, () => (done += 1));
      const texts = (await other.texts()).join('\n');
      for (const revision of [1, 2, 3]) expect(texts).toContain(`Ferry a${revision} number ${revision}`);
      if (done > 0) expect(done).toBe(3);
    });

    test('redelivery does no harm: nothing else is there afterwards', async () => {
      const before = new Set(await other.texts());
      await sink.send([deliveryOf('article.created', 'a1', 1)], signal);
      expect(new Set(await other.texts())).toEqual(before);
    });

    test('an id that looks like a path, and text of every script, go through', async () => {
      const odd = deliveryOf('article.created', '../../etc/passwd', 1);
      await sink.send([{ ...odd, article: { ...odd.article!, text: JSON.stringify({ text: 'Żółć العربية 日本 \u2028' }) } }], signal);
      expect(await holding('Żółć العربية 日本')).toBe(1);
    });

    test.skipIf(!takesBack)('a withhold takes a story back until it returns, a kill for good', async () => {
      await sink.send([deliveryOf('article.created', 'w', 1), deliveryOf('article.updated', 'w', 2)], signal);
      expect(await holding('Ferry w number')).toBe(2);
      await sink.send([deliveryOf('article.withheld', 'w', 3)], signal);
      expect([await holding('Ferry w number'), await holding('article.withheld')]).toEqual([0, 1]);
      await sink.send([deliveryOf('article.updated', 'w', 4)], signal);
      expect(await holding('Ferry w number 4')).toBe(1);
      await sink.send([deliveryOf('article.killed', 'w', 5)], signal);
      expect([await holding('Ferry w number'), await holding('article.killed')]).toEqual([0, 1]);
      expect(await holding('Ferry a1 number 1')).toBe(1);
    });

    test('an encoding goes through as it is', async () => {
      await sink.send([deliveryOf('article.created', 'n', 1, 'nitf')], signal);
      expect(await holding('<nitf')).toBe(1);
    });

    test.skipIf(!remote)('nobody there, or an address that the guard refuses: said as transient, and nothing hangs', async () => {
      const away = await openSink(kind, other.away, services);
      await expect(away.send([deliveryOf('article.created', 'x', 1)], signal)).rejects.toMatchObject({ name: 'Transient' });
      await away.close();
      const closed = servicesFor([]);
      const guarded = await openSink(kind, other.options, closed.services);
      await expect(guarded.send([deliveryOf('article.created', 'x', 2)], signal)).rejects.toThrow(/not.*public|refus|allow/i);
      await Promise.all([guarded.close(), closed.close()]);
      expect(await holding('Ferry x number')).toBe(0);
    });

    test('without its options it is refused as a matter of set-up', async () => {
      await expect(openSink(kind, {}, services)).rejects.toMatchObject({ name: 'Misconfigured', code: 'config.sink' });
    });
  });
}
