import type { ParsedBlock } from '../article/parsed-item.ts';
import type { Cut, Draft } from './draft.ts';
import { keepTextStart } from './inline-html.ts';
import { readLastLine, type BylineReading } from './wiretext/byline.ts';

const LONGEST_LINE = 1_200;

/** The draft without its sign-off lines, and what they say, first line first. */
export function cutSignoff(draft: Draft): { readonly draft: Draft; readonly readings: readonly BylineReading[] } {
  const readings: BylineReading[] = [];
  let now = draft;
  for (;;) {
    const last = now.body.findLast((block) => !isPicture(block));
    if (last === undefined || now.body.length === 1) break;
    const next: Step | undefined = isBlank(last)
      ? { draft: { ...now, body: now.body.filter((block) => block !== last) } }
      : cutLast(now, last);
    if (next === undefined) break;
    if (next.reading !== undefined) readings.unshift(next.reading);
    now = next.draft;
  }
  return readings.length === 0 ? { draft, readings } : { draft: withoutDanglingRule(now), readings };
}

/** Initials alone, which EFE sends as its byline: `ab/cd`. */
export function isSignoff(text: string): boolean {
  return /^[a-z]{2,5}(?:[/-][a-z]{2,5}){1,4}$/.test(text.trim());
}

/** A closing line that came as a field: dpa's note to editors `dpa abc yyzz n1 xyz`, EFE's byline `ab/cd`. */
export function signoffInFields({ item, settled }: Draft): BylineReading | undefined {
  return [...(item.ednotes ?? []), ...(item.bylines ?? []).filter(({ text }) => isSignoff(text))]
    .filter(({ text }) => text.length <= 60)
    .map(({ text }) => readLastLine(text, settled.language))
    .find((reading) => reading?.signoff !== undefined);
}

interface Step {
  readonly draft: Draft;
  readonly reading?: BylineReading;
}

/** Pictures that stand behind the last line do not hide it. */
function isPicture({ type }: ParsedBlock): boolean {
  return type === 'image' || type === 'embed';
}

function isBlank(block: ParsedBlock): boolean {
  return block.type === 'paragraph' && (block.text ?? '').trim() === '';
}

function cutLast(draft: Draft, last: ParsedBlock): Step | undefined {
  const text = last.text ?? '';
  if (last.type !== 'paragraph' && last.type !== 'footnote') return undefined;
  const whole = text.length > LONGEST_LINE ? undefined : readLastLine(text, draft.settled.language);
  if (whole !== undefined)
    return {
      draft: { ...draft, body: draft.body.filter((block) => block !== last), removed: [...draft.removed, cutOf(last, text)] },
      reading: whole,
    };
  const start = tailStart(text);
  const reading = start === undefined ? undefined : readLastLine(text.slice(start), draft.settled.language);
  if (start === undefined || reading === undefined) return undefined;
  const kept = text.slice(0, start).trimEnd();
  const block = { ...last, text: kept, ...(last.html === undefined ? {} : { html: keepTextStart(last.html, kept.length) }) };
  return {
    draft: {
      ...draft,
      body: draft.body.map((each) => (each === last ? block : each)),
      removed: [...draft.removed, cutOf(last, text.slice(start).trim())],
    },
    reading,
  };
}

/** Where a last line, or a bracket that names who reported and edited, begins within the last paragraph. */
function tailStart(text: string): number | undefined {
  const line = text.trimEnd().lastIndexOf('\n');
  if (line > 0) return line + 1;
  const marks = /\((?:\p{L}{2,12}(?:\/\p{L}{1,6}){1,4}|(?:\p{Lu}{2,4}, ){1,4}\p{Lu}[\p{L} ]{2,20})\)\.?\s*$/u.exec(text);
  if (marks !== null && marks.index > 0) return marks.index;
  const bracket = text.lastIndexOf('(');
  if (bracket <= 0 || text.length - bracket > LONGEST_LINE) return undefined;
  return /^\((?:reporting|additional|writing|editing|reporte|reportage|reportagem|bericht|editado|édité|con información)\b/iu.test(
    text.slice(bracket, bracket + 40),
  )
    ? bracket
    : undefined;
}

function cutOf(block: ParsedBlock, text: string): Cut {
  return { kind: 'signoff', text: text.trim(), path: block.path, ...(block.span === undefined ? {} : { span: block.span }) };
}

/** The rule above "contributed to this report" parts nothing once that is gone. */
function withoutDanglingRule(draft: Draft): Draft {
  const last = draft.body.at(-1);
  if (last?.type !== 'divider') return draft;
  const cut: Cut = { kind: 'divider', text: last.text ?? '', path: last.path, ...(last.span === undefined ? {} : { span: last.span }) };
  return { ...draft, body: draft.body.slice(0, -1), removed: [...draft.removed, cut] };
}
