import type { ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { eachItem } from '../each-item.ts';
import type { Format, SourceDocument } from '../format.ts';
import { readHeader } from '../iptc-7901/header.ts';
import { readItem } from '../iptc-7901/item.ts';
import { cutMessage, isTrailer, messagesOf } from '../iptc-7901/message.ts';
import { linesOf, type Line } from '../wire/lines.ts';

const HEAD = 600;
const TAIL = 400;

/** IPTC 7901 messages of dpa, SDA-ATS, APA, AP and others, one or several in a file. */
export const iptc7901: Format = {
  name: 'iptc-7901',
  version: '1',
  source: 'IPTC 7901, The Text Transmission Format, 5th edition (2002); files of dpa, SDA-ATS and APTN',
  reads:
    'IPTC 7901 with its control characters, or without those that a capture box took out: header, keywords, marks and genre above the headline, byline, teaser, body with tables, lists and sub-heads, notebook, closing line, trailer. Scripts of APTN give their storyline; the shot list goes to `x`.',
  gaps: ['7-bit national character sets (DIN 66003 and its kin)'],
  recognises: (document) => isMessage(document),
  parse(document) {
    const messages = messagesOf(document.text);
    if (messages.length === 0)
      throw new BadInput('iptc7901.no-message', {
        message: 'The document holds no IPTC 7901 message',
        hint: 'A message begins with SOH or with a header such as `bdt0417 4 pl 345  dpa 0311`',
      });
    return { items: eachItem(messages, itemOf) };
  },
};

/** A header in the first lines, and one more sign: a control character of the frame, or a trailer. */
function isMessage({ text }: SourceDocument): boolean {
  const head = linesOf(text.slice(0, HEAD));
  const first = head.find((line) => /[^\s\x00-\x1f\x7f]/u.test(line.raw));
  if (first === undefined || readHeader(first) === undefined) return false;
  return /[\x01\x02]/.test(text.slice(0, HEAD)) || /[\x03\x04]/.test(text.slice(-TAIL)) || linesOf(text.slice(-TAIL)).some(isTrailer);
}

function itemOf(lines: readonly Line[], index: number): ParsedItem {
  const message = cutMessage(lines);
  const where = { path: `line:${lines[0]?.number ?? 1}` };
  if (message === undefined)
    throw new BadInput('iptc7901.header', {
      message: 'The first line of the message is no IPTC 7901 header',
      hint: 'Service and number, priority, category, number of words: `bdt0417 4 pl 345  dpa 0311`',
      where,
    });
  const item = readItem(message, index);
  if (item.headline === undefined && item.body.length === 0)
    throw new BadInput('iptc7901.no-text', { message: 'The message has neither headline nor text', where });
  return item;
}
