import type { ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import type { Line } from '../wire/lines.ts';
import { readItem } from '../zczc/item.ts';
import { cutMessage, messagesOf } from '../zczc/message.ts';

/** Telegraph messages between ZCZC and NNNN, as AAP, its relays and others send them. */
export const zczc: Format = {
  name: 'zczc',
  version: '1',
  source: 'ITU-T F.31 start and end of message; files of AAP, its racing desk, Medianet and News Bites (2011 to 2018)',
  reads:
    'Text between ZCZC and NNNN: fields behind a prefix of one character (slug, headline, subject, place, author) or of two letters and `#`, routes, text with tables and racing lists, several messages in a file. Lines may end in a lone carriage return.',
  gaps: ['what the letters behind `$`, `*` and `%` stand for: they are kept in `x`'],
  recognises: ({ text }) => /^[\s\x00-\x1f\x7f]{0,200}V?ZCZC\b/i.test(text.slice(0, 300)),
  parse: ({ text }) => ({ items: eachItem(messagesOf(text), itemOf) }),
};

function itemOf(lines: readonly Line[], index: number): ParsedItem {
  const message = cutMessage(lines);
  const item = message === undefined ? undefined : readItem(message, index);
  if (item !== undefined && (item.headline !== undefined || item.body.length > 0)) return item;
  throw new BadInput('zczc.no-text', {
    message: 'The message has neither headline nor text',
    hint: 'Ask the sender whether this was a line check',
    where: { path: `line:${lines[0]?.number ?? 1}` },
  });
}
