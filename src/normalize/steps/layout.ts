import type { Found, ParsedBlock, ParsedItem } from '../../article/parsed-item.ts';
import { settle, withClaims, withEvidence, type Claim, type Draft, type Step } from '../draft.ts';
import { zonesOf, type PageZones } from '../layout/page-zones.ts';
import { isCrosshead } from '../layout/shape.ts';
import { readTeasers } from '../layout/teasers.ts';
import { readLine } from '../wiretext/line.ts';

/**
 * Extracted page text: finds headline, byline, moment, story and teasers by the shape of the lines, so that the later steps
 * can work as they do on a structured item. Items of all other formats pass unchanged.
 */
export const layout: Step = {
  name: 'layout',
  run(draft) {
    const { lines } = draft.item;
    if (lines === undefined) return { ...draft, body: draft.item.body };
    const zones = zonesOf(lines);
    const teasers = readTeasers(zones.tail);
    const item: ParsedItem = {
      ...draft.item,
      ...(zones.headline === undefined ? {} : { headline: zones.headline }),
      ...(zones.standfirst === undefined ? {} : { abstract: zones.standfirst }),
      ...(zones.byline === undefined ? {} : { bylines: [zones.byline] }),
      times: { ...(zones.published ? { published: zones.published } : {}), ...(zones.updated ? { updated: zones.updated } : {}) },
      rest: [...zones.furniture, ...teasers.furniture],
    };
    const laidOut: Draft = { ...draft, item, body: zones.story.map((line, index) => blockOf(line, zones.story, index)) };
    const related = [...teasers.related];
    return withEvidence(
      withClaims(related.length === 0 ? laidOut : settle(laidOut, { related }), ...teasers.claims, ...labelClaims(zones)),
      ...(zones.headline
        ? [{ path: 'headline', rule: 'layout/first-title-above-the-story', source: zones.headline.path, ...spanOf(zones.headline) }]
        : []),
      { path: 'body', rule: 'layout/prose-between-head-and-teasers', source: zones.story[0]?.path ?? 'line:1' },
    );
  },
};

function spanOf(found: Found): { span?: NonNullable<Found['span']> } {
  return found.span === undefined ? {} : { span: found.span };
}

/** The whole line of a moment, with its label; the builder claims the fields themselves. */
function labelClaims({ timeLines }: PageZones): Claim[] {
  return timeLines.flatMap((line): Claim[] => (line.span === undefined ? [] : [{ span: line.span, fate: 'field', path: 'times' }]));
}

/** A crosshead stands between two lines of the story; a last short line is not one. */
function blockOf(line: Found, story: readonly Found[], index: number): ParsedBlock {
  const heading = index > 0 && index < story.length - 1 && isCrosshead(line.text) && readLine(line.text, {}).action === 'keep';
  const place = { path: line.path, ...(line.span ? { span: line.span } : {}) };
  return heading ? { type: 'heading', level: 2, text: line.text, ...place } : { type: 'paragraph', text: line.text, ...place };
}
