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

/** `wirecopy parse KIND TEXT` or, with `--jsonl`, one JSON request a line on stdin, one JSON answer a line on stdout; `--explain` adds why. */
export async function parseCommand(
  kind: string,
  text: string | undefined,
  flags: {
    readonly jsonl?: boolean;
    readonly explain?: boolean;
    readonly where?: string;
    readonly language?: string;
    readonly zone?: string;
    readonly order?: string;
    readonly now?: string;
  },
): Promise<number> {
  const load = READERS[kind];
  if (load === undefined) {
    process.stderr.write(`wirecopy: there is no kind ${kind}; kinds: ${PARSE_KINDS.join(', ')}\n`);
    return EXIT.usage;
  }
  const read = await withExplanation(kind, await load(), flags.explain === true);
  if (flags.jsonl !== true) {
    if (text === undefined) {
      process.stderr.write(
        `wirecopy: nothing to read: give the string, as in \`wirecopy parse ${kind} 'TEXT'\`, or --jsonl with requests on stdin\n`,
      );
      return EXIT.usage;
    }
    const { jsonl: _jsonl, explain: _explain, ...request } = flags;
    process.stdout.write(`${JSON.stringify(read({ ...request, input: text }), null, 2)}\n`);
    return EXIT.ok;
  }
  for await (const request of requestLines()) await writeLine(answerTo(request, read));
  return EXIT.ok;
}

function answerTo(request: Readonly<Record<string, unknown>>, read: Reader): Record<string, unknown> {
  if (typeof request['input'] === 'string') return read(request);
  const { problem = 'The request has no string `input`' } = request;
  return { error: { code: 'input.request', message: problem } };
}

/** The answer with the member `explain`: the rule that won, the stretches of the string, the readings not taken. */
async function withExplanation(kind: string, read: Reader, wanted: boolean): Promise<Reader> {
  if (!wanted) return read;
  const { explainParse } = await import('../normalize/parse/explanation.ts');
  return (request) => {
    const answer = read(request);
    const { input } = request;
    return { ...answer, explain: explainParse(kind, typeof input === 'string' ? input : '', answer) };
  };
}
