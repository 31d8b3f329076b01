import { isTag, isText, type Element } from 'domhandler';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../src/faults.ts';
import { readXml } from '../src/ingest/xml.ts';

function fault(text: string): BadInput {
  try {
    readXml(text);
  } catch (thrown) {
    if (thrown instanceof BadInput) return thrown;
    throw thrown;
  }
  throw new Error('was accepted');
}

describe('the XML gate', () => {
  test('builds the tree with the places of tags and texts', () => {
    const text = '<a x="1">\n  <b>Caf&#233; &amp; bar</b><c/></a>';
    const root = readXml(text).children.find((node): node is Element => isTag(node));
    const b = root?.children.find((node): node is Element => isTag(node));
    expect(b?.name).toBe('b');
    expect(text.slice(b?.startIndex ?? 0, (b?.endIndex ?? 0) + 1)).toBe('<b>Caf&#233; &amp; bar</b>');
    const inner = b?.firstChild;
    expect(inner != null && isText(inner) ? inner.data : '').toBe('Café & bar');
    expect(text.slice(inner?.startIndex ?? 0, (inner?.endIndex ?? 0) + 1)).toBe('Caf&#233; &amp; bar');
    expect(root?.attribs['x']).toBe('1');
  });

  test.each([
    ['a missing end tag', '<a>\n<b></a>', 'xml.not-well-formed'],
    ['a cut document', '<a><b>text', 'xml.not-well-formed'],
    ['an undeclared prefix', '<x:a/>', 'xml.not-well-formed'],
    ['an undeclared entity', '<a>&rsquo;</a>', 'xml.not-well-formed'],
    ['a declared entity', '<!DOCTYPE a [<!ENTITY e "boom">]><a>&e;</a>', 'xml.entity-refused'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a/>', 'xml.entity-refused'],
    ['a declared default attribute', '<!DOCTYPE a [<!ATTLIST a b CDATA "c">]><a/>', 'xml.doctype-refused'],
    ['a parameter entity', '<!DOCTYPE a [ %x; ]><a/>', 'xml.doctype-refused'],
    ['a part of the DTD by address', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://example.org/x.dtd"> %x; ]><a/>', 'xml.entity-refused'],
    ['a file that is no DTD', '<!DOCTYPE a [<!ENTITY % x SYSTEM "../etc/passwd"> %x; ]><a/>', 'xml.entity-refused'],
    ['an unnamed parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "x.dtd"> %y; ]><a/>', 'xml.doctype-refused'],
    ['half a public identifier', '<!DOCTYPE a PUBLIC "-//X//EN"><a/>', 'xml.not-well-formed'],
    ['a text without end', `<a>${'x'.repeat(5_000_001)}</a>`, 'xml.too-long-text'],
    ['too deep a nest', `${'<a>'.repeat(101)}${'</a>'.repeat(101)}`, 'xml.too-deep'],
    ['too many attributes', `<a ${Array.from({ length: 257 }, (_, i) => `a${i}="1"`).join(' ')}/>`, 'xml.too-many-attributes'],
  ])('refuses %s', (_what, text, code) => {
    expect(fault(text).code).toBe(code);
  });

  test('says where', () => {
    expect(fault('<a>\n  <b></c>\n</a>').where).toMatchObject({ line: 2 });
  });

  test('passes over a bare external DTD', () => {
    const parted = '<!DOCTYPE NewsML PUBLIC "urn:x" "../NewsML.dtd" [\n<!ENTITY % nitf SYSTEM "nitf-3-0.dtd"> %nitf;\n]><NewsML/>';
    expect(readXml(parted).children.filter((node) => isTag(node))).toHaveLength(1);
    expect(readXml('<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf/>').children.filter((node) => isTag(node))).toHaveLength(1);
  });

  test('knows where each text stands, beside comments, CDATA and instructions and across chunks', () => {
    const filler = 'Füllung '.repeat(20_000);
    const text = `<?xml version="1.0"?>\r\n<a><p>${filler}</p>eins<!-- c -->zwei<![CDATA[<drei>]]>vier<?pi x?>fünf\r\n<b/>😀sechs</a>`;
    const root = readXml(text).children.find((node): node is Element => isTag(node));
    const texts = (root?.children ?? []).filter((node) => isText(node));
    expect(texts.map((node) => text.slice(node.startIndex ?? 0, (node.endIndex ?? 0) + 1))).toEqual([
      'eins',
      'zwei',
      '<![CDATA[<drei>]]>',
      'vier',
      'fünf\r\n',
      '😀sechs',
    ]);
    expect(texts.map((node) => node.data).join('')).toBe('einszwei<drei>vierfünf\n😀sechs');
  });

  test('stops at the first fault', () => {
    expect(fault(`<a></b>${'<c/>'.repeat(1_000_000)}`).where.line).toBe(1);
  });
});
