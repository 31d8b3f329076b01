import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../src/faults.ts';
import { decode } from '../src/ingest/decode.ts';

const STORY = 'Überfahrt nach Örö: “Die Fähre fährt”, sagt Çağla Ström. Ein zweiter Satz folgt hier.';
const bytes = (text: string, encoding = 'utf-8'): Uint8Array => iconv.encode(text, encoding);

function code(input: Uint8Array): string {
  try {
    decode(input, {});
  } catch (thrown) {
    if (thrown instanceof BadInput) return thrown.code;
    throw thrown;
  }
  return 'accepted';
}

describe('bytes to text', () => {
  test.each([
    [
      'a byte order mark beats the header',
      iconv.encode(STORY, 'utf-16le', { addBOM: true }),
      { mediaType: 'text/plain; charset=iso-8859-1' },
      'utf-16le',
      'bom',
    ],
    [
      'the header beats the prolog',
      bytes(`<?xml version="1.0" encoding="utf-8"?><a>Überfahrt</a>`, 'windows-1250'),
      { mediaType: 'text/xml; charset=windows-1250' },
      'windows-1250',
      'header',
    ],
    ['the prolog', bytes(`<?xml version="1.0" encoding="iso-8859-15"?><a>Überfahrt</a>`, 'iso-8859-15'), {}, 'iso-8859-15', 'declaration'],
    [
      'the meta element',
      bytes(`<html><meta charset="windows-1251"><p>Überfahrt Привет</p>`, 'windows-1251'),
      {},
      'windows-1251',
      'declaration',
    ],
    ['valid UTF-8 shows itself', bytes(STORY), {}, 'utf-8', 'detection'],
    ['UTF-16 without a mark', bytes(STORY, 'utf-16be'), {}, 'utf-16be', 'detection'],
    ['nothing said, not UTF-8', bytes('Überfahrt nach Örö', 'windows-1252'), {}, 'windows-1252', 'fallback'],
  ])('%s', (_what, input, known, encoding, basis) => {
    const decoded = decode(input, known);
    expect(decoded).toMatchObject({ encoding, encodingBasis: basis });
    if (!/Привет/.test(iconv.decode(Buffer.from(input), encoding))) expect(decoded.text).toMatch(/Überfahrt/);
    expect(decoded.text).not.toMatch(/^\ufeff/);
  });

  test('a fallback and a wrong declaration are flagged, and nothing is lost silently', () => {
    expect(decode(bytes('Überfahrt nach Örö', 'windows-1252'), {}).repairs).toMatchObject([{ code: 'encoding.fallback' }]);
    const wrong = decode(bytes('<?xml version="1.0" encoding="utf-8"?><a>Über Örö, Ärö</a>', 'windows-1252'), {});
    expect(wrong.text).toContain('Über Örö');
    expect(wrong.repairs).toMatchObject([{ code: 'encoding.misdeclared' }]);
    const broken = decode(Buffer.concat([bytes(STORY.repeat(20)), Buffer.from([0xff]), bytes(STORY)]), {});
    expect(broken.repairs.length).toBeGreaterThan(0);
  });

  test('UTF-7 is never read', () => {
    expect(code(bytes('<?xml version="1.0" encoding="utf-7"?><a>+ADw-b+AD4-</a>'))).toBe('input.encoding');
  });

  test.each([
    ['latin-1 that is UTF-8', bytes('<p>Überfahrt nach Örö</p>'), 'text/html; charset=iso-8859-1', 'utf-8', 'encoding.misdeclared'],
    ['UTF-16 that is UTF-8', bytes('<?xml version="1.0" encoding="utf-16"?><p>Überfahrt</p>'), '', 'utf-8', 'encoding.misdeclared'],
    [
      'UTF-8 that is UTF-16',
      bytes('<?xml version="1.0" encoding="utf-8"?><p>Überfahrt</p>', 'utf-16le'),
      '',
      'utf-16le',
      'encoding.misdeclared',
    ],
    ['a charset nobody knows', bytes('<p>Überfahrt</p>'), 'text/html; charset=klingon-8', 'utf-8', 'encoding.unknown'],
    ['hex, which is no charset', bytes('<p>Überfahrt</p>'), 'text/html; charset=hex', 'utf-8', 'encoding.unknown'],
  ])('bytes beat a wrong label: %s', (_what, input, mediaType, encoding, repair) => {
    const decoded = decode(input, { mediaType });
    expect(decoded).toMatchObject({ encoding, repairs: [{ code: repair }] });
    expect(decoded.text).toContain('Überfahrt');
  });

  test('control characters from a wrong conversion become what was meant', () => {
    const decoded = decode(bytes('\u0093Die Fähre fährt\u0094, sagt sie \u0096 heute'), {});
    expect(decoded.text).toBe('“Die Fähre fährt”, sagt sie – heute');
    expect(decoded.repairs).toEqual([{ code: 'encoding.c1-repaired', detail: expect.stringMatching(/^3 /) as string }]);
  });

  test('a damaged character in good UTF-8 is counted, not guessed', () => {
    const decoded = decode(Buffer.concat([bytes(STORY), Buffer.from([0xe2, 0x82, 0x20]), bytes(STORY)]), {
      mediaType: 'text/plain; charset=utf-8',
    });
    expect(decoded).toMatchObject({ encoding: 'utf-8', repairs: [{ code: 'encoding.replaced', detail: '1 unreadable characters' }] });
  });

  test('charsets beyond the western ones', () => {
    const japanese = Uint8Array.from([
      ...bytes('<?xml version="1.0" encoding="iso-2022-jp"?><a>'),
      0x1b,
      0x24,
      0x42,
      0x46,
      0x7c,
      0x4b,
      0x5c,
      0x1b,
      0x28,
      0x42,
      ...bytes('</a>'),
    ]);
    expect(decode(japanese, {}).text).toContain('<a>日本</a>');
  });

  test('gzip is unpacked within bounds', () => {
    expect(decode(gzipSync(bytes(STORY)), {}).text).toBe(STORY);
    expect(code(gzipSync(Buffer.alloc(60_000_000, 32)))).toBe('input.compression');
    expect(code(Uint8Array.from([0x1f, 0x8b, 1, 2, 3]))).toBe('input.compression');
  });

  test('empty and binary documents are refused, oversized ones cut', () => {
    expect(code(new Uint8Array())).toBe('input.empty');
    expect(code(bytes(' \n '))).toBe('input.empty');
    expect(code(Uint8Array.from({ length: 400 }, (_, i) => (i * 37) % 5))).toBe('input.binary');
    expect(decode(Buffer.alloc(20_000_001, 97), {})).toMatchObject({ cut: true, text: 'a'.repeat(20_000_000) });
  });
});
