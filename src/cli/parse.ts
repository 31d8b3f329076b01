import { EXIT } from './exit-code.ts';
import { requestLines, writeLine } from './request-lines.ts';

type Reader = (request: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Each kind of wire string and the module that reads it; loaded when asked for. */
const READERS: Readonly<Record<string, () => Promise<Reader>>> = {
  byline: async () => (await import('../normalize/parse/byline.ts')).parseBylineLine,
  dateline: async () => (await import('../normalize/parse/dateline.ts')).parseDatelineLine,
  caption: async () => (await import('../normalize/parse/caption.ts')).parseCaptionLine,
  line: async () => (await import('../normalize/parse/line.ts')).parseLineLine,
  status: async () => (await import('../normalize/parse/status.ts')).parseStatusLine,
  time: async () => (await import('../normalize/parse/time.ts')).parseTimeLine,
};

/** What can be read by `wirecopy parse`. */
export const PARSE_KINDS = Object.keys(READERS);

/** `wirecopy parse KIND TEXT` or, with `--jsonl`, one JSON request a line on stdin, one JSON answer a line on stdout. */
export async function parseCommand(
  kind: string,
  text: string | undefined,
  flags: { readonly jsonl?: boolean; readonly language?: string; readonly zone?: string; readonly order?: string; readonly now?: string },
): Promise<number> {
  const load = READERS[kind];
  if (load === undefined) {
    process.stderr.write(`wirecopy: there is no kind ${kind}; kinds: ${PARSE_KINDS.join(', ')}\n`);
    return EXIT.usage;
  }
  const read = await load();
  if (flags.jsonl !== true) {
    const { jsonl: _jsonl, ...request } = flags;
    process.stdout.write(`${JSON.stringify(read({ ...request, input: text ?? '' }), null, 2)}\n`);
    return EXIT.ok;
  }
  for await (const request of requestLines())
    await writeLine(
      'problem' in request && !('input' in request) ? { error: { code: 'input.request', message: request.problem } } : read(request),
    );
  return EXIT.ok;
}
