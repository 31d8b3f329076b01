import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { BadInput } from '../../src/faults.ts';
import { readDocument } from '../../src/pipeline/read-document.ts';
import { exifOf, jpegOf, type PictureDescription } from '../picture-file.ts';

const STORY = {
  iim: [
    ['1:90', '\x1b%G'],
    ['2:05', 'VELMAR-WEATHER'],
    ['2:105', 'Ferries sail again'],
    ['2:110', 'AFP'],
    ['2:120', 'The ferry Aurelia leaves Ostrand. (Photo by Tora LIND / AFP)'],
  ],
  exif: { '0x010e': 'The ferry Aurelia leaves Ostrand. (Photo by Tora LIND / AFP)', '0x9003': '2026:03:04 15:42:10' },
  digest: 'current',
} as const satisfies PictureDescription;

function packet(inner: string, attributes = ''): string {
  return `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" ${attributes}>${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`;
}

const HEADLINE = packet('', 'photoshop:Headline="Ferries sail again" photoshop:Credit="AFP"');

function read(bytes: Uint8Array): Article {
  const [item] = readDocument(bytes, { receivedAt: '2026-03-05T12:00:00Z' }).items;
  if (item?.ok !== true) throw new Error('not read');
  return item.article;
}

function codes(article: Article): string[] {
  return article.provenance.repairs.map(({ code }) => code);
}

