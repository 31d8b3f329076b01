import { Element } from 'domhandler';
import { textContent } from 'domutils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../src/faults.ts';
import { LooseReader, readLooseXml } from '../src/ingest/loose-xml.ts';
import { LooseElement } from '../src/ingest/loose/loose-element.ts';
import { vocabularyOf } from '../src/ingest/namespaces.ts';
import { feedRoot } from '../src/ingest/root-element.ts';
import { cpuRatio } from './cpu-ratio.ts';

const codes = (text: string): string[] => readLooseXml(text).repairs.map(({ code }) => code);

function elements(text: string): Element[] {
  const found: Element[] = [];
  const open = [...readLooseXml(text).document.children];
  for (let node = open.shift(); node !== undefined; node = open.shift()) {
    if (!(node instanceof Element)) continue;
    found.push(node);
    open.unshift(...node.children);
  }
  return found;
}

const textAt = (text: string, name: string): string[] =>
  elements(text)
    .filter((element) => element.name === name)
    .map((element) => textContent(element));

describe('readLooseXml', () => {
  test('well-formed XML needs no repair', () => {
    expect(codes('<?xml version="1.0"?><a b="1"><c/><![CDATA[<&]]><!-- < & --></a>')).toEqual([]);
  });

  test('XML, numeric and HTML references are decoded once', () => {
    const title = '<t>&amp;eacute; &eacute; &#233; &#xE9; &hellip; &lt;b&gt;</t>';
    expect(textAt(title, 't')).toEqual(['&eacute; é é é … <b>']);
    expect(codes(title)).toEqual([]);
  });

  test('a bare ampersand and names without semicolon stay as written', () => {
    const link = '<link>http://wire.example/?a=1&b=2&copy=3</link>';
    expect(textAt(link, 'link')).toEqual(['http://wire.example/?a=1&b=2&copy=3']);
    expect(codes(link)).toEqual(['xml.bare-ampersand']);
  });

  test('a bare < is text, and what follows it is not lost', () => {
    const text = '<r><t>5 < 6 and a <b and c<3</t><l>x</l></r>';
    expect(textAt(text, 't')).toEqual(['5 < 6 and a <b and c<3']);
    expect(textAt(text, 'l')).toEqual(['x']);
    expect(codes(text)).toContain('xml.bare-less-than');
  });

  test('a < inside an attribute is no repair of the text around it', () => {
    const [category] = elements('<r><c domain="a<b>c">News</c></r>').filter(({ name }) => name === 'c');
    expect(category?.attribs).toEqual({ domain: 'a<b>c' });
  });

  test('unquoted attributes are read and noted', () => {
    const [enclosure] = elements('<e url=http://wire.example/p.jpg length=5></e>');
    expect(enclosure?.attribs).toEqual({ url: 'http://wire.example/p.jpg', length: '5' });
    expect(codes('<e length=5></e>')).toEqual(['xml.unquoted-attribute']);
  });

  test('a document that ends in a tag, in CDATA, in a comment or in text is truncated and keeps what came before', () => {
    for (const end of ['<it', '<![CDATA[half', '<!-- half', 'half', '<a href="x']) {
      const text = `<r><i>one</i><i>two${end}`;
      const { repairs, unfinished } = readLooseXml(text);
      expect(
        repairs.map(({ code }) => code),
        end,
      ).toContain('xml.truncated');
      expect([...unfinished].map(({ name }) => name).sort(), end).toEqual(['i', 'r']);
      expect(textAt(text, 'i')[0]).toBe('one');
    }
  });

  test('an element closed by its parent is unclosed, not truncated', () => {
    expect(codes('<r><d>line<br>two</d></r>')).toEqual(['xml.unclosed-element']);
    expect(codes('<r><d/><e a="1"/></r>')).toEqual([]);
  });

  test('nothing that a DOCTYPE declares is expanded or seen', () => {
    const text = '<!DOCTYPE r [<!ENTITY bomb "<item>boom</item>"><!ENTITY file SYSTEM "file:///etc/passwd">]><r>&bomb; &file;</r>';
    expect(elements(text).map(({ name }) => name)).toEqual(['r']);
    expect(textAt(text, 'r')).toEqual(['&bomb; &file;']);
    expect(codes(text)).toEqual(['xml.entity-declaration', 'xml.undefined-entity']);
  });

  test('characters that XML forbids go', () => {
    expect(textAt('<t>be\u0007ll &#0;</t>', 't')).toEqual(['bell \ufffd']);
    expect(textAt('<t>&#xD83D;&#xDE00; &#xD83D;</t>', 't')).toEqual(['😀 \ufffd']);
  });

  test('nesting is flattened, and beyond all reason refused', () => {
    const deep = `${'<a>'.repeat(20_000)}x${'</a>'.repeat(20_000)}`;
    expect(codes(`<r>${deep}<i>two</i></r>`)).toEqual(['xml.too-deep']);
    expect(textAt(`<r>${deep}<i>two</i></r>`, 'i')).toEqual(['two']);
    expect(() => readLooseXml('<a>'.repeat(60_000))).toThrow(BadInput);
  });

  test('positions count in the text given, also behind a repair', () => {
    const text = '<!DOCTYPE r [<!ENTITY a "b">]><r><t>1 < 2</t><u>here</u></r>';
    const [element] = elements(text).filter(({ name }) => name === 'u');
    expect(text.slice(element?.startIndex ?? 0, (element?.endIndex ?? 0) + 1)).toBe('<u>here</u>');
  });

  test('names of Object.prototype are only names', () => {
    const text = '<r><__proto__ polluted="1"><constructor>x</constructor></__proto__><t __proto__="1" toString="2">y</t></r>';
    expect(textAt(text, 't')).toEqual(['y']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  test('no text throws anything but bad input', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '&',
      '"',
      "'",
      '=',
      '/',
      '!',
      '?',
      '[',
      ']',
      'a',
      ' ',
      '<!DOCTYPE',
      '<![CDATA[',
      ']]>',
      '<!--',
      '-->',
      '<item>',
      '</item>',
      '&#x',
      ';',
      'xmlns:a=',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const { document } = readLooseXml(text);
        expect(document.children.length).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 400 },
    );
  });
});

