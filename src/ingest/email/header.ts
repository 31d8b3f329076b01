import { BadInput } from '../../faults.ts';

/** One header field, unfolded. `value` holds one character for each byte: encoded words and bytes beyond ASCII are still in it. */
export interface HeaderField {
  /** As written. */
  readonly name: string;
  readonly value: string;
}

/** The header block of a mail or of a part. */
export type Header = readonly HeaderField[];

/** Servers refuse headers beyond a tenth of this. */
const MAX_HEADER = 1_000_000;
const FIELD = /^([\x21-\x39\x3b-\x7e]{1,200})[ \t]*:(.*)$/s;

/**
 * Reads header fields up to the blank line (RFC 5322 section 2.2), or up to a line that is no field. `bodyStart` = where the content begins.
 * @throws {BadInput} `email.header-too-large` beyond a million bytes
 */
export function readHeader(source: string, start: number, end: number): { header: Header; bodyStart: number } {
  const header: HeaderField[] = [];
  let at = start;
  let open: string | undefined;
  const close = (): void => {
    const match = open === undefined ? null : FIELD.exec(open);
    if (match !== null) header.push({ name: match[1] ?? '', value: (match[2] ?? '').trim() });
    open = undefined;
  };
  while (at < end) {
    const newline = source.indexOf('\n', at);
    const next = newline === -1 || newline >= end ? end : newline + 1;
    if (next - start > MAX_HEADER) throw tooLarge();
    const line = source.slice(at, next).replace(/\r?\n$/, '');
    if (line === '') {
      at = next;
      break;
    }
    const isFolded = /^[ \t]/.test(line);
    if (isFolded) open = open === undefined ? undefined : open + line;
    else if (FIELD.test(line)) {
      close();
      open = line;
    } else if (!/^>?From /.test(line)) break;
    at = next;
  }
  close();
  return { header, bodyStart: at };
}

function tooLarge(): BadInput {
  return new BadInput('email.header-too-large', {
    message: `A header of the mail has more than ${MAX_HEADER} bytes`,
    hint: 'No mail server passes such a header: look at the sender',
  });
}

/** The value of the first field of this name. */
export function valueOf(header: Header, name: string): string | undefined {
  const value = header.find((field) => field.name.toLowerCase() === name)?.value;
  return value === '' ? undefined : value;
}
