import { Element, Text, type ChildNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import type { ParsedBlock } from '../src/article/parsed-item.ts';
import { blocksOf, textOf } from '../src/ingest/markup.ts';
import { readXml } from '../src/ingest/xml.ts';

function read(html: string): ParsedBlock[] {
  const { children } = parseDocument(html, { withStartIndices: true, withEndIndices: true });
  return blocksOf(children, '/body');
}

/** Type and text only. */
function lines(html: string): string[] {
  return read(html).map(({ type, text, items }) => `${type}: ${text ?? items?.map((item) => item.text).join(' | ') ?? ''}`);
}

function nested(name: string, depth: number, leaf: ChildNode): ChildNode {
  let node = leaf;
  for (let level = 0; level < depth; level += 1) {
    const outer = new Element(name, {}, [node]);
    node.parent = outer;
    node = outer;
  }
  return node;
}

describe('blocks of a body', () => {
  test('keep the printed order, in HTML and NITF alike', () => {
    const html = `<div><h1>Ferry back</h1>Loose words <i>before</i><p>First  of
      two.</p><section><p>Second.</p></section><hr><ul><li>one</li><li>two</li></ul><blockquote><p>Said so.</p></blockquote>after</div>`;
    const expected = [
      'heading: Ferry back',
      'paragraph: Loose words before',
      'paragraph: First of two.',
      'paragraph: Second.',
      'divider: ',
      'list: one | two',
      'quote: Said so.',
      'paragraph: after',
    ];
    expect(lines(html)).toEqual(expected);
    const nitf = readXml(
      '<body.content><block><hl2>Ferry back</hl2><p>First.</p><bq><block><p>Said so.</p></block></bq></block></body.content>',
    );
    expect(blocksOf(nitf.children, '').map(({ type, text }) => [type, text])).toEqual([
      ['heading', 'Ferry back'],
      ['paragraph', 'First.'],
      ['quote', 'Said so.'],
    ]);
  });

  test('heading levels lie between 2 and 6', () => {
    expect(read('<h1>a</h1><h2>b</h2><h4>c</h4><h6>d</h6>').map(({ level }) => level)).toEqual([2, 2, 4, 6]);
  });

  test('two line breaks part paragraphs, one does not', () => {
    expect(lines('One<br>and on.<br><br>Two.<br/> <br/>Three.')).toEqual([
      'paragraph: One and on.',
      'paragraph: Two.',
      'paragraph: Three.',
    ]);
    expect(lines('<p>One.<br><br>Two.</p>')).toEqual(['paragraph: One.', 'paragraph: Two.']);
  });

  test('empty blocks, scripts and templates are left out', () => {
    expect(
      lines(
        '<p> &nbsp; </p><p></p><script>x()</script><style>p{}</style><template><p>t</p></template><p>Kept<script>y()</script>.</p><ul><li> </li></ul>',
      ),
    ).toEqual(['paragraph: Kept.']);
  });

  test('tables and pictures', () => {
    expect(read('<table><tr><th>Port</th><th>Boats</th></tr><tr><td>Öra</td><td><b>4</b></td></tr></table>')[0]).toMatchObject({
      type: 'table',
      header: [[{ text: 'Port' }, { text: 'Boats' }]],
      rows: [[{ text: 'Öra' }, { text: '4', html: '<strong>4</strong>' }]],
    });
    expect(
      read('<figure><a href="/x"><img src="https://img.example/1.jpg"></a><figcaption>The <i>Alma</i> in port</figcaption></figure>'),
    ).toMatchObject([{ type: 'image', url: 'https://img.example/1.jpg', caption: 'The Alma in port' }]);
    expect(read('<p>Words <img src="https://img.example/2.jpg"> and more</p>').map(({ type }) => type)).toEqual([
      'paragraph',
      'image',
      'paragraph',
    ]);
  });

  test('nothing is lost in lists, headings, preformatted text, layout tables and figures', () => {
    expect(lines('<ul>Ports<li><p>Öra</p><p>north</p></li></ul>')).toEqual(['list: Ports | Öra north']);
    expect(lines('<h2>Ferry<br><br>back</h2>')).toEqual(['heading: Ferry back']);
    expect(lines('<pre>ÖRA (Wire)\n- First.\n\nSecond.\n</pre>')).toEqual(['paragraph: ÖRA (Wire) - First.', 'paragraph: Second.']);
    expect(lines('<table><tr><td><p>One.</p><p>Two.</p></td></tr></table>')).toEqual(['paragraph: One.', 'paragraph: Two.']);
    expect(read('<figure><img src="/1.jpg"><img data-src="/2.jpg" src="data:x"><figcaption>Both</figcaption></figure>')).toMatchObject([
      { type: 'image', url: '/1.jpg' },
      { type: 'image', url: '/2.jpg' },
      { type: 'paragraph', text: 'Both' },
    ]);
    const media = '<media media-type="image"><media-reference source="a.jpg"/><media-caption><p>The Alma</p></media-caption></media>';
    expect(blocksOf(readXml(`<block>${media}</block>`).children, '')).toMatchObject([{ type: 'image', url: 'a.jpg', caption: 'The Alma' }]);
  });

  test('every path is its own and every span holds its text', () => {
    const html = '<div>a<p>b</p>c<p>d<br><br>e</p></div><div>f<p>g</p></div>h';
    const blocks = read(html);
    expect(blocks.map(({ text }) => text)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    expect(new Set(blocks.map(({ path }) => path)).size).toBe(blocks.length);
    for (const { text = '', span } of blocks) expect(html.slice(...(span ?? [0, 0]))).toContain(text);
  });
});

describe('inline markup', () => {
  test('is kept by an allow-list, else only its text', () => {
    expect(read('<p>A <b>bold</b> <i class="x" onclick="y()">word</i>, H<sub>2</sub>O, <u>plain</u></p>')[0]).toMatchObject({
      text: 'A bold word, H2O, plain',
      html: 'A <strong>bold</strong> <em>word</em>, H<sub>2</sub>O, plain',
    });
    expect(read('<p>Plain &amp; simple &lt;b&gt;</p>')[0]).toEqual(expect.not.objectContaining({ html: expect.anything() as unknown }));
  });

  test.each([
    ['<a href="javascript:x()">go</a> <b>b</b>', 'go <strong>b</strong>'],
    ['<a href=" java\tscript:x()">go</a> <b>b</b>', 'go <strong>b</strong>'],
    ['<a href="data:text/html,x">go</a> <b>b</b>', 'go <strong>b</strong>'],
    ['<a href="https://a.example/?q=1&amp;r=2" onclick="x()">go</a>', '<a href="https://a.example/?q=1&amp;r=2">go</a>'],
    ['<a href="mailto:desk@a.example">go</a>', '<a href="mailto:desk@a.example">go</a>'],
    ['<b>&lt;script&gt;x()&lt;/script&gt;</b>', '<strong>&lt;script&gt;x()&lt;/script&gt;</strong>'],
    ['<x:script>x()</x:script><b>b</b>', '<strong>b</strong>'],
  ])('%s', (source, html) => {
    expect(read(`<p>${source}</p>`)[0]?.html).toBe(html);
  });
});

describe('hostile shapes', () => {
  test.each(['div', 'b', 'p', 'ul', 'blockquote', 'table', 'span', 'figure'])('50,000 nested %s', (name) => {
    const node = nested(name, 50_000, new Text('deep'));
    expect(textOf(node).trim()).toBe('deep');
    const blocks = blocksOf([node], '');
    expect(blocks.length).toBeLessThan(2);
    expect(JSON.stringify(blocks)).toContain('deep');
  });

  test('time grows with the size, not with its square', () => {
    const timed = (count: number): number => {
      const nodes = parseDocument('<p>a <b>c</b><br>'.repeat(count) + '<br>x'.repeat(count) + '<span>y'.repeat(200)).children;
      const start = performance.now();
      blocksOf(nodes, '');
      return performance.now() - start;
    };
    timed(2_000);
    expect(timed(20_000)).toBeLessThan(60 * Math.max(5, timed(2_000)));
  });
});
