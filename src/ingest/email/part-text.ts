import libmime from 'libmime';
import { textOfBytes, type Told } from './charset.ts';
import { valueOf } from './header.ts';
import type { Part } from './part.ts';
import { decodeTransfer } from './transfer.ts';

/** The bytes of a part. */
export function partBytes(part: Part): Buffer {
  return decodeTransfer(part.content, valueOf(part.header, 'content-transfer-encoding'));
}

/** The text of a text part: transfer encoding and charset undone, soft line ends of format=flowed (RFC 3676) joined. */
export function partText(part: Part, told: Told): string {
  const text = textOfBytes(partBytes(part), part.params['charset'], told);
  if (part.type !== 'text/plain' || part.params['format']?.toLowerCase() !== 'flowed') return text;
  return libmime.decodeFlowed(text, part.params['delsp']?.toLowerCase() === 'yes');
}
