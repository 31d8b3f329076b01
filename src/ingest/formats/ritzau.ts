import type { Element } from 'domhandler';
import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { BadInput } from '../../faults.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { eachItem } from '../each-item.ts';
import type { Format } from '../format.ts';
import { stringBlocks } from '../html-blocks.ts';
import { xmlLeaves } from '../leaves.ts';
import { plainText } from '../plain-text.ts';
import { firstNames } from '../root-element.ts';
import { all, at, child, children, filled, localName, pathOf } from '../tree.ts';
import { readXml } from '../xml.ts';

/** Records that say yes to one of these are no ordinary first story. */
const FLAGS = ['Annuleret', 'NyVersion', 'Korrektion', 'InfoFlash'];
const CALLED_OFF = /annul|cancel|delete|slettet/i;

/**
 * Ritzau's REST news queue: one RBNews record, or a list of them. The body is escaped HTML; `PublishDate` has no zone.
 * An empty queue gives no items and is no fault.
 */
export const ritzau: Format = {
  name: 'ritzau',
  version: '1',
  source: 'Ritzau REST service, news queue as XML (records of 2018); no public specification',
  reads:
    'RBNews records with headline, subtitle, town, escaped HTML body, notes to the desk, IPTC codes and the flags for cancelled, corrected and new versions; one or many.',
  gaps: ['entries of MultimedieList and Companies are kept as written: no filled one has been seen'],
  recognises({ text }) {
    const [root = '', inner] = firstNames(text, 2);
    return root === 'rbnews' || root === 'arrayofrbnews' || inner === 'rbnews';
  },
  parse(document) {
    const root = children(readXml(document.text))[0];
    if (root === undefined) throw new BadInput('ritzau.no-root', 'The document has no root element');
    const records = localName(root) === 'RBNews' ? [root] : children(root, 'RBNews');
    return { items: eachItem(records, readRecord) };
  },
};

function readRecord(record: Element, index: number): ParsedItem {
  const value = (name: string): Found | undefined => filled(at(record, name));
  const version = value('version');
  const moment = value('PublishDate');
  const replaced = ['Replaces', 'replacedID'].flatMap((name) => value(name)?.text ?? []);
  const content = at(record, 'content');
  const flags = flagsOf(record);
  const fields = defined({
    provider: { text: 'Ritzau', path: pathOf(record) },
    guid: value('NewsID'),
    storyKey: value('HistID'),
    version,
    supersedes: orNothing(replaced),
    kills: flags.some(({ text }) => text === 'Annuleret') ? killsOf(value('HistID'), value('NewsID')) : undefined,
    headline: value('headline'),
    slugline: value('strapline'),
    abstract: htmlText(value('subtitle')),
    // What Ritzau prints. The name in `byLine` comes with mail and telephone: it is whom editors ask.
    bylines: orNothing([value('origin')].flatMap((found) => found ?? [])),
    contacts: orNothing(contactsOf(value('byLine'), [value('byLineEmail'), value('byLinePhone')])),
    dateline: value('town'),
    times:
      moment === undefined
        ? undefined
        : { published: moment, versionCreated: moment, ...(version?.text === '1' ? { firstCreated: moment } : {}) },
    ednotes: orNothing([htmlText(value('TilRedaktionen'))].flatMap((found) => found ?? [])),
    markers: orNothing([...[value('format')].flatMap((found) => found ?? []), ...flags]),
    priority: value('Priority'),
    service: value('section')?.text,
    subjects: orNothing(listOf(record, 'IPTCList').map(({ text }) => ({ scheme: 'subj', code: text }))),
    keywords: orNothing(listOf(record, 'SubjectKeyword').map(({ text }) => text)),
    organisations: orNothing(listOf(record, 'ISIN').map(({ text }) => ({ scheme: 'isin', code: text }))),
    rest: orNothing(restOf(record)),
  });
  return { index, type: 'text', body: content === undefined ? [] : stringBlocks(content.text, content.path), ...fields };
}

/** Notes to the desk are kept as notes only; that an element is nil says nothing. */
function restOf(record: Element): Found[] {
  const read = new Set(['content', 'TilRedaktionen'].flatMap((name) => children(record, name)));
  return xmlLeaves(record, read).filter(({ path }) => !path.endsWith(':nil'));
}

/** Each flag that is set, by its own name; a status may say the same in words. */
function flagsOf(record: Element): Found[] {
  const status = filled(at(record, 'Status'));
  const called = status !== undefined && CALLED_OFF.test(status.text) ? [{ ...status, text: 'Annuleret' }] : [];
  const set = FLAGS.flatMap((name) => {
    const found = at(record, name);
    return found !== undefined && /^(?:true|1)$/i.test(found.text.trim()) ? [{ text: name, path: found.path }] : [];
  });
  return set.some(({ text }) => text === 'Annuleret') ? set : [...called, ...set];
}

function killsOf(story: Found | undefined, item: Found | undefined): { by: string; value: string }[] | undefined {
  if (story !== undefined) return [{ by: 'HistID', value: story.text }];
  return item === undefined ? undefined : [{ by: 'NewsID', value: item.text }];
}

function contactsOf(name: Found | undefined, ways: readonly (Found | undefined)[]): { name?: string; value: string }[] {
  const values = ways.flatMap((found) => found?.text ?? []);
  const named = name === undefined ? {} : { name: name.text };
  if (values.length === 0) return name === undefined ? [] : [{ ...named, value: name.text }];
  return values.map((value) => ({ ...named, value }));
}

/** Members of a serialised array: `<a:int>11001000</a:int>`. */
function listOf(record: Element, name: string): Found[] {
  const members = new Set(children(child(record, name)).map(localName));
  return [...members].flatMap((member) => all(record, `${name}/${member}`)).flatMap((found) => filled(found) ?? []);
}

function htmlText(found: Found | undefined): Found | undefined {
  return found === undefined ? undefined : { ...found, text: plainText({ text: found.text, type: 'html' }) };
}
