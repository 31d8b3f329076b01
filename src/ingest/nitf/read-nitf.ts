import type { Element } from 'domhandler';
import { foldSpace } from '../../article/fold-space.ts';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { xmlLeaves } from '../leaves.ts';
import { at, children, filled } from '../tree.ts';
import { bodyContentOf, nitfBlocks } from './blocks.ts';
import { bodyEnd, headFields, headNotes, ledeOf, storyDate } from './body-head.ts';
import { conceptFields } from './concepts.ts';
import { docFields } from './docdata.ts';
import { metaOf, metasOf } from './meta.ts';
import { agenciesOf, providerOf } from './provider.ts';

/**
 * What an `nitf` element says (NITF 2.5 to 3.6; every part optional), in a document of its own or inside any other format: the fields of an
 * item, with `body` always there. Strings are as written, white space folded; only what the element itself states is given.
 */
export function readNitf(nitf: Element): Partial<ParsedItem> & Pick<ParsedItem, 'body'> {
  const head = children(nitf, 'head')[0];
  const body = children(nitf, 'body')[0];
  const [bodyHead, end] = [children(body, 'body.head')[0], bodyEnd(children(body, 'body.end')[0])];
  const content = bodyContentOf(nitf);
  const read = content === undefined ? undefined : nitfBlocks(content);
  const [doc, { headlines = [], ...printed }, notes] = [docFields(head), headFields(bodyHead), headNotes(bodyHead)];
  const title = titleOf(head);
  const concepts = conceptFields(head);
  const ednotes = [...(doc.ednotes ?? []), ...notes.ednotes, ...(read?.notes.ednotes ?? []), ...end.ednotes];
  const isPicture = (read?.media.length ?? 0) > 0 && (read?.blocks ?? []).every(({ type }) => type === 'image');
  return {
    ...doc,
    ...printed,
    ...concepts,
    ...defined({
      // EFE repeats the slug below the headline.
      headlines: orNothing(headlines.filter(({ text }) => text !== concepts.slugline?.text)),
      productNotes: orNothing([metaOf(head, ['complemento'])].filter((note) => note !== undefined)),
      type: isPicture ? ('picture' as const) : undefined,
      provider: providerOf(head, bodyHead),
      language: filled(at(nitf, '@baselang')) ?? filled(at(nitf, '@xml:lang')),
      headline: printed.headline ?? title,
      title: title?.text === printed.headline?.text ? undefined : title,
      abstract: printed.abstract ?? ledeOf(content),
      times: timesOf(doc.times, storyDate(bodyHead)),
      ednotes: orNothing(ednotes),
      contacts: orNothing(end.contacts),
      priority: metaOf(head, ['priority', 'ntbprioritet', 'prioridad']),
      service: metaOf(head, ['service', 'ntbtjeneste'])?.text,
      agencies: orNothing(agenciesOf(head, bodyHead)),
      rights: rightsOf(doc.rights, bodyHead, notes.copyright, metaOf(head, ['copyright'])),
      media: orNothing(read?.media ?? []),
      links: orNothing(read?.links ?? []),
      rest: orNothing([...restOf(nitf, [...(content === undefined ? [] : [content]), ...end.contactLines]), ...(read?.rest ?? [])]),
    }),
    body: [...(read?.blocks ?? []), ...end.blocks],
  };
}

/** What the readers above did not take whole; a `meta` is one value, its name in the path. */
function restOf(nitf: Element, taken: readonly Element[]): Found[] {
  const head = children(nitf, 'head')[0];
  const metas = metasOf(head);
  return [
    ...metas.map(({ value }) => value),
    ...xmlLeaves(nitf, new Set([...taken, ...(metas.length === 0 ? [] : children(head, 'meta'))])),
  ];
}

function titleOf(head: Element | undefined): Found | undefined {
  const found = filled(at(head, 'title'));
  return found === undefined ? undefined : { text: foldSpace(found.text), path: found.path };
}

function timesOf(times: ParsedItem['times'], contentCreated: Found | undefined): ParsedItem['times'] {
  return contentCreated === undefined ? times : { ...times, contentCreated };
}

/** `doc.copyright` and `doc.rights`, else the `rights` of the body's head, else a note or `meta` of copyright. */
function rightsOf(
  stated: ParsedItem['rights'],
  bodyHead: Element | undefined,
  note: Found | undefined,
  meta: Found | undefined,
): ParsedItem['rights'] {
  const printed = filled(at(bodyHead, 'rights'));
  const owner = filled(at(bodyHead, 'rights/rights.owner'));
  const rights = defined({
    ...stated,
    holder: stated?.holder ?? owner?.text ?? meta?.text,
    notice: note?.text ?? (printed === undefined || printed.text === owner?.text ? stated?.notice : foldSpace(printed.text)),
  });
  return Object.keys(rights).length === 0 ? undefined : rights;
}