/** BadInput or an article, never anything else. */
function outcome(bytes: Uint8Array): string {
  try {
    const [item] = readDocument(bytes, { receivedAt: '2026-03-05T12:00:00Z' }).items;
    if (item?.ok === true) return 'article';
    return item === undefined || 'bug' in item ? 'bug' : item.error.code;
  } catch (thrown) {
    return thrown instanceof BadInput ? thrown.code : `threw ${String(thrown)}`;
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

function riff(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(data.length);
  return Buffer.concat([Buffer.from(type, 'latin1'), length, data, Buffer.alloc(data.length % 2)]);
}

describe('charsets of IIM', () => {
  test.each([
    [
      'named',
      {
        iim: [
          ['1:90', '\x1b%G'],
          ['2:105', 'Fähre in Ålvik'],
        ],
      },
      [],
    ],
    ['not named, UTF-8', { iim: [['2:105', 'Fähre in Ålvik']] }, []],
    ['not named, latin-1', { iim: [['2:105', 'Fähre in Ålvik']], iimCharset: 'latin1' }, ['encoding.fallback']],
    [
      'named wrongly',
      {
        iim: [
          ['1:90', '\x1b%G'],
          ['2:105', 'Fähre in Ålvik'],
        ],
        iimCharset: 'latin1',
      },
      ['encoding.misdeclared'],
    ],
  ] as const)('%s', (_name, about, repairs) => {
    const article = read(jpegOf(about));
    expect(article.headline.text).toBe('Fähre in Ålvik');
    expect(codes(article)).toEqual(repairs);
  });

  test('a value cut within a character keeps the characters before it', () => {
    const about = {
      iim: [
        ['1:90', '\x1b%G'],
        ['2:105', 'Ferry in Ålvik å'],
      ],
    } as const;
    // The last byte of the last character is outside the dataset.
    const article = read(jpegOf({ ...about, lengths: { '2:105': Buffer.byteLength('Ferry in Ålvik å') - 1 } }));
    expect([article.headline.text, codes(article)]).toEqual(['Ferry in Ålvik', []]);
  });
});

describe('what disagrees', () => {
  const disagreeing = packet('', 'photoshop:Headline="Ferries stay in port"');
  const about = { iim: [['2:105', 'Ferries sail again']] } as const;

  test('XMP holds where IIM is as it was, IIM where it was changed since', () => {
    expect(read(jpegOf({ ...about, digest: 'current' }, disagreeing)).headline.text).toBe('Ferries stay in port');
    expect(read(jpegOf(about, disagreeing)).headline.text).toBe('Ferries stay in port');
    const changed = read(jpegOf({ ...about, digest: 'outdated' }, disagreeing));
    expect(changed.headline.text).toBe('Ferries sail again');
    expect(changed.provenance.repairs).toEqual([
      { code: 'picture.conflict', detail: 'headline: iim "Ferries sail again" holds, not xmp "Ferries stay in port"' },
    ]);
  });

  test('a value that is only cut at its longest length, or has lost its letters, is no conflict', () => {
    const title = 'The ferry Aurelia leaves the port of Ostrand in heavy rain after the storm';
    const cut = { iim: [['2:05', title.slice(0, 64)]], digest: 'outdated' } as const;
    const whole = read(jpegOf(cut, packet(`<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${title}</rdf:li></rdf:Alt></dc:title>`)));
    expect(whole.slugline).toBe(title);
    const mangled = read(jpegOf({ exif: { '0x013b': 'Tora S?rli' }, iim: [['2:80', 'Tora Sørli']] }));
    expect(mangled.byline.raw).toBe('Tora Sørli');
    expect([...codes(whole), ...codes(mangled)]).toEqual([]);
  });

  test('a moment with a zone beats one without, and the same clock is no conflict', () => {
    const article = read(jpegOf({ ...STORY, iim: [...STORY.iim, ['2:55', '20260304'], ['2:60', '154210+0100']] }));
    expect(article.times.contentCreated?.utc).toBe('2026-03-04T14:42:10Z');
    expect(codes(article)).toEqual([]);
    expect(read(jpegOf(STORY)).times.contentCreated).toMatchObject({ utc: null, raw: '2026:03:04 15:42:10' });
  });
});

describe('status', () => {
  test('a release after sending is an embargo, one before it a publication, one without a time holds', () => {
    const sent = [
      ['1:70', '20260304'],
      ['1:80', '090000+0100'],
    ] as const;
    const released = (date: string, time?: string): Article =>
      read(jpegOf({ iim: [...STORY.iim, ...sent, ['2:30', date], ...(time === undefined ? [] : ([['2:35', time]] as const))] }));
    expect(released('20260306', '060000+0100').status).toMatchObject({ publishable: false, reasons: ['embargo-future'] });
    expect(released('20260304', '080000+0100').status).toMatchObject({ publishable: true, embargo: null });
    expect(released('20260307').status).toMatchObject({ publishable: false, reasons: ['embargo-unresolved'] });
  });

  test('a caption that is a kill closes the picture', () => {
    const killed = read(
      jpegOf({
        iim: [
          ['2:05', 'VELMAR'],
          ['2:120', 'MANDATORY KILL: remove the picture VELMAR of 4 March'],
        ],
      }),
    );
    expect(killed.status).toMatchObject({ kind: 'kill', publishable: false });
    expect(read(jpegOf({ iim: [['2:120', 'Flash floods kill 12 in Ostrand, March 4, 2026.']] })).status.publishable).toBe(true);
  });

  test('a caption that begins with an embargo closes the picture until then, news of one does not', () => {
    const captioned = (caption: string): Article['status'] => read(jpegOf({ iim: [['2:120', caption]] })).status;
    expect(captioned('EMBARGOED UNTIL 6 March 2026 06:00 GMT: the new quay in Ostrand.')).toMatchObject({
      publishable: false,
      embargo: { until: { utc: '2026-03-06T06:00:00Z' } },
    });
    expect(captioned('Ministers leave the talks on an oil embargo in Ostrand, March 4, 2026.').publishable).toBe(true);
  });

  test('notes, phones and positions stay inside', () => {
    const article = read(jpegOf({ iim: [...STORY.iim, ['2:40', 'Call desk first'], ['2:118', '+47 555 0100']], gps: { '0x0001': 'N' } }));
    expect(article.internal).toMatchObject({ ednotes: ['Call desk first'], contacts: [{ value: '+47 555 0100' }] });
    const { internal: _internal, x, ...open } = article;
    expect(JSON.stringify(open)).not.toMatch(/Call desk|555 0100|latitude/);
    expect(x).toMatchObject({ 'exif/GPSLatitudeRef': 'North latitude' });
  });
});

test('a re-captioned copy of a picture without an id is the same story', () => {
  const first = read(jpegOf(STORY));
  const second = read(jpegOf({ ...STORY, iim: [...STORY.iim, ['2:40', 'CORRECTION']] }));
  expect(second.identity.storyKey).toBe(first.identity.storyKey);
  expect(read(jpegOf({ ...STORY, size: [64, 64] })).identity.storyKey).not.toBe(first.identity.storyKey);
});

describe('other files', () => {
  const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const header = chunk('IHDR', Buffer.from([0, 0, 0, 24, 0, 0, 0, 16, 8, 0, 0, 0, 0]));

  test('PNG, plain and packed', () => {
    const plain = chunk('iTXt', Buffer.from(`XML:com.adobe.xmp\0\0\0\0\0${HEADLINE}`));
    const packed = chunk('iTXt', Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0', 'latin1'), deflateSync(HEADLINE)]));
    for (const text of [plain, packed])
      expect(read(Buffer.concat([png, header, text, chunk('IEND', Buffer.alloc(0))])).headline.text).toBe('Ferries sail again');
  });

  test('a packet that unpacks without end is passed over', () => {
    const bomb = Buffer.concat([Buffer.from('XML:com.adobe.xmp\0\x01\0\0\0', 'latin1'), deflateSync(Buffer.alloc(50_000_000, 32))]);
    expect(outcome(Buffer.concat([png, header, chunk('iTXt', bomb)]))).toBe('picture.no-metadata');
  });

  test('WebP', () => {
    const parts = Buffer.concat([riff('VP8X', Buffer.alloc(10)), riff('EXIF', exifOf(STORY)!), riff('XMP ', Buffer.from(HEADLINE))]);
    const article = read(Buffer.concat([Buffer.from('RIFF\0\0\0\0WEBP', 'latin1'), parts]));
    expect([article.headline.text, article.media?.[0]?.captionRaw]).toEqual(['Ferries sail again', STORY.exif['0x010e']]);
  });

  test('TIFF', () => {
    expect(read(exifOf(STORY)!).media?.[0]?.captionRaw).toBe(STORY.exif['0x010e']);
  });
});

describe('broken files', () => {
  const whole = jpegOf(STORY, HEADLINE);

  test('an XMP packet with entities costs only itself', () => {
    const article = read(jpegOf(STORY, `<!DOCTYPE x [<!ENTITY a "b">]>${HEADLINE}`));
    expect([article.headline.text, codes(article)]).toEqual(['Ferries sail again', ['picture.xmp-refused']]);
  });

  test('cut anywhere before the picture, it is refused', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: whole.length - 30 }), (end) => {
        expect(outcome(whole.subarray(0, end))).toMatch(/^picture\.truncated$/);
      }),
      { numRuns: 60 },
    );
  });

  test('any bytes changed: an article or a fault with a code', () => {
    const change = fc.tuple(fc.integer({ min: 0, max: whole.length - 1 }), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 12 }), (changes) => {
        const bytes = Buffer.from(whole);
        for (const [at, byte] of changes) bytes[at] = byte;
        expect(outcome(bytes)).toMatch(/^(?:article|[a-z-]+\.[a-z-]+)$/);
      }),
      { numRuns: 300 },
    );
  });

  test('random segments, tags and chunks: an article or a fault with a code', () => {
    const starts = [
      [0xff, 0xd8, 0xff, 0xe1, 0, 60, ...Buffer.from('Exif\0\0MM\0*\0\0\0\x08', 'latin1')],
      [0xff, 0xd8, 0xff, 0xed, 0, 90, ...Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x40\x1c\x02', 'latin1')],
      [...Buffer.from('MM\0*\0\0\0\x08', 'latin1')],
      [...png8(), ...chunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\x01'))],
      [...Buffer.from('RIFF\0\0\0\0WEBPEXIF', 'latin1')],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }), (start, rest) => {
        expect(outcome(Buffer.from([...start, ...rest]))).toMatch(/^(?:article|[a-z-]+\.[a-z-]+)$/);
      }),
      { numRuns: 300 },
    );
  });
});

function png8(): number[] {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
}
