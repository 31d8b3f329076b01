import type { ParsedBlock, ParsedItem } from '../src/article/parsed-item.ts';
import type { Draft } from '../src/normalize/draft.ts';
import { NO_PROFILE } from '../src/normalize/profile.ts';

/** The parts of an item that the byline and dateline fixtures state. */
export interface StepInput {
  readonly bylines?: readonly string[];
  readonly dateline?: string;
  readonly places?: ParsedItem['places'];
  readonly body: readonly (string | { readonly text: string; readonly html: string })[];
  readonly published?: string;
  readonly versionCreated?: string;
}

/** A draft as the steps before would leave it; `---` in the body is a divider. */
export function draftOf(input: StepInput, language?: string): Draft {
  const body = input.body.map((part, index): ParsedBlock => {
    const path = `/body/p[${index + 1}]`;
    if (part === '---') return { type: 'divider', path };
    return { type: 'paragraph', path, ...(typeof part === 'string' ? { text: part } : part) };
  });
  const item: ParsedItem = {
    index: 0,
    body,
    ...(input.bylines === undefined ? {} : { bylines: input.bylines.map((text) => ({ text, path: '/byline' })) }),
    ...(input.dateline === undefined ? {} : { dateline: { text: input.dateline, path: '/dateline' } }),
    ...(input.places === undefined ? {} : { places: input.places }),
  };
  const moment = (utc: string) => ({ utc, raw: utc, basis: 'explicit-utc' as const });
  const times = {
    ...(input.published === undefined ? {} : { published: moment(input.published) }),
    ...(input.versionCreated === undefined ? {} : { versionCreated: moment(input.versionCreated) }),
  };
  return {
    item,
    profile: NO_PROFILE,
    context: { feed: 'test', now: '2026-11-24T06:00:00Z', receivedAt: '2026-11-24T06:00:00Z' },
    body,
    removed: [],
    settled: { times, ...(language === undefined ? {} : { language }) },
    notes: [],
    repairs: [],
    evidence: [],
    claims: [],
  };
}
