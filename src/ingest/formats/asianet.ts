import type { Found, LeftOut, ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { isRelease, numberOf, releaseOf, speakerOf, type Release } from '../asianet/release.ts';
import type { Format } from '../format.ts';
import { blocksOf } from '../wire/blocks.ts';
import { foundIn, spanOf, textOf, type Line } from '../wire/lines.ts';

/** Press releases that AsiaNet, the group of Asian and Pacific agencies, carries as plain text. */
export const asianet: Format = {
  name: 'asianet',
  version: '1',
  source: 'files of AsiaNet as AAP receives them (2017); no public specification',
  reads:
    'Press releases: who speaks, the number of the release, a headline of several lines, the dateline with the carrier between slashes, the text, addresses of pictures, and contacts below (internal).',
  gaps: ['releases in other scripts than the Latin one have other labels: read as page text'],
  recognises: ({ text }) => isRelease(text),
  parse({ text }) {
    const release = releaseOf(text);
    if (release === undefined || release.headline.length === 0) {
      throw new BadInput('asianet.no-headline', {
        message: 'The release has a number but neither headline nor text',
        hint: 'Ask the sender for the whole file; the bytes are kept',
      });
    }
    return { items: [itemOf(release)] };
  },
};

function itemOf({ source, number, headline, story, contacts, pictures, closing }: Release): ParsedItem {
  const id = foundIn([number], numberOf(number));
  return {
    index: 0,
    type: 'text',
    impliedStatus: 'usable',
    linkedByIdOnly: true,
    provider: foundIn([number], 'AsiaNet'),
    guid: id,
    storyKey: id,
    headline: foundIn(headline),
    markers: [foundIn([number], 'Press release')],
    organisations: [{ name: speakerOf(source) }],
    ...defined({
      contacts: orNothing(contacts.map((line) => ({ value: textOf([line]) }))),
      links: orNothing(pictures.flatMap(linkOf)),
    }),
    leftOut: [left('letterhead', [number]), left('headline', headline), ...pictures.map((lines) => left('picture-link', lines))],
    body: blocksOf(story),
    rest: [foundIn([source]), ...closing.map((line): Found => foundIn([line]))],
  };
}

function left(kind: string, lines: readonly Line[]): LeftOut {
  const { text, path } = foundIn(lines);
  return { kind, text, path, span: spanOf(lines) };
}

/** The label in front tells what the address leads to. */
function linkOf(lines: readonly Line[]): NonNullable<ParsedItem['links']>[number][] {
  const [, rel = '', url] = /^(\p{L}+)\s+-\s*(https?:\/\/\S+)/iu.exec(textOf(lines)) ?? [];
  return url === undefined ? [] : [{ rel: rel.toLowerCase(), url }];
}
