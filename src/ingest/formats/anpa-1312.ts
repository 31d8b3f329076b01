import type { ParsedItem } from '../../article/parsed-item.ts';
import { cutMessage, messagesOf, readHeading, trailerOf } from '../anpa-1312/message.ts';
import { readItem } from '../anpa-1312/item.ts';
import { BadInput } from '../../faults.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { linesOf, type Line } from '../wire/lines.ts';

const HEAD = 600;
const TAIL = 400;

/** ANPA 1312 messages of AP, Kyodo and their relays, one or several in a file. */
export const anpa1312: Format = {
  name: 'anpa-1312',
  version: '1',
  source: 'ANPA 1312, High-Speed News Service format (ANPA, rev. 1989); files of AP (2013 to 2019) and Kyodo (2018)',
  reads:
    'ANPA 1312 with its control characters, or without: the two heading lines, slug with version, headline, byline, notes to editors, paragraphs, tables set in columns or between semicolons, trailer. Quotes, dashes and fractions of the typesetter become Unicode. A kill is only text here and is found in it.',
  gaps: ['the coding of 6-level TTS'],
  recognises({ text }) {
    const head = linesOf(text.slice(0, HEAD));
    const first = head.findIndex((line) => /[^\s\x00-\x1f\x7f]/u.test(line.raw));
    if (first < 0 || readHeading(head[first], head[first + 1]) === undefined) return false;
    return /[\x01\x02\x16]/.test(text.slice(0, HEAD)) || linesOf(text.slice(-TAIL)).some((line) => trailerOf(line) !== undefined);
  },
  parse({ text }) {
    const messages = messagesOf(text);
    if (messages.length === 0)
      throw new BadInput('anpa1312.no-message', {
        message: 'The document holds no ANPA 1312 message',
        hint: 'A message begins with service and number, and a second line with priority and category',
      });
    return { items: eachItem(messages, itemOf) };
  },
};

function itemOf(lines: readonly Line[], index: number): ParsedItem {
  const message = cutMessage(lines);
  const where = { path: `line:${lines[0]?.number ?? 1}` };
  if (message === undefined)
    throw new BadInput('anpa1312.header', {
      message: 'The message does not begin with the two heading lines of ANPA 1312',
      hint: 'Service and number, then priority, category, keyword, date and number of words',
      where,
    });
  const item = readItem(message, index);
  if (item.headline === undefined && item.ednotes === undefined && item.body.length === 0)
    throw new BadInput('anpa1312.no-text', { message: 'The message has neither headline nor text', where });
  return item;
}
