import type { PollPlan } from './fetch.ts';

interface PlannedFeed extends Pick<PollPlan, 'leastMs' | 'mostMs' | 'follow'> {
  readonly id: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** How each feed of a config is polled. */
export function plansOf(feeds: readonly PlannedFeed[]): (feed: string) => PollPlan {
  const plans = new Map(feeds.map((feed) => [feed.id, planOf(feed)]));
  return (feed) => plans.get(feed) ?? {};
}

function planOf({ options, leastMs, mostMs, follow }: PlannedFeed): PollPlan {
  const { url } = options;
  const host = typeof url === 'string' && URL.canParse(url) ? new URL(url).host : '';
  return {
    ...(host === '' ? {} : { host }),
    ...(leastMs === undefined ? {} : { leastMs }),
    ...(mostMs === undefined ? {} : { mostMs }),
    ...(follow === undefined ? {} : { follow }),
  };
}
