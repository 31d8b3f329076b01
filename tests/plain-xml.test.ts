import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ChildNode, type Document, isTag, isText } from 'domhandler';
import { assert, constantFrom, integer, property, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainXml } from '../src/ingest/plain-xml.ts';
import { readGated } from '../src/ingest/xml.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/formats');
const CORPUS = join(import.meta.dirname, '../../shared/corpus');

if (!existsSync(CORPUS)) console.log(`skipped: the corpus is not beside this checkout (${CORPUS})`);

const documentsIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .filter((text) => /^\s*</.test(text.slice(0, 200)));

/** All that a tree says, places among it. */
function flat(node: ChildNode | Document): unknown {
  const inside = 'children' in node ? node.children.map(flat) : [];
  const attributes = isTag(node) ? [node.name, node.namespace, Object.entries(node.attribs)] : [];
  return [node.type, isText(node) ? node.data : '', node.startIndex, node.endIndex, attributes, inside];
}

function gated(text: string): unknown {
  try {
    return flat(readGated(text));
  } catch {
    return 'refused';
  }
}

/** What the plain reader reads, the gate reads alike; what it does not, it leaves to the gate. */
function expectSame(text: string): boolean {
  const plain = readPlainXml(text);
  if (plain === undefined) return false;
  expect(flat(plain)).toEqual(gated(text));
  return true;
}

describe('the reader of plain XML', () => {
  test('reads most files of agencies, and as the gate does', () => {
    const documents = documentsIn(FIXTURES).filter((text) => gated(text) !== 'refused');
    const read = documents.filter(expectSame);
    expect(read.length).toBeGreaterThan(documents.length * 0.85);
  });

  test.skipIf(!existsSync(CORPUS))('reads no file of the corpus otherwise than the gate', () => {
    const read = documentsIn(CORPUS).filter(expectSame);
    expect(read.length).toBeGreaterThan(2_000);
  });

  test('whatever is changed in a document, it never reads what the gate refuses', () => {
    const seeds = [
      '<?xml version="1.0" encoding="UTF-8"?>\r\n<a xmlns="urn:a" xmlns:b="urn:b" b:c="1" c=\'2\'>x &amp; y<b:d/><![CDATA[<z>]]><!-- n --><e f="&#233;\t"> t</e></a>\n',
      ...documentsIn(join(FIXTURES, 'newsml-g2'))
        .map((text) => text.slice(0, 4_000))
        .slice(0, 5),
    ];
    const bits = [
      '<',
      '>',
      '&',
      ';',
      '"',
      "'",
      '/',
      ']]>',
      '<!--',
      '-->',
      '--',
      '<?x?>',
      '<![CDATA[',
      ' xmlns:q=""',
      ' b:c="3"',
      ' a',
      '\0',
      '\r',
      '\ud800',
      '&#0;',
      '&#x110000;',
      '&nbsp;',
      'b:',
      ':',
      '=',
    ];
    assert(
      property(
        tuple(
          constantFrom(...seeds),
          integer({ min: 0, max: 4_000 }),
          integer({ min: 0, max: 6 }),
          constantFrom(...bits, ''),
          string({ maxLength: 3 }),
        ),
        ([seed, at, cut, bit, more]) => {
          const place = at % seed.length;
          expectSame(seed.slice(0, place) + bit + more + seed.slice(place + cut));
        },
      ),
      { numRuns: 4_000 },
    );
  });

  test.each([
    ['a document type', '<!DOCTYPE a><a/>'],
    ['an instruction', '<a><?x y?></a>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['an attribute twice by namespace', '<a xmlns:x="u" xmlns:y="u" x:b="1" y:b="2"/>'],
    ['an unknown prefix', '<x:a/>'],
    ['a second root', '<a/><b/>'],
    ['text behind the root', '<a/>x'],
    ['a cut document', '<a><b></b>'],
    ['nothing', ''],
  ])('leaves %s to the gate', (_what, text) => {
    expect(readPlainXml(text)).toBeUndefined();
  });
});
