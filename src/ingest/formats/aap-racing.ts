import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { isRacingMessage, racingBlocks, racingMessageOf, type RacingMessage } from '../aap-racing/message.ts';
import type { Format } from '../format.ts';
import { foundIn, printed } from '../wire/lines.ts';

/** The desk's name below the results. */
const CLOSING = /^AAP(?: \p{Lu}{2,12})?$/u;

/** Results of AAP's racing desk, one file for a race or a meeting. */
export const aapRacing: Format = {
  name: 'aap-racing',
  version: '1',
  source: 'files of the racing desk of AAP (2016 to 2017); no public specification',
  reads:
    'The heading behind a start-of-heading byte (course, race, state, day), the results as paragraphs, and the horses of papers that order typeset columns as a table; codes of the typesetter are not kept.',
  gaps: ['what the two flags of the heading stand for: they are kept in x', 'the columns have no names in the file'],
  recognises: ({ text }) => isRacingMessage(text),
  parse({ text }) {
    const message = racingMessageOf(text);
    const body = message?.text.filter((line) => !CLOSING.test(printed(line).trim())) ?? [];
    if (message === undefined || body.length === 0) {
      throw new BadInput('aap-racing.no-text', {
        message: 'The message has no result below its heading',
        hint: 'Ask the sender for the whole file; the bytes are kept',
      });
    }
    return { items: [itemOf({ ...message, text: body }, message)] };
  },
};

function itemOf({ heading, title, venue, race, flags, state, day, text }: RacingMessage, whole: RacingMessage): ParsedItem {
  const at = (name: string, value: string): Found => ({ ...foundIn([heading], value), path: `line:1/${name}` });
  return {
    index: 0,
    type: 'text',
    impliedStatus: 'usable',
    linkedByIdOnly: true,
    provider: at('title', 'AAP'),
    slugline: at('title', title),
    headline: at('title', title),
    places: [{ name: venue, region: state }],
    body: racingBlocks(text),
    rest: [
      at('race', race),
      ...flags.map((flag, index) => at(`flag-${index + 1}`, flag)),
      at('state', state),
      at('day', day),
      ...whole.text.filter((line) => !text.includes(line)).map((line) => foundIn([line])),
    ],
  };
}
