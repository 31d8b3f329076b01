import type { Element } from 'domhandler';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { all, at, child, filled } from '../tree.ts';

type Identifier = Pick<ParsedItem, 'guid' | 'storyKey' | 'version' | 'altIds'>;

/**
 * The names of an item: NewsItemId for all its revisions, the public identifier without the revision as guid (and whole beside it). A file
 * without an identifier is known by the Duid of its first component (TASS). `mark` = which story of the item; a name
 * label that says no more than the slugline is not repeated.
 */
export function identifierOf(
  item: Element,
  { mark, slugline }: { readonly mark: string | undefined; readonly slugline: Found | undefined },
): Identifier {
  const identification = child(item, 'Identification');
  const identifier = child(identification, 'NewsIdentifier');
  const whole = naming(filled(at(identifier, 'PublicIdentifier')));
  const version = filled(at(identifier, 'RevisionId'));
  const duid = duidOf(item);
  const key = naming(filled(at(identifier, 'NewsItemId'))) ?? duid;
  const guid = whole === undefined ? duid : withoutRevision(whole, at(identifier, 'RevisionId/@Update')?.text, version);
  const label = filled(at(identification, 'NameLabel'));
  const altIds = [
    ...(whole === undefined || whole.text === guid?.text ? [] : [{ role: 'public-identifier', value: whole.text }]),
    ...all(item, '//guid').flatMap((found) => {
      const value = found.text.trim();
      return value === '' ? [] : [{ role: 'guid', value }];
    }),
    ...(label === undefined || label.text === slugline?.text ? [] : [{ role: 'name-label', value: label.text }]),
  ];
  return defined({ guid: marked(guid, mark), storyKey: marked(key, mark), version, altIds: orNothing(altIds) });
}

/** The public identifier without its revision: one for all revisions sent at the same moment. ATS adds the letter of `Update`. */
function withoutRevision(whole: Found, update: string | undefined, version: Found | undefined): Found {
  const revision = version?.text ?? '';
  const endings = revision === '' ? [] : [`:${revision}`, `:${revision}${update?.trim() ?? ''}`];
  const ending = endings.find((each) => whole.text.endsWith(each));
  return ending === undefined ? whole : { ...whole, text: whole.text.slice(0, -ending.length) };
}

/** What names nothing is no name: Belga's `0` and `urn:newsml:www.belga.be` would make one story of all its tips. */
function naming(found: Found | undefined): Found | undefined {
  return found === undefined || /^(?:0+|urn:newsml:[^:]*)$/i.test(found.text) ? undefined : found;
}

function duidOf(item: Element): Found | undefined {
  return all(item, '//NewsComponent/@Duid').find(({ text }) => /^[A-Za-z0-9]{10,64}$/.test(text));
}

function marked(found: Found | undefined, mark: string | undefined): Found | undefined {
  return found === undefined || mark === undefined ? found : { ...found, text: `${found.text}:${mark}` };
}
