import { readLine } from '../wiretext/line.ts';

/** One JSONL request `{input, language?, where?}` of `wirecopy parse line`: `{kind, action, targetTitle?, rule}`. */
export function parseLineLine(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { input, language, where } = request;
  return {
    ...readLine(typeof input === 'string' ? input : '', {
      ...(typeof language === 'string' ? { language } : {}),
      ...(typeof where === 'string' ? { where } : {}),
    }),
  };
}
