import type { Element } from 'domhandler';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { children, localName, pathOf } from '../../src/ingest/tree.ts';
import { readXml } from '../../src/ingest/xml.ts';
import { normalize, type Article } from '../../src/library.ts';

const NOW = '2026-11-24T06:00:00Z';
const root = join(import.meta.dirname, '..', '..', 'fixtures', 'formats', 'newsml-1');
const FIXTURES = ['normal', 'light-profile', 'alert-empty-headline', 'photo'];

/** What a mark for the status may change. */
const MARKS = ['status.kind', 'status.markers'];
/** What stands in the body, and what follows from it. */
const BODY = ['body', 'byline.signoff', 'identity.contentHash', 'headline.fallback', 'status.kind'];
/** What a medium is, and so what the item is: a picture alone has a photographer and no headline. */
const MEDIUM = ['media', 'type', 'byline.authors.role', 'headline', ...BODY];

/**
 * The article fields that an element or attribute feeds, by its path without places (a Property stands with its name). Whatever is in
 * no line may change none.
 */
const FEEDS: readonly (readonly [path: RegExp, fields: readonly string[]])[] = [
  // The provider chooses the profile, which names provider and key, and gives urgencies their meaning.
  [/\/ProviderId$/, ['provider', 'id', 'identity.basis', 'status.kind', 'agencies']],
  [/\/NewsItemId$/, ['id', 'identity.storyKey', 'identity.basis', 'identity.guid']],
  [/\/PublicIdentifier$/, ['identity.guid', 'identity.altIds']],
  [/\/RevisionId$/, ['identity.version', 'identity.revisionKey', 'identity.guid', 'identity.altIds']],
  [/\/NameLabel$/, ['slugline', 'identity.altIds', ...MARKS]],
  [/\/NewsItemType\/@FormalName$/, MARKS],
  [/\/FirstCreated$/, ['times.firstCreated']],
  [/\/ThisRevisionCreated$/, ['times.versionCreated', 'identity.revisionKey']],
  [/\/NewsEnvelope\/DateAndTime$/, ['times.sent']],
  [/\/Status(?:\/@FormalName)?$/, ['status.pubStatusRaw', 'status.effective', 'status.publishable', 'status.reasons']],
  [/\/Urgency(?:\/@FormalName)?$/, ['urgency', 'status.kind']],
  [/\/Priority\/@FormalName$/, ['priority']],
  [/\/NewsService\/@FormalName$/, ['provider.service']],
  [/\/NewsProduct\/@FormalName$/, ['provider.products']],
  [/\/AssociatedWith\/@NewsItem$/, ['links']],
  [/\/DateLine$/, ['dateline']],
  [/\/HeadLine$/, ['headline', 'identity.contentHash', 'media.headline', 'status.kind']],
  [/\/CopyrightLine$/, ['rights.notice']],
  [/\/NewsLine\/(?:NewsLineText|NewsLineType\/@FormalName)$/, ['internal', ...MARKS]],
  [/\/Creator\/Party\/@FormalName$/, ['byline']],
  [/\/Language\/@FormalName$/, ['language', 'languageBasis']],
  [/\/SubjectCode\/Subject(?:Matter)?\/@FormalName$/, ['subjects']],
  [/\/Genre\/@FormalName$/, ['genres', ...MARKS]],
  // Without a DateLine the place of origin stands in.
  [/\/Location\/(?:@HowPresent|Property=\w*\/@\w+)$/, ['places', 'dateline']],
  [/\/DescriptiveMetadata\/Property=(?:Keyword)?\/@\w+$/, ['keywords', 'people']],
  [/\/Property=Version\/@\w+$/, MARKS],
  [/\/Characteristics\/(?:SizeInBytes|Property=(?:Width|Height)\/@\w+)$/, ['media.renditions']],
  [/\/(?:MediaType|Format|Role)\/@FormalName$/, MEDIUM],
  [/\/ContentItem\/@Href$/, MEDIUM],
  [/\/DataContent(?:\/.*)?$/, [...BODY, 'media', 'type', 'byline']],
  // Without any content the item is an index, which is not published.
  [/\/ContentItem$/, ['status', 'type']],
];

