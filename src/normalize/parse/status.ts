import { readStatus } from '../wiretext/status.ts';

/** One JSONL request `{input, language?, where?, context?}` of `wirecopy parse status`: `{kind, markers, headline, publishable, embargo?: {until}, rule}`, judged at `context.version_created`. */
export function parseStatusLine(request: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { input, language, where } = request;
  const context = isRecord(request['context']) ? request['context'] : {};
  const zone = text(context['feed_zone']) ?? text(context['page_zone']);
  const now = text(context['version_created']) ?? text(context['published']);
  return {
    ...readStatus(text(input) ?? '', {
      ...(typeof language === 'string' ? { language } : {}),
      ...(typeof where === 'string' ? { where } : {}),
      ...(zone === undefined ? {} : { zone }),
      ...(now === undefined ? {} : { now }),
    }),
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
