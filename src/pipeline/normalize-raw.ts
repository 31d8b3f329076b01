import type { ItemOutcome } from '../store/journal.ts';
import { FOLLOWED } from './follow.ts';
import type { NormalizeRaw } from './normalize.ts';
import { eachItem, factsOf, parseDocument, type ReadItem, type ReadOptions } from './read-document.ts';
import { readFollowedPage } from './read-followed.ts';

/** The library's way through a document, item by item, as outcomes for the journal. @throws {BadInput} */
export const normalizeRaw: NormalizeRaw = function* (raw, reading, now) {
  const { feed, bytes, sha256, receivedAt, transport } = raw;
  const options: ReadOptions = { receivedAt, now, feed, ...reading, ...factsOf(raw), ...(transport === undefined ? {} : { transport }) };
  if (transport === FOLLOWED) {
    for (const item of readFollowedPage(bytes, options, sha256)) yield outcomeOf(item);
    return;
  }
  const { source, format, parsed } = parseDocument(bytes, options);
  for (const item of eachItem(parsed, { source, format, options, sha256 })) yield outcomeOf(item);
};

function outcomeOf(item: ReadItem): ItemOutcome {
  if (item.ok) return { kind: 'article', index: item.index, article: item.article };
  const { code, message } = item.error;
  if (!('bug' in item)) return { kind: 'bad', index: item.index, code, message, bug: false };
  const stack = item.bug instanceof Error ? (item.bug.stack ?? message) : message;
  return { kind: 'bad', index: item.index, code, message: stack.slice(0, 4_000), bug: true };
}
