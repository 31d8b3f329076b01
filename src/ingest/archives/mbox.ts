import { BadInput } from '../../faults.ts';
import type { ArchiveEntry, ArchiveKind } from '../archive.ts';
import { MAX_BYTES } from '../decode.ts';
import { lineBatches } from '../line-batches.ts';

/** `From anna@velmar.example Tue Nov 24 02:14:00 2026`: who, then when. */
const SEPARATOR = /^From \S{1,320} {1,3}[A-Za-z]{3} .{8,60}$/;
const QUOTED = /^>+From /;

/** Folders of mail (RFC 4155): messages behind a `From ` line after a blank one; `>From ` in a text loses one mark (mboxrd). */
export const mbox: ArchiveKind = {
  name: 'mbox',
  /** A single mail that was saved with its `From ` line stays a mail. */
  recognises(head) {
    const text = Buffer.from(head).toString('latin1');
    const isFolder = /\r?\n\r?\nFrom \S{1,320} {1,3}[A-Za-z]{3} /.test(text) || head.length >= 1_000_000;
    return isFolder && SEPARATOR.test(text.slice(0, 500).split(/\r?\n/, 1)[0] ?? '');
  },
  async *entries({ source }) {
    const folder: Folder = { number: 0, afterBlank: true };
    for await (const lines of lineBatches(source, MAX_BYTES)) {
      for (const line of lines) {
        const ended = take(folder, line);
        if (ended !== undefined) yield entryOf(ended, source.position());
      }
    }
    if (folder.message !== undefined) yield entryOf(folder.message, source.position());
  },
};

interface Folder {
  /** Of the message that is being read. */
  number: number;
  afterBlank: boolean;
  message?: Message;
}

interface Message {
  readonly number: number;
  lines: Buffer[];
  size: number;
  fault?: BadInput;
}

/** The message that a line ends, where it ends one. */
function take(folder: Folder, line: Buffer | BadInput): Message | undefined {
  const before = folder.message;
  const begins = !(line instanceof BadInput) && folder.afterBlank && isSeparator(line);
  folder.afterBlank = !(line instanceof BadInput) && isBlank(line);
  if (begins || before === undefined) {
    folder.number += 1;
    folder.message = { number: folder.number, lines: [], size: 0 };
  }
  if (!begins && folder.message !== undefined) add(folder.message, line);
  return begins ? before : undefined;
}

function add(message: Message, line: Buffer | BadInput): void {
  if (line instanceof BadInput) message.fault ??= line;
  else {
    message.size += line.length;
    message.lines.push(QUOTED.test(line.subarray(0, 40).toString('latin1')) ? line.subarray(1) : line);
  }
  if (message.size > MAX_BYTES)
    message.fault ??= new BadInput('input.too-large', { message: `The mail has more than ${MAX_BYTES} bytes`, hint: 'It is not read' });
  if (message.fault !== undefined) message.lines = [];
}

function entryOf({ number, lines, fault }: Message, position: number): ArchiveEntry {
  const place = { label: `message ${number}`, position };
  if (fault !== undefined) return { ...place, kind: 'bad', error: fault };
  return { ...place, kind: 'document', bytes: Buffer.concat(lines), mediaType: 'message/rfc822' };
}

function isSeparator(line: Buffer): boolean {
  return line[0] === 0x46 && SEPARATOR.test(line.subarray(0, 500).toString('latin1').trimEnd());
}

function isBlank(line: Buffer): boolean {
  return line.length <= 2 && (line[0] === 0x0a || line[0] === 0x0d);
}
