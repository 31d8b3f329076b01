import libmime from 'libmime';
import { BadInput } from '../../faults.ts';
import type { Told } from './charset.ts';
import { readHeader, valueOf, type Header } from './header.ts';
import { decodeTransfer } from './transfer.ts';
import { headerText } from './words.ts';

/** A MIME entity: a mail, or a part of one. */
export interface Part {
  /** `1.2`: second part of the first; empty for the mail itself. */
  readonly id: string;
  readonly header: Header;
  /** Lower case, `text/plain` where none is stated. */
  readonly type: string;
  readonly params: Readonly<Record<string, string>>;
  /** `inline`, `attachment`, or undefined where nothing is stated. */
  readonly disposition: string | undefined;
  readonly name: string | undefined;
  /** Without its angle brackets. */
  readonly contentId: string | undefined;
  /** As sent, one character for each byte. */
  readonly content: string;
  /** The parts of a multipart, or the mail inside a `message/rfc822`. */
  readonly parts: readonly Part[];
}

const MAX_DEPTH = 30;
const MAX_PARTS = 1_000;

/** What is counted over a whole document. */
interface Count {
  parts: number;
}

interface Place {
  readonly id: string;
  readonly depth: number;
  readonly isDigest?: boolean;
}

/**
 * Reads a mail and all its parts (RFC 2045, 2046). Tolerant where mail programs are: a boundary that is not stated is looked for, one that
 * is never closed ends with the mail.
 * @throws {BadInput} `email.too-deep` beyond 30 levels, `email.too-many-parts` beyond 1,000, `email.header-too-large`
 */
export function readMail(source: string, told: Told): Part {
  const start = /^[\s\x00]*/.exec(source.slice(0, 100_000))?.[0].length ?? 0;
  return readPart(source.slice(start), { id: '', depth: 0 }, { parts: 0 }, told);
}

function readPart(source: string, place: Place, count: Count, told: Told): Part {
  count.parts += 1;
  if (count.parts > MAX_PARTS)
    throw new BadInput('email.too-many-parts', {
      message: `The mail has more than ${MAX_PARTS} parts`,
      hint: 'No story is sent so: look at the sender',
    });
  if (place.depth > MAX_DEPTH)
    throw new BadInput('email.too-deep', {
      message: `Parts of the mail are nested more than ${MAX_DEPTH} deep`,
      hint: 'No story is sent so: look at the sender',
    });
  const { header, bodyStart } = readHeader(source, 0, source.length);
  const content = source.slice(bodyStart);
  const { type, params } = typeOf(header, place.isDigest === true, told);
  const disposition = parameters(valueOf(header, 'content-disposition'), told);
  const name = [disposition.params['filename'], params['name']].find((one) => one !== undefined && one.trim() !== '');
  const own: Omit<Part, 'parts'> = {
    id: place.id,
    header,
    type,
    params,
    disposition: disposition.value === '' ? undefined : disposition.value,
    name,
    contentId: /<?([^<>\s]+)>?/.exec(valueOf(header, 'content-id') ?? '')?.[1],
    content,
  };
  return { ...own, parts: innerParts(own, place, count, told) };
}

function innerParts(part: Omit<Part, 'parts'>, { id, depth }: Place, count: Count, told: Told): Part[] {
  if (part.type === 'message/rfc822' || part.type === 'message/global') {
    const inner = decodeTransfer(part.content, valueOf(part.header, 'content-transfer-encoding')).toString('latin1').trimStart();
    return [readPart(inner, { id: numbered(id, 1), depth: depth + 1 }, count, told)];
  }
  if (!part.type.startsWith('multipart/')) return [];
  const isDigest = part.type === 'multipart/digest';
  return slices(part, told, MAX_PARTS + 1).map((slice, index) =>
    readPart(slice, { id: numbered(id, index + 1), depth: depth + 1, isDigest }, count, told),
  );
}

function numbered(id: string, number: number): string {
  return id === '' ? String(number) : `${id}.${String(number)}`;
}

/** The type stands first; some mailers forget the semicolon behind it. */
function typeOf(header: Header, isDigest: boolean, told: Told): Pick<Part, 'type' | 'params'> {
  const stated = valueOf(header, 'content-type');
  const { value, params } = parameters(stated, told);
  const type = /^[\w.+-]{1,60}\/[\w.+-]{1,100}/.exec(value)?.[0];
  if (type === undefined) return { type: isDigest ? 'message/rfc822' : value === 'html' ? 'text/html' : 'text/plain', params };
  const charset = params['charset'] ?? /charset\s*=\s*"?([\w.:-]{1,60})/i.exec(stated ?? '')?.[1];
  return { type, params: charset === undefined ? params : { ...params, charset } };
}

/** A value with its parameters (RFC 2231), encoded words in them decoded although they must not stand there. */
function parameters(stated: string | undefined, told: Told): { value: string; params: Record<string, string> } {
  const { value, params, decodedParams } = libmime.parseHeaderValue(stated ?? '', { stripComments: true });
  const read = Object.entries(params).map(
    ([key, text]) => [key, !decodedParams.includes(key) && /=\?|[\x80-\xff]/.test(text) ? headerText(text, told) : text] as const,
  );
  if (read.some(([, text]) => text.includes('\ufffd'))) told({ code: 'encoding.replaced', detail: 'unreadable characters in a parameter' });
  return { value: value.trim().toLowerCase(), params: Object.fromEntries(read) };
}

/** The contents between the delimiter lines of a multipart (RFC 2046 section 5.1.1). */
function slices({ content, params }: Omit<Part, 'parts'>, told: Told, most: number): string[] {
  const stated = params['boundary'];
  const boundary = stated !== undefined && stated !== '' ? stated : /^--([^\r\n]{1,200}?)[ \t]*\r?$/mu.exec(content.slice(0, 20_000))?.[1];
  if (boundary === undefined) {
    told({ code: 'email.boundary-missing', detail: 'a multipart without a boundary' });
    return [`\n${content}`];
  }
  const found: string[] = [];
  let open: number | undefined;
  for (const delimiter of delimitersOf(content, boundary)) {
    if (open !== undefined) found.push(content.slice(open, delimiter.start));
    open = delimiter.isLast ? undefined : delimiter.end;
    if (delimiter.isLast || found.length >= most) break;
  }
  if (open !== undefined) {
    if (found.length < most) found.push(content.slice(open));
    told({ code: 'email.boundary-open', detail: 'a multipart that is never closed' });
  }
  if (found.length > 0) return found;
  told({ code: 'email.boundary-missing', detail: 'a multipart without its delimiter lines' });
  return [`\n${content}`];
}

interface Delimiter {
  readonly start: number;
  readonly end: number;
  readonly isLast: boolean;
}

/** Delimiter lines, each with the line end before it, which belongs to it. */
function* delimitersOf(content: string, boundary: string): Generator<Delimiter> {
  const mark = `--${boundary}`;
  for (let at = content.indexOf(mark); at !== -1; at = content.indexOf(mark, at + mark.length)) {
    if (at > 0 && content[at - 1] !== '\n') continue;
    const newline = content.indexOf('\n', at);
    const end = newline === -1 ? content.length : newline + 1;
    const tail = content.slice(at + mark.length, Math.min(end, at + mark.length + 200)).trim();
    if (tail !== '' && !tail.startsWith('--')) continue;
    const before = content.slice(Math.max(0, at - 2), at);
    yield { start: at - (before === '\r\n' ? 2 : before.endsWith('\n') ? 1 : 0), end, isLast: tail.startsWith('--') };
  }
}