/** Reads, or refuses what is nested beyond all reason. */
function orTooDeep(text: string): void {
  try {
    readLooseXml(text);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(BadInput);
  }
}

describe('cost', () => {
  test.each([
    '<',
    '<a>',
    '<a b="',
    '<a b="<a" ',
    '<a b=\'<a b="',
    '</',
    '</a ',
    '<!',
    '<!--',
    '<![CDATA[',
    '<?',
    '&',
    '&#x',
    '<item>',
    '<item/>',
    '<!DOCTYPE a [',
  ])('time grows with length: %s', (unit) => {
    expect(cpuRatio(orTooDeep, unit)).toBeLessThan(25);
  });

  test('records are handed over and forgotten, one that never ends too', () => {
    const seen: [string, boolean][] = [];
    const reader = new LooseReader('<rss><channel><item>a</item><item>b<item>c</item><title>t</title><item>d', new Set(['rss:item']));
    for (let record = reader.next(); record !== undefined; record = reader.next())
      seen.push([textContent(record.element), record.complete]);
    const { document } = reader.finish();
    expect(seen).toEqual([
      ['a', true],
      ['b', true],
      ['c', true],
      ['d', false],
    ]);
    expect(textContent(document)).toBe('t');
  });

  test('a document of faults is left, with what was read before', () => {
    const { repairs, document } = readLooseXml(`<rss><title>t</title><a>${'< '.repeat(150_000)}</a><b>late</b></rss>`);
    expect(repairs.map(({ code }) => code)).toContain('xml.too-many-mends');
    expect(textContent(document)).not.toContain('late');
  });
});

describe('namespaces', () => {
  const keys = (text: string): string[] => {
    const root = readLooseXml(text).document.children.find((node) => node instanceof Element);
    return (root?.children ?? []).flatMap((node) => (node instanceof LooseElement ? [node.key] : []));
  };

  test('the address decides, not the prefix; wrong variants count', () => {
    expect(keys('<rss xmlns:d="http://purl.org/dc/elements/1.1/"><d:creator/></rss>')).toEqual(['dc:creator']);
    expect(keys('<rss xmlns:dc="http://other.example/"><dc:creator/></rss>')).toEqual(['http://other.example/:creator']);
    expect(vocabularyOf('https://search.yahoo.com/mrss')).toBe('media');
    expect(vocabularyOf('http://www.itunes.com/DTDs/PodCast-1.0.dtd')).toBe('itunes');
    expect(vocabularyOf('http://other.example/')).toBeUndefined();
  });

  test('a prefix that nobody declared is read as usual; one declared on an element holds inside it', () => {
    expect(keys('<rss><media:content/><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/"/><zz:a/></rss>')).toEqual([
      'media:content',
      'dc:creator',
      'zz:a',
    ]);
  });
});

describe('feedRoot', () => {
  test('looks at the root element after junk', () => {
    expect(feedRoot('<?xml version="1.0"?><!-- <feed> --><rss version="2.0">')).toBe('rss');
    expect(feedRoot('Warning: x\n<br />\n<b>Notice</b><a:feed xmlns:a="http://www.w3.org/2005/Atom">')).toBe('atom');
    expect(feedRoot('<rdf:RDF xmlns:rdf="x">')).toBe('rss');
    expect(feedRoot('<!DOCTYPE html><html><body><rss>')).toBeUndefined();
    expect(feedRoot('{"content": "<rss>"}')).toBeUndefined();
    expect(feedRoot('no markup')).toBeUndefined();
  });
});
