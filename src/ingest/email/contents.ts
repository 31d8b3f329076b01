import { BadInput } from '../../faults.ts';
import { visibleText } from '../plain-text.ts';
import type { Told } from './charset.ts';
import { partText } from './part-text.ts';
import type { Part } from './part.ts';

/** A piece of what a reader sees of a mail, decoded. */
export interface Piece {
  readonly kind: 'plain' | 'html';
  readonly text: string;
  readonly part: Part;
}

/** What a mail carries: its text in printed order, its files, and mails inside it. */
export interface Contents {
  readonly pieces: readonly Piece[];
  readonly files: readonly Part[];
  readonly mails: readonly Part[];
}

const NOTHING: Contents = { pieces: [], files: [], mails: [] };
const TEXT_KINDS: Readonly<Record<string, Piece['kind']>> = {
  'text/plain': 'plain',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'text/enriched': 'html',
};
/** Versions of the text for programs, not for readers. */
const FOR_PROGRAMS = new Set(['text/x-amp-html', 'text/calendar', 'text/watch-html']);
/** What mailing-list programs hang below a mail. */
const LIST_FOOTER = /^\s*_{20,}\s*\n[^\n]{1,120}(?:mailing list|list)\b/iu;
/** HTML with fewer words than this share of the plain text was cut by somebody. */
const LEAST_SHARE = 0.6;

/** Sorts the parts of a mail. @throws {BadInput} `email.encrypted` */
export function contentsOf(mail: Part, told: Told): Contents {
  const contents = walk(mail, told);
  const isBlank = contents.pieces.every(({ text }) => text.trim() === '');
  if (!isBlank || contents.mails.length > 0) return contents;
  // Nothing written in the mail itself: the story is in the file that hangs on it.
  const [story] = contents.files.filter(({ type }) => type === 'text/plain' || type === 'text/html');
  if (story === undefined) return contents;
  return { ...contents, pieces: [pieceOf(story, told)], files: contents.files.filter((file) => file !== story) };
}

function walk(part: Part, told: Told): Contents {
  if (part.type === 'multipart/encrypted' || isSealed(part))
    throw new BadInput('email.encrypted', {
      message: 'The mail is encrypted',
      hint: 'Let the mail server decrypt it, or ask the sender for an open one',
    });
  const [inner] = part.parts;
  if (part.type.startsWith('message/') && inner !== undefined) return { ...NOTHING, mails: [inner] };
  if (part.type === 'multipart/alternative') return chosen(part, told);
  if (part.type === 'multipart/related' || part.type === 'multipart/signed') return rooted(part, told);
  if (part.type.startsWith('multipart/')) return together(part.parts.map((each) => walk(each, told)));
  if (part.disposition === 'attachment' || part.name !== undefined || TEXT_KINDS[part.type] === undefined)
    return { ...NOTHING, files: [part] };
  const piece = pieceOf(part, told);
  return LIST_FOOTER.test(piece.text) ? { ...NOTHING, files: [part] } : { ...NOTHING, pieces: [piece] };
}

/** S/MIME wraps the whole mail, signed or encrypted, in a form that only its key or its library opens. */
function isSealed({ type, params }: Part): boolean {
  return /^application\/(?:x-)?pkcs7-mime$/.test(type) && params['smime-type'] !== 'certs-only';
}

function pieceOf(part: Part, told: Told): Piece {
  return { kind: TEXT_KINDS[part.type] ?? 'plain', text: partText(part, told), part };
}

/** The same text in several forms: HTML has the paragraphs as meant, unless it holds less than the plain text; files hang on any of them. */
function chosen({ parts }: Part, told: Told): Contents {
  const offered = parts.filter(({ type }) => !FOR_PROGRAMS.has(type)).map((part) => walk(part, told));
  const [plain, html] = [offered.find((one) => isOf(one, 'plain')), offered.findLast((one) => isOf(one, 'html'))];
  const best = html !== undefined && (plain === undefined || wordsOf(html) >= wordsOf(plain) * LEAST_SHARE) ? html : (plain ?? html);
  return { ...together(offered), pieces: best?.pieces ?? [] };
}

function isOf({ pieces }: Contents, kind: Piece['kind']): boolean {
  return kind === 'html' ? pieces.some((piece) => piece.kind === kind) : pieces.length > 0 && pieces.every((piece) => piece.kind === kind);
}

function wordsOf({ pieces }: Contents): number {
  const words = (text: string): number => (text.match(/[\p{L}\p{N}]+/gu) ?? []).length;
  return pieces.reduce((sum, { kind, text }) => sum + words(kind === 'html' ? visibleText(text) : text), 0);
}

/** The part that `start` names, else the first; the others are what it shows or what signs it. */
function rooted({ parts, params }: Part, told: Told): Contents {
  const start = params['start']?.replace(/^<|>$/gu, '');
  const root = parts.find(({ contentId }) => start !== undefined && contentId === start) ?? parts[0];
  if (root === undefined) return NOTHING;
  const { pieces, ...rest } = together([walk(root, told), ...parts.filter((part) => part !== root).map((part) => walk(part, told))]);
  return { ...rest, pieces: pieces.filter(({ part }) => part === root || part.id.startsWith(`${root.id}.`)) };
}

function together(all: readonly Contents[]): Contents {
  return {
    pieces: all.flatMap(({ pieces }) => pieces),
    files: all.flatMap(({ files }) => files),
    mails: all.flatMap(({ mails }) => mails),
  };
}
