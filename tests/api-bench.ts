import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { ApiOptions } from '../src/api/api-options.ts';
import { createApi } from '../src/api/api.ts';
import type { DeskOptions } from '../src/api/desk-options.ts';
import { createMetrics } from '../src/api/metrics.ts';
import type { Article } from '../src/article/article.ts';
import { sha256 } from '../src/article/hash.ts';
import { normalizeRaw } from '../src/pipeline/normalize-raw.ts';
import { encodings } from '../src/publish/encodings.ts';
import { publicArticle } from '../src/publish/encodings/canonical.ts';
import { gate } from '../src/publish/gate.ts';
import { ROLES, type NewToken } from '../src/store/access.ts';
import type { Journal } from '../src/store/journal.ts';
import { openSqliteJournal } from '../src/store/sqlite/open.ts';

/** An API on a journal of its own. */
export interface ApiBench {
  readonly app: FastifyInstance;
  readonly journal: Journal;
  /** Keeps articles as one document. */
  readonly put: (...articles: readonly Article[]) => Promise<number>;
  /** Makes a token whose text is its name. */
  readonly grant: (name: string, token?: Partial<NewToken>) => Promise<void>;
  /** One token for each role, named for it. */
  readonly grantAll: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface BenchOptions extends Partial<ApiOptions> {
  readonly open?: (now: () => Date) => Promise<Journal>;
  readonly now?: () => Date;
  readonly deskParts?: Partial<DeskOptions>;
  /** Puts a fault into the journal that the routes of the desk use. */
  readonly break?: (journal: Journal) => Journal;
}

/** What the secrets of subscribers are derived from here. */
export const SECRET_KEY = 'a key of the tests, long enough for it';

const SITE = { name: 'site', kind: 'webhook', encoding: 'canonical', filter: {}, embargoed: false };

/** Where benches keep their journal unless they say otherwise; PostgreSQL's suite puts its own in. */
export const store: { open?: (now: () => Date) => Promise<Journal> } = {};

export async function openBench({
  open = store.open,
  now = () => new Date('2026-03-09T09:00:00Z'),
  break: breaking = (whole) => whole,
  deskParts: desk = {},
  ...more
}: BenchOptions = {}): Promise<ApiBench> {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-api-'));
  const journal = await (open?.(now) ?? Promise.resolve(openSqliteJournal(join(folder, 'journal.db'), { now })));
  const app = await createApi({
    ...{ journal, gate, publicArticle, forms: encodings, metrics: createMetrics(journal), readiness: () => Promise.resolve([]) },
    desk: {
      ...{ journal: breaking(journal), normalizeRaw, readingOf: () => ({}), subscribers: [SITE] },
      ...{ secretKey: SECRET_KEY, checkTarget: () => Promise.resolve(), ...desk },
    },
    ...more,
  });
  let documents = 0;
  const grant: ApiBench['grant'] = async (name, token = {}) => {
    await journal.createToken({ name, role: 'viewer', embargoed: false, hash: sha256(name), ...token }, { actor: 'test', reason: '' });
  };
  return {
    app,
    journal,
    put: async (...articles) => {
      const bytes = `document ${(documents += 1)}`;
      const raw = { feed: 'ferries', bytes: Buffer.from(bytes), sha256: sha256(bytes), receivedAt: '2026-03-09T09:00:00Z' };
      const { id } = await journal.keepRaw(raw);
      await journal.commit([{ rawId: id, items: articles.map((article, index) => ({ kind: 'article', index, article })), last: true }]);
      return id;
    },
    grant,
    grantAll: async () => {
      for (const role of ROLES) await grant(role, { role });
    },
    close: async () => {
      await app.close();
      await journal.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
