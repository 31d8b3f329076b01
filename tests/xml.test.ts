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
    ['too deep a nest', `${'<a>'.repeat(101)}${'</a>'.repeat(101)}`, 'xml.too-deep'],
    ['too many attributes', `<a ${Array.from({ length: 257 }, (_, i) => `a${i}="1"`).join(' ')}/>`, 'xml.too-many-attributes'],
  ])('refuses %s', (_what, text, code) => {
    expect(fault(text).code).toBe(code);
  });

  test('says where', () => {
    expect(fault('<a>\n  <b></c>\n</a>').where).toMatchObject({ line: 2 });
  });

  test('passes over a bare external DTD', () => {
    expect(readXml('<!DOCTYPE nitf SYSTEM "nitf.dtd"><nitf/>').children.filter((node) => isTag(node))).toHaveLength(1);
  });
});
