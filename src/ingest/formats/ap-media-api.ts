import { BadInput } from '../../faults.ts';
import { itemsOf, readItem } from '../ap/item.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { jsonRoot, nodeAt, readJson, textAt, type JsonNode } from '../json.ts';

/** AP Media API: answers of /content, /content/feed, /content/search and of the AP Media Agent, or the bare item. */
export const apMediaApi: Format = {
  name: 'ap-media-api',
  version: '1',
  source: 'AP Media API 2.2 (developer.ap.org, release notes 2.2.18) and files of API 1.1 to 2.1',
  reads:
    'JSON of the AP Media API: single items, feeds and bare items; text, picture, graphic, video, audio and package; the NITF of the story where it was fetched into the same document. The chain key is `altids.itemid`, the version counts from 0.',
  gaps: [
    'Text, captions and scripts that are only linked (`renditions`) are not fetched: such an item has no body and is marked truncated.',
  ],
  recognises(document) {
    const root = jsonRoot(document);
    return root !== undefined && (isFailure(root) || itemsOf(root).some(({ item }) => textAt(item, 'altids/itemid') !== undefined));
  },
  parse(document) {
    const { root, repairs } = readJson(document);
    if (isFailure(root))
      throw new BadInput('ap.error-answer', {
        message: `The AP Media API answered with an error: ${textAt(root, 'error/message')?.text ?? 'without a message'}`,
        hint: 'Check key, plan and query of the feed; nothing was delivered',
      });
    const version = textAt(root, 'api_version')?.text;
    return {
      ...(version === undefined ? {} : { formatVersion: version }),
      repairs,
      items: eachItem(itemsOf(root), (entry, index) => readItem(root, entry, index)),
    };
  },
};

/** `{"api_version":"2.2","error":{…}}`: the API's own envelope around a fault. */
function isFailure(root: JsonNode): boolean {
  return textAt(root, 'api_version') !== undefined && nodeAt(root, 'error') !== undefined && nodeAt(root, 'data') === undefined;
}
