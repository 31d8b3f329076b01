import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { safeHtml } from '../src/ingest/safe-html.ts';
import { cpuRatio } from './cpu-ratio.ts';

const safe = (html: string): string => safeHtml(html, 'https://wire.example/news/');

/** What runs, loads or hides in HTML, looked for with another parser. */
function dangersIn(html: string): string[] {
  const found: string[] = [];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (/^(?:script|style|iframe|frame|object|embed|applet|meta|link|base|form|input|button|template|noscript)$/.test(name))
        found.push(name);
      for (const [key, value] of Object.entries(attributes)) {
        if (key.startsWith('on')) found.push(key);
        if (/^(?:javascript|vbscript|data):/i.test(value.replace(/[\x00-\x20]+/g, '')) && /href|src|poster|cite/.test(key))
          found.push(value);
        if (key === 'style' && /url\s*\(|expression|@import/i.test(value)) found.push(value);
      }
    },
  });
  parser.end(html);
  return found;
}

describe('safeHtml', () => {
  test('text and plain markup come out as they went in', () => {
    const html = '<p>Fish &amp; chips &ndash; <b>5 &lt; 6</b> & more</p><ul><li>one</li></ul>';
    expect(safe(html)).toBe(html);
  });

  test('what runs is gone with its content, what only wraps loses its tags', () => {
    expect(safe('a<script>alert(1)</script>b<style>p{}</style><form><input>c</form>')).toBe('abc');
    expect(safe('<img src=x.jpg onerror="x()"><a href="java&#115;cript:x()" title="t">a</a>')).toBe(
      '<img src="https://wire.example/news/x.jpg"><a title="t">a</a>',
    );
    expect(safe('<p style="color:red">a</p><p style="background:url(x)">b</p>')).toBe('<p style="color:red">a</p><p>b</p>');
    expect(safe('shown<script>never closed <b>x</b>')).toBe('shown');
  });

  test('addresses are absolute, also in srcset; letters beyond ASCII stay legible', () => {
    expect(safe('<img srcset="/a.jpg 1x, b.jpg 2x">')).toBe(
      '<img srcset="https://wire.example/a.jpg 1x, https://wire.example/news/b.jpg 2x">',
    );
    expect(safe('<a href="ø.html?a=1&b=2">x</a>')).toBe('<a href="https://wire.example/news/ø.html?a=1&amp;b=2">x</a>');
  });

  test('tags are closed in order and where HTML closes them by itself', () => {
    expect(safe('<p>one<p>two<li>a<li>b')).toBe('<p>one</p><p>two</p><li>a</li><li>b</li>');
    expect(safe('<b><i>x</b></i></div>')).toBe('<b><i>x</i></b>');
    expect(safe('<br/><hr><a name="x"/>y')).toBe('<br><hr><a name="x"></a>y');
  });

  test('a < that begins nothing is text; declarations that never end swallow nothing', () => {
    expect(safe('5 < 6 <3 <')).toBe('5 &lt; 6 &lt;3 &lt;');
    expect(safe('a<!-- b -->c<!-- d > e')).toBe('ac e');
    expect(safe('<!DOCTYPE ~ <b>x</b>')).not.toContain('DOCTYPE');
    expect(safe("<!' <b>x</b>")).toBe("&lt;!' <b>x</b>");
  });

  test('drawings keep their shapes and nothing that runs', () => {
    expect(safe('<svg viewBox="0 0 9 9"><script>x()</script><title>t</title><circle r="4" onload="x()"/></svg>')).toBe(
      '<svg viewbox="0 0 9 9"><title>t</title><circle r="4"></circle></svg>',
    );
    expect(safe('<title>page</title>x')).toBe('x');
  });

  test('no text comes out dangerous, and what comes out stays as it is', () => {
    const part = fc.constantFrom(
      '<', '>', '"', "'", '=', '/', '!', '--', '&', ';', ' ', 'x', '<script>', '</script>', '<svg>', '<math>', '<title>', '</title>', '<p ',
      '<a href=', 'javascript:', 'java&#115;cript:', 'onerror=', '<img src=', '<style>', '<!--', '-->', '<![CDATA[', ']]>', '<table><td>', '\u0000', 'style=', 'url(',
    ); // prettier-ignore
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const once = safe(parts.join(''));
        expect(dangersIn(once), parts.join('')).toEqual([]);
        expect(safe(once)).toBe(once);
      }),
      { numRuns: 1_500 },
    );
  });

  test.each(['<', '<a ', '<a b="', '<a b=\'<a b="', '<!', '<!--', '<?', '</', '<script>', '<title>', '<b>', '&', '<a href=x ', '<xml>'])(
    'time grows with length: %s',
    (unit) => {
      expect(cpuRatio((text) => safe(text), unit)).toBeLessThan(25);
    },
  );
});
