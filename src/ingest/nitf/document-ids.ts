import type { Element } from 'domhandler';
import type { Found } from '../../article/parsed-item.ts';
import { filled } from '../tree.ts';
import { metaOf } from './meta.ts';

/** How an agency builds its document ids, and the part that all revisions of a story share. */
interface IdForm {
  readonly form: RegExp;
  readonly key: string;
}

/**
 * Sources: dpa-infocom NITF of 2019 (`:` and the moment of the version in milliseconds behind an URN written with dashes; the same URN as in
 * dpa's other formats), NTB 2021 (`_NN` = rewrite), PA NITF 2015-2016 (category, version and take behind a UUID); read 2026-11-25.
 */
const ID_FORMS: readonly IdForm[] = [
  { form: /^urn[-:]newsml[-:]dpa[-.]com[-:](\d{8})[-:](\d{6}-\d{2}-\d{1,12})(?:[:/-]\d{1,15})?$/, key: 'urn:newsml:dpa.com:$1:$2' },
  { form: /^(NTB[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})_\d{1,3}$/, key: '$1' },
  { form: /^([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}[A-Z]{3})-\d{1,4}-\d{1,3}$/, key: '$1' },
];

/** The key that all revisions of the document share; undefined where only the document id itself is known. */
export function storyKeyOf(guid: Found | undefined, head: Element | undefined): Found | undefined {
  const own = filled(metaOf(head, ['ntbid']));
  if (own !== undefined) return own;
  const form = guid === undefined ? undefined : ID_FORMS.find((each) => each.form.test(guid.text));
  return guid === undefined || form === undefined ? undefined : { ...guid, text: guid.text.replace(form.form, form.key) };
}
