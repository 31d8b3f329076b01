import { readDateline } from '../wiretext/dateline.ts';
import { contextOf, textOf } from './request.ts';

/** Answers one line of `wirecopy parse dateline --jsonl`: `{isDateline, cities, region?, country?, date?, agencies, rest, …}`. */
export function parseDatelineLine(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { published, version_created } = contextOf(request);
  const where = textOf(request, 'where') === 'element' ? 'element' : 'text';
  const { span, rejected, ...reading } = readDateline(textOf(request, 'input') ?? '', {
    language: textOf(request, 'language'),
    where,
    context: { published, version_created },
  });
  return { ...reading, ...(span === undefined ? {} : { span }), rejected };
}
