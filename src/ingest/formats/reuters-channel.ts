import { BadInput } from '../../faults.ts';
import type { Format } from '../format.ts';
import { xmlLeaves } from '../leaves.ts';
import { firstNames } from '../root-element.ts';
import { all, at, children, filled } from '../tree.ts';
import { readXml } from '../xml.ts';

/** The answer of Reuters' older REST service to a poll: which items there are, not the items. An index, never published. */
export const reutersChannel: Format = {
  name: 'reuters-channel',
  version: '1',
  source: 'rmb.reuters.com REST service as client systems read it; no public specification',
  reads: 'The list of item ids and versions that a poll of a channel gives, as one index.',
  gaps: ['the items themselves are fetched by their ids and come as NewsML-G2'],
  recognises({ text }) {
    const names = firstNames(text, 3);
    return (
      names[0] === 'results' &&
      (names[1] === 'status' || names.includes('result')) &&
      /<(?:pollToken|guid)[\s>/]/.test(text.slice(0, 60_000))
    );
  },
  parse(document) {
    const root = children(readXml(document.text))[0];
    if (root === undefined) throw new BadInput('reuters-channel.no-root', 'The document has no root element');
    const results = all(root, 'result').map(({ element }) => ({ id: filled(at(element, 'id')), title: filled(at(element, 'headline')) }));
    const links = results.flatMap(({ id, title }) =>
      id === undefined ? [] : [{ rel: 'item', id: id.text, ...(title === undefined ? {} : { title: title.text }) }],
    );
    if (links.length === 0) return { items: [] };
    const token = filled(at(root, 'pollToken'));
    return {
      items: [
        {
          index: 0,
          type: 'package',
          hint: 'package-index',
          provider: { text: 'Reuters', path: '/results' },
          ...(token === undefined ? {} : { guid: token }),
          body: [],
          links,
          rest: xmlLeaves(root),
        },
      ],
    };
  },
};
