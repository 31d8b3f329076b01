import type { Element } from 'domhandler';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { all, at, children, filled } from '../tree.ts';
import { distributorOf } from './body-head.ts';
import { metaOf, metasOf } from './meta.ts';

/** Agencies that sign copy of others with `meta` names of their own. Sources: AAP NITF 2013-2015, NTB NITF 2016 and 2021; read 2026-11-25. */
const DELIVERERS: readonly (readonly [meta: RegExp, name: string])[] = [
  [/^aap-/, 'AAP'],
  [/^ntb/, 'NTB'],
];

/** Who delivers the document: the register of its id, the distributor, the last sender, else who holds the copyright. */
export function providerOf(head: Element | undefined, bodyHead: Element | undefined): Found | undefined {
  const docdata = children(head, 'docdata')[0];
  const signed = metasOf(head).flatMap(({ name, value }) => {
    const known = DELIVERERS.find(([form]) => form.test(name));
    return known === undefined ? [] : [{ text: known[1], path: value.path }];
  });
  return (
    signed[0] ??
    filled(at(docdata, 'doc-id/@regsrc')) ??
    distributorOf(bodyHead) ??
    filled(at(docdata, 'del-list/from-src/@src-name')) ??
    filled(at(bodyHead, 'rights/rights.owner')) ??
    filled(at(docdata, 'doc.copyright/@holder')) ??
    metaOf(head, ['origin', 'provider', 'source'])
  );
}

/** The other agencies that had a part in it, each once. */
export function agenciesOf(head: Element | undefined, bodyHead: Element | undefined): NonNullable<ParsedItem['agencies']> {
  const docdata = children(head, 'docdata')[0];
  const found = [
    ...names(distributorOf(bodyHead), 'distributor'),
    ...all(docdata, 'del-list/from-src/@src-name').flatMap((source) => names(filled(source), 'source')),
    ...names(metaOf(head, ['ntbkilde']), 'originator'),
    ...names(filled(at(docdata, 'doc.copyright/@holder')), 'rights-holder'),
  ];
  return found.filter(({ name }, index) => found.findIndex((other) => other.name === name) === index);
}

type Agency = NonNullable<ParsedItem['agencies']>[number];

function names(found: Found | undefined, role: Agency['role']): Agency[] {
  return found === undefined ? [] : [{ name: found.text, role }];
}
