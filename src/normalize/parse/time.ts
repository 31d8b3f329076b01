import { readTime, type TimeOptions } from '../times/read-time.ts';

/** Answers one request of `wirecopy parse time`: `{input, zone?, order?, language?, now?}` gives an instant. */
export function parseTimeLine(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const word = (name: string): string | undefined => (typeof request[name] === 'string' ? request[name] : undefined);
  const order = word('order');
  const options: TimeOptions = {
    ...(word('zone') === undefined ? {} : { zone: word('zone') ?? '', zoneBasis: 'feed-default' }),
    ...(order === 'DMY' || order === 'MDY' || order === 'YMD' ? { order } : {}),
    ...(word('language') === undefined ? {} : { language: word('language') ?? '' }),
    ...(word('now') === undefined ? {} : { now: word('now') ?? '' }),
  };
  return { ...readTime(word('input') ?? '', options) };
}
