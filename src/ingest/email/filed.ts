import type { Found, ParsedConcept, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { listOf } from './envelope.ts';
import type { Field } from './fields.ts';
import type { LabelKind } from './labels.ts';

const STATED =
  /^(?:usable|published|approved|corrected|draft|pending|withheld|withhold|hold|embargoed|killed|kill|cancell?ed|deleted|replaced|superseded|recalled|private)$/iu;
const NONE =
  /^\W{0,3}(?:none|no|nil|n\/?a|keine?r?|aucune?|ningun[oa]|nessun[oa]|geen|ingen|not applicable|immediate(?:ly)?|-+)?\W{0,3}$/iu;
const MARKS = /^(?:press release|media release|release|correction|corrected|update|alert|flash|urgent|advisory|kill|test)$/iu;

/** The fields of an item that labelled lines give. Each value is kept as written; what has no field here comes back in `rest`. */
export function filedFields(
  fields: readonly Field[],
): Partial<ParsedItem> & { readonly ednotes?: readonly Found[]; readonly rest: readonly Found[] } {
  const all = (...kinds: readonly LabelKind[]): Field[] => fields.filter(({ kind, value }) => kinds.includes(kind) && value !== '');
  const one = (kind: LabelKind): Found | undefined => all(kind).map(found)[0];
  const concepts = (kind: LabelKind, scheme: string): ParsedConcept[] =>
    all(kind).flatMap(({ value }) => listOf(value).map((name) => ({ scheme, name, ...(isCode(name) ? { code: name } : {}) })));
  const status = all('status').filter(({ value }) => STATED.test(value));
  const rights = one('rights');
  return {
    ...defined({
      headline: one('headline'),
      slugline: one('slugline'),
      abstract: one('abstract'),
      bylines: orNothing(all('byline').map(found)),
      dateline: one('dateline'),
      urgency: one('urgency'),
      priority: one('priority'),
      version: one('version'),
      language: all('language')
        .filter(({ value }) => /^[a-z]{2,3}(?:-[a-z]{2,4})?$/iu.test(value))
        .map(found)[0],
      pubStatus: status.map(found)[0],
      altIds: orNothing(all('id').map(({ label, value }) => ({ role: label.toLowerCase(), value }))),
      subjects: orNothing(concepts('category', 'category')),
      genres: orNothing(concepts('genre', 'genre')),
      keywords: orNothing(all('keywords').flatMap(({ value }) => listOf(value))),
      places: orNothing(
        all('place').flatMap(({ value }) => listOf(value).map((name) => ({ name, ...(isCode(name) ? { code: name } : {}) }))),
      ),
      markers: orNothing(
        all('genre', 'status', 'urgency')
          .filter(({ value }) => MARKS.test(value))
          .map(found),
      ),
      ednotes: orNothing(notesOf(all('ednote', 'embargo', 'status').filter((field) => !status.includes(field)))),
      productNotes: orNothing(all('media').map(found)),
      contacts: orNothing(all('contact').map(({ label, value }) => ({ name: label, value }))),
      provider: one('source'),
      rights: rights === undefined ? undefined : { notice: rights.text },
    }),
    rest: fields.filter(({ kind, value }) => value !== '' && kind !== 'contact' && kind !== 'ednote' && kind !== 'embargo').flatMap(restOf),
  };
}

/** `Embargo: 2200 BST` is read with its label; an answer of "none" says nothing. */
function notesOf(fields: readonly Field[]): Found[] {
  return fields
    .filter(({ kind, value }) => kind === 'ednote' || !NONE.test(value))
    .map(({ label, value, path, kind }) => ({ text: kind === 'embargo' ? `Embargo: ${value}` : `${label}: ${value}`, path }));
}

/** Lists are in the article entry by entry. */
function restOf(field: Field): Found[] {
  const isList = field.kind === 'category' || field.kind === 'genre' || field.kind === 'keywords' || field.kind === 'place';
  return (isList ? listOf(field.value) : [field.value]).map((value) => found({ ...field, value }));
}

function found({ value, path, label }: Field): Found {
  return { text: value, path: path.startsWith('/') ? path : `${path}/${label}` };
}

/** `QLD`, `ADV`, `s`: a code of the desk's own list. */
function isCode(value: string): boolean {
  return /^(?:\p{Lu}{1,5}|\p{Ll}|\d{8})$/u.test(value);
}
