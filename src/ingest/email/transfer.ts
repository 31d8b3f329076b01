import { bytesOf } from './charset.ts';

/** Undoes the transfer encoding of a part (RFC 2045 section 6). Identity encodings and unknown ones give the bytes as they are. */
export function decodeTransfer(content: string, encoding: string | undefined): Buffer {
  switch (
    (encoding ?? '')
      .replace(/(?:(?<!\s)\s+)?[;(].*$/su, '')
      .trim()
      .toLowerCase()
  ) {
    case 'base64':
      return Buffer.from(content.replace(/[^A-Za-z0-9+/=]+/gu, ''), 'base64');
    case 'quoted-printable':
      return quotedPrintable(content);
    default:
      return bytesOf(content);
  }
}

/** RFC 2045 section 6.7: blanks at a line's end are none of the sender's, `=` at a line's end joins, what is no escape stays. */
function quotedPrintable(content: string): Buffer {
  const lines = content.split('\n').map((line) => line.trimEnd());
  const joined = lines.map((line) => (line.endsWith('=') ? line.slice(0, -1) : `${line}\r\n`)).join('');
  const whole = content.endsWith('\n') || lines.at(-1)?.endsWith('=') === true ? joined : joined.slice(0, -2);
  return bytesOf(whole.replace(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))));
}
