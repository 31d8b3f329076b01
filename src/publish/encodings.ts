import { publicArticle } from './encodings/canonical.ts';
import { rssOf } from './encodings/rss.ts';

/** Every form that articles leave in. */
export const encodings = { canonical: publicArticle, rss: rssOf } as const;
