import { withoutSecrets } from './secret-shapes.ts';

/** Where something went wrong: the feed, file, item and line that a person needs in order to look. */
export interface Where {
  readonly feed?: string;
  readonly file?: string;
  readonly item?: number;
  readonly line?: number;
  readonly column?: number;
  readonly path?: string;
}

/** What went wrong, in words, with what to do about it. */
export interface FaultText {
  readonly message: string;
  /** One sentence that says what a person can do. */
  readonly hint?: string;
  readonly where?: Where;
}

abstract class Fault extends Error {
  readonly code: string;
  readonly hint: string | undefined;
  readonly where: Where;

  constructor(code: string, text: FaultText | string) {
    const { message, hint, where } = typeof text === 'string' ? { message: text, hint: undefined, where: undefined } : text;
    super(message);
    this.code = code;
    this.hint = hint;
    this.where = where ?? {};
  }
}

/** The bytes themselves are at fault: quarantined with their bytes, never retried, replayable. Codes: `input.*`, `xml.*`, `json.*`, `format.*`, then one family per format. */
export class BadInput extends Fault {
  override readonly name = 'BadInput';
}

/** The world is at fault and may recover: retried with backoff. */
export class Transient extends Fault {
  override readonly name = 'Transient';
  /** Milliseconds to wait at least, where the other side said so (Retry-After). */
  readonly retryAfterMs: number | undefined;

  constructor(code: string, text: FaultText | string, retryAfterMs?: number) {
    super(code, text);
    this.retryAfterMs = retryAfterMs;
  }
}

/** The set-up is at fault: the program refuses to start, exit 78. */
export class Misconfigured extends Fault {
  override readonly name = 'Misconfigured';
}

/** Something this machine lacks (a Redis binary, root rights): exit 69 with the line that installs it. */
export class Unavailable extends Fault {
  override readonly name = 'Unavailable';
}

/**
 * The fault in one line a person can act on: `code: message (file:line:col, feed, item). hint`. It goes to logs, jobs and the journal: what
 * looks like a credential is taken out.
 */
export function sentenceOf(error: unknown): string {
  return withoutSecrets(wholeSentence(error));
}

function wholeSentence(error: unknown): string {
  if (!(error instanceof Fault)) return error instanceof Error ? `bug: ${error.message}` : `bug: ${String(error)}`;
  const { file, line, column, feed, item, path } = error.where;
  const place = [
    file === undefined ? undefined : [file, line, column].filter((part) => part !== undefined).join(':'),
    file === undefined && line !== undefined ? `line ${String(line)}${column === undefined ? '' : `:${String(column)}`}` : undefined,
    feed === undefined ? undefined : `feed ${feed}`,
    item === undefined ? undefined : `item ${String(item)}`,
    path,
  ].filter((part) => part !== undefined);
  return `${error.code}: ${error.message}${place.length > 0 ? ` (${place.join(', ')})` : ''}${error.hint === undefined ? '' : `. ${error.hint}`}`;
}