interface Mutation {
  readonly name: string;
  /** The feeding paths of the changed element and all that is below it. */
  readonly paths: readonly string[];
  readonly text: string;
}

/** One document per change: each element removed, emptied, filled with junk and with markup; each attribute removed, emptied, filled with junk. */
function* mutationsOf(source: string): Generator<Mutation> {
  const [document] = children(readXml(source));
  for (const element of below(document!).filter((each) => !isFurtherParagraph(each))) {
    const [start, end] = [element.startIndex!, element.endIndex! + 1];
    const put = (name: string, text: string): Mutation => ({
      name: `${name} ${pathOf(element)}`,
      paths: feedersOf(element),
      text: source.slice(0, start) + text + source.slice(end),
    });
    const tag = (attributes: Readonly<Record<string, string>>): string => `<${element.name}${printed(attributes)}`;
    const inner =
      children(element).length === 0 && element.children.length === 0
        ? ''
        : source.slice(element.firstChild!.startIndex!, element.lastChild!.endIndex! + 1);
    yield put('remove', '');
    yield put('empty', `${tag(element.attribs)}/>`);
    yield put('junk', `${tag(element.attribs)}>Zq x9</${element.name}>`);
    yield put('markup', `${tag(element.attribs)}><b>Zq</b> &amp; <i class="y"/>x9</${element.name}>`);
    for (const name of Object.keys(element.attribs)) {
      const change = (kind: string, value: string | undefined): Mutation => ({
        ...put(`${kind} @${name} of`, `${tag({ ...element.attribs, [name]: value ?? DROP })}>${inner}</${element.name}>`),
        paths: [`${plain(element)}/@${name}`, `${bare(element)}/@${name}`],
      });
      yield change('remove', undefined);
      yield change('empty', '');
      yield change('junk', 'Zq<x>9');
    }
  }
}

/** Of the paragraphs the first three stand for all. */
function isFurtherParagraph(element: Element): boolean {
  return localName(element) === 'p' && children(element.parent!, 'p').indexOf(element) > 2;
}

const DROP = '\0';

function printed(attributes: Readonly<Record<string, string>>): string {
  const escaped = (value: string): string => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  return Object.entries(attributes)
    .filter(([, value]) => value !== DROP)
    .map(([name, value]) => ` ${name}="${escaped(value)}"`)
    .join('');
}

function below(element: Element): Element[] {
  return children(element).flatMap((inner) => [inner, ...below(inner)]);
}

/** `/NewsML/NewsItem/…/Property=City`. */
function plain(element: Element): string {
  const name = localName(element) === 'Property' ? `=${element.attribs['FormalName'] ?? ''}` : '';
  return `${bare(element)}${name}`;
}

function bare(element: Element): string {
  return pathOf(element).replace(/\[\d+\]/g, '');
}

function feedersOf(element: Element): string[] {
  return [element, ...below(element)].flatMap((each) => [
    plain(each),
    ...Object.keys(each.attribs).map((name) => `${plain(each)}/@${name}`),
  ]);
}

function allowed(paths: readonly string[]): string[] {
  return FEEDS.filter(([form]) => paths.some((path) => form.test(path))).flatMap(([, fields]) => fields);
}

/** Values by dotted path without places; `x` and provenance follow whatever changes. */
function fieldsOf(value: unknown, path = ''): Map<string, string> {
  const found = new Map<string, string>();
  const visit = (node: unknown, here: string): void => {
    if (/^(?:x|provenance)$/.test(here)) return;
    if (Array.isArray(node)) for (const each of node) visit(each, here);
    else if (typeof node === 'object' && node !== null)
      for (const [name, each] of Object.entries(node)) visit(each, here === '' ? name : `${here}.${name}`);
    else found.set(here, `${found.get(here) ?? ''}|${String(node)}`);
  };
  visit(value, path);
  return found;
}

