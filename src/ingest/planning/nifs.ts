import type { ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { htmlBlocks } from '../html-blocks.ts';
import { textAt, type JsonNode } from '../json.ts';
import { stringAt } from '../json-text.ts';
import { jsonLeaves } from '../leaves.ts';
import { eventObject } from './event-object.ts';

export function isNifs(node: JsonNode): boolean {
  return /^nifs:/.test(stringAt(node, 'type') ?? '') && textAt(node, 'uid') !== undefined;
}

/** A match of NIFS: its teams are organisations; moment, result and round are kept as written. */
export function readNifs(entry: JsonNode, index: number): ParsedItem {
  const match = eventObject(entry, isNifs);
  const comment = textAt(match, 'comment');
  const teams = ['homeTeam', 'awayTeam'].flatMap((rel) => {
    const name = stringAt(match, `${rel}/name`);
    return name === undefined ? [] : [{ scheme: 'nifs', rel, name, ...defined({ code: stringAt(match, `${rel}/uid`) }) }];
  });
  const stadium = stringAt(match, 'stadium/name');
  const fields = defined({
    provider: { text: 'NIFS', path: match.pointer },
    guid: textAt(match, 'uid'),
    headline: textAt(match, 'name'),
    organisations: orNothing(teams),
    places: stadium === undefined ? undefined : [{ name: stadium, rel: 'event' }],
    rest: orNothing(jsonLeaves(match, new Set(comment === undefined ? [] : [comment.path]))),
  });
  return { index, type: 'event', hint: 'planning', body: comment === undefined ? [] : htmlBlocks(comment.text, comment.path), ...fields };
}
