import { BadInput } from '../../faults.ts';
import { isObject, type JsonNode } from '../json.ts';

/** @throws {BadInput} `planning.not-an-event` where a list of events holds something else */
export function eventObject(node: JsonNode, known: (node: JsonNode) => boolean): JsonNode {
  if (isObject(node.value) && known(node)) return node;
  throw new BadInput('planning.not-an-event', {
    message: 'An entry of the calendar is no event of the form that the others have',
    hint: 'The other entries are read; ask the provider about this one',
    where: { path: node.pointer },
  });
}