function changed(before: Article, after: Article): string[] {
  const [one, other] = [fieldsOf(before), fieldsOf(after)];
  return [...new Set([...one.keys(), ...other.keys()])].filter((path) => one.get(path) !== other.get(path));
}

function read(text: string): Article[] {
  const result = normalize(text, { now: NOW, receivedAt: NOW });
  if (!result.ok) throw result.error;
  return result.items.flatMap((item) => (item.ok ? [item.article] : []));
}

describe('no change of one element of an AFP file loses the document or another field', () => {
  test.each(FIXTURES)('%s', (name) => {
    const source = readFileSync(join(root, name, 'input.xml'), 'utf8');
    const [before] = read(source);
    const wrong: string[] = [];
    for (const mutation of mutationsOf(source)) {
      if (/\/NewsItem$/.test(mutation.name)) continue;
      const result = normalize(mutation.text, { now: NOW, receivedAt: NOW });
      if (!result.ok) {
        wrong.push(`${mutation.name}: lost, ${result.error.code}`);
        continue;
      }
      const fields = allowed(mutation.paths);
      const other = changed(before!, result.article).filter(
        (path) => !fields.some((field) => path === field || path.startsWith(`${field}.`)),
      );
      if (other.length > 0) wrong.push(`${mutation.name}: ${other.join(', ')}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('forms that AFP files come in', () => {
  const source = readFileSync(join(root, 'normal', 'input.xml'), 'utf8');
  const one = (text: string): Article => read(text)[0]!;

  test.each([
    ['20260302T171000+0000', '2026-03-02T17:10:00Z'],
    ['20260302T181000+0100', '2026-03-02T17:10:00Z'],
    ['20260302T171000Z', '2026-03-02T17:10:00Z'],
    ['20260302T171000', null],
    ['20260302', null],
    ['soon', null],
  ])('moment %s', (written, utc) => {
    const { times, body } = one(source.replaceAll('20260302T171000+0000', written));
    expect(times.versionCreated).toMatchObject({ raw: written, utc });
    expect(times.firstCreated).toMatchObject({ raw: written, utc });
    expect(times.sent?.utc).toBe('2026-03-02T17:10:00Z');
    expect(body.blocks.length).toBe(one(source).body.blocks.length);
  });

  test('a headline with markup is read as its words', () => {
    const marked = source.replace('Ferry pilots walk out', 'Ferry <b>pilots</b> walk <i>out</i>');
    expect(one(marked).headline.text).toBe('Ferry pilots walk out over night crossings');
  });

  test.each([
    ['absent', /<Status FormalName="Usable"\/>/, '', 'pubstatus-missing'],
    ['empty', /<Status FormalName="Usable"\/>/, '<Status FormalName=""/>', 'pubstatus-missing'],
    ['no management at all', /<NewsManagement>.*<\/NewsManagement>/, '', 'pubstatus-missing'],
    ['unknown', /"Usable"/, '"Sideways"', 'pubstatus-unknown'],
  ])('a status that is %s holds the item', (_, form, put, reason) => {
    const { status, body } = one(source.replace(form, put));
    expect(status).toMatchObject({ publishable: false, effective: 'withheld', reasons: [reason] });
    expect(body.blocks.length).toBeGreaterThan(3);
  });

  test('several items of a file are each read as if alone, and a broken one costs no other', () => {
    const [item] = /<NewsItem .*<\/NewsItem>/.exec(source)!;
    const second = item.replaceAll('VLM01', 'VLM02');
    const [first, other, ...more] = read(source.replace(item, `${item}${second}<NewsItem/>`));
    expect(changed(one(source), first!)).toEqual([]);
    expect(changed(one(source.replace(item, second)), other!)).toEqual([]);
    expect(more.map(({ status }) => status.publishable)).toEqual([false]);
  });
});
