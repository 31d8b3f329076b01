import { bytesOf, textOfBytes, type Told } from './charset.ts';

/** `=?charset*language?B?payload?=`. Senders put blanks and raw bytes into the payload. */
const WORD = /=\?([^?\s]{1,60})\?([bq])\?(.{0,2000}?)\?=/gisu;

interface Run {
  readonly charset: string;
  readonly bytes: readonly Buffer[];
}

/**
 * The text of an unstructured header value (RFC 2047): encoded words decoded, those of one charset joined before that because senders
 * cut characters of several bytes in two; bytes beyond ASCII outside of words are UTF-8, else windows-1252.
 */
export function headerText(value: string, told: Told): string {
  const parts: string[] = [];
  let run: Run | undefined;
  let at = 0;
  const flush = (): void => {
    if (run !== undefined) parts.push(textOfBytes(Buffer.concat(run.bytes), run.charset, told));
    run = undefined;
  };
  for (const match of value.matchAll(WORD)) {
    const between = value.slice(at, match.index);
    const [, charset = '', encoding = '', payload = ''] = match;
    if (run === undefined || between.trim() !== '') {
      flush();
      parts.push(plain(between, told));
    }
    const bytes = wordBytes(encoding, payload);
    const same: Run | undefined = run?.charset === charset.toLowerCase() ? run : undefined;
    if (same === undefined) flush();
    run = { charset: charset.toLowerCase(), bytes: [...(same?.bytes ?? []), bytes] };
    at = match.index + match[0].length;
  }
  flush();
  parts.push(plain(value.slice(at), told));
  return parts
    .join('')
    .replace(/[\s\x00-\x1f\x7f]+/gu, ' ')
    .trim();
}

function plain(text: string, told: Told): string {
  return /[\x80-\xff]/u.test(text) ? textOfBytes(bytesOf(text), undefined, told) : text;
}

function wordBytes(encoding: string, payload: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(payload, 'base64');
  const bytes = payload
    .replaceAll('_', ' ')
    .replace(/=\s{0,2}([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return bytesOf(bytes);
}
