import { readCaption } from '../wiretext/caption.ts';

/** One JSONL request `{input, language?}` of `wirecopy parse caption`: `{caption, credit: {raw, photographers, organisations, flags, …} | null, rule}`. */
export function parseCaptionLine(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { input, language } = request;
  return { ...readCaption(typeof input === 'string' ? input : '', typeof language === 'string' ? { language } : {}) };
}
