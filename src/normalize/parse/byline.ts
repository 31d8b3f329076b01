import { readTime, type TimeOptions } from '../times/read-time.ts';
import { readByline, type BylineOptions } from '../wiretext/byline.ts';
import { contextOf, textOf } from './request.ts';

/**
 * Answers one line of `wirecopy parse byline --jsonl`: `{isByline, authors, agencies, organisations, contributors, generic, signoff?,
 * published?}`. A moment without a zone is read in `context.page_zone`, else `context.feed_zone`.
 */
export function parseBylineLine(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const reading = readByline(textOf(request, 'input') ?? '', {
    language: textOf(request, 'language'),
    where: whereOf(textOf(request, 'where')),
  });
  const { published } = reading;
  return published === undefined ? { ...reading } : { ...reading, published: readTime(published.raw, zoneOf(request)) };
}

function zoneOf(request: Readonly<Record<string, unknown>>): TimeOptions {
  const { page_zone, feed_zone } = contextOf(request);
  const language = textOf(request, 'language');
  const named = language === undefined ? {} : { language };
  if (page_zone !== undefined) return { ...named, zone: page_zone, zoneBasis: 'page-zone' };
  return feed_zone === undefined ? named : { ...named, zone: feed_zone, zoneBasis: 'feed-default' };
}

/** A string given alone stands where bylines stand. */
function whereOf(where: string | undefined): BylineOptions['where'] {
  return where === 'signoff' || where === 'element' || where === 'text' ? where : 'byline';
}
