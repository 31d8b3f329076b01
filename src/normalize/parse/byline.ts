import { readByline, type BylineOptions } from '../wiretext/byline.ts';
import { textOf } from './request.ts';

/** Answers one line of `wirecopy parse byline --jsonl`: `{isByline, authors, agencies, organisations, contributors, generic, signoff?, …}`. */
export function parseBylineLine(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    ...readByline(textOf(request, 'input') ?? '', { language: textOf(request, 'language'), where: whereOf(textOf(request, 'where')) }),
  };
}

/** A string given alone stands where bylines stand. */
function whereOf(where: string | undefined): BylineOptions['where'] {
  return where === 'signoff' || where === 'element' || where === 'text' ? where : 'byline';
}
