import type { Article } from '../article/article.ts';
import type { AccessTokens } from '../store/access.ts';
import type { GateVerdict, GateView, Journal } from '../store/journal.ts';
import type { Requests } from '../store/requests.ts';
import type { DeskOptions } from './desk-options.ts';
import type { Metrics } from './metrics.ts';
import type { PushOptions } from './push.ts';
import type { WebsubOptions } from './websub.ts';

/** One thing that must work before traffic is sent here. */
export interface ReadinessCheck {
  readonly name: string;
  readonly ok: boolean;
}

/** A form in which one article can be asked for. */
export interface ArticleForm {
  readonly name: string;
  readonly mediaType: string;
  /** Lets out the public part only. */
  readonly encode: (article: Article) => string;
}

type ConsumerMethods = 'consumer' | 'consumers' | 'createConsumer' | 'advanceConsumer' | 'rewindConsumer' | 'removeConsumer';

export interface ApiOptions {
  readonly journal: Pick<Journal, 'article' | 'search' | 'events' | 'eventsBefore' | 'head' | 'changed' | ConsumerMethods> &
    Pick<AccessTokens, 'tokens' | 'tokenOf'> &
    Requests;
  /** Without it there are no routes for those who steer wirecopy. */
  readonly desk?: DeskOptions;
  /** Without it nothing can be pushed here. */
  readonly push?: PushOptions;
  /** Without it no hub is listened to. */
  readonly websub?: WebsubOptions;
  /** The only way out: whether an event may be seen now. */
  readonly gate: (view: GateView, reader?: { readonly embargoed: boolean }) => GateVerdict;
  /** The public part of an article, as every sink gets it. */
  readonly publicArticle: (article: Article) => unknown;
  /** Forms for `?as=`, besides the canonical one. */
  readonly forms?: readonly ArticleForm[];
  readonly readiness: () => Promise<readonly ReadinessCheck[]>;
  readonly metrics: Metrics;
  /** Of an admin, besides those of the journal. Where there is any token, every caller needs one, except for /livez and /readyz. */
  readonly token?: string;
  /** Told of bugs; never sees article text. */
  readonly onError?: (error: unknown) => void;
}
