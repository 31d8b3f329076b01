import type { Related } from '../../article/media.ts';
import type { Found } from '../../article/parsed-item.ts';
import type { Claim } from '../draft.ts';
import { labelKey, SPONSORED_LABELS, TEASER_HEADINGS } from '../lexicon/page-labels.ts';
import { readCaption } from '../wiretext/caption.ts';
import { isProse, wordsIn } from './shape.ts';

/** What the tail of a page holds: teasers of other stories, and where each came from. */
export interface Teasers {
  readonly related: readonly Related[];
  readonly claims: readonly Claim[];
  /** Headings over the teasers and scraps of navigation among them. */
  readonly furniture: readonly Found[];
}

/** Reads the teasers of a page's tail: title with caption line and teaser text, or a bare title. */
export function readTeasers(tail: readonly Found[]): Teasers {
  const related: Related[] = [];
  const claims: Claim[] = [];
  const furniture: Found[] = [];
  let sponsored = false;
  const claim = (line: Found, path: string): void => {
    if (line.span) claims.push({ span: line.span, fate: 'related', path });
  };
  tail.forEach((line, index) => {
    const image = imageOf(line.text);
    const last = related.at(-1);
    const here = `related.${related.length - 1}`;
    if (line.text === '') return;
    if (TEASER_HEADINGS.has(labelKey(line.text))) {
      furniture.push(line);
    } else if (isScrap(line.text)) {
      furniture.push(line);
    } else if (SPONSORED_LABELS.has(labelKey(line.text))) {
      sponsored = true;
      claim(line, `related.${related.length}.sponsored`);
    } else if (
      last !== undefined &&
      last.image === undefined &&
      last.teaser === undefined &&
      tail[index - 1]?.text === last.title &&
      image !== undefined
    ) {
      last.image = image;
      claim(line, `${here}.image`);
    } else if (last !== undefined && last.teaser === undefined && last.image !== undefined && isTeaserText(tail, index)) {
      last.teaser = line.text;
      claim(line, `${here}.teaser`);
    } else {
      related.push({ title: line.text, ...(sponsored ? { sponsored: true } : {}) });
      sponsored = false;
      claim(line, `related.${related.length - 1}.title`);
    }
  });
  return { related, claims, furniture };
}

/** A title begins with a capital or has more than two words. */
function isScrap(text: string): boolean {
  return wordsIn(text) < 3 && /^\p{Ll}/u.test(text);
}

/** A caption line directly under a title: only if it carries a credit. */
function imageOf(text: string): Related['image'] {
  const { caption, credit } = readCaption(text, {});
  if (credit === null) return undefined;
  return { ...(caption === null ? {} : { caption }), credit };
}

/** A line of its own below the picture; a title would have its own caption under it. */
function isTeaserText(tail: readonly Found[], index: number): boolean {
  const line = tail[index];
  const next = tail[index + 1]?.text ?? '';
  return line !== undefined && tail[index - 1]?.text === '' && next === '' && (isProse(line.text) || /[.!?…]["'”’]*$/u.test(line.text));
}
