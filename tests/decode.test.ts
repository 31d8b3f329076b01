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

  test.each([
    ['koi8-r', 'Вечером в порту Халстада загорелся паром, пострадавших нет.'],
    ['windows-1251', 'Новости дня: снег и ветер на побережье'],
    ['iso-8859-5', 'Министр сообщил, что расследование начато.'],
    ['windows-1253', 'Χθες το βράδυ ξέσπασε φωτιά σε πλοίο στο λιμάνι.'],
    ['windows-1255', 'אמש פרצה שריפה במעבורת בנמל, אין נפגעים.'],
    ['windows-1256', 'اندلع حريق مساء أمس في عبارة بالميناء ولم تقع إصابات.'],
    ['tis-620', 'เมื่อคืนนี้เกิดเพลิงไหม้เรือเฟอร์รี่ในท่าเรือ'],
    ['windows-1250', 'Łódź: będzie więcej śniegu, ostrzegają służby'],
    ['iso-8859-2', 'Źródło: strażacy pracowali całą noc, także w Świnoujściu, mówią służby'],
    ['windows-1254', 'Dün akşam limanda bir feribotta yangın çıktı, ışıklar söndü.'],
    ['windows-1257', 'Vakar vakare uoste kilo gaisras, niekas nenukentėjo. Ugniagesiai dirbo visą naktį, kuri ilga ir šalta, žada žinių.'],
    ['shift_jis', '昨夜、港でフェリーの火災が発生しましたが、けが人はいませんでした。'],
    ['euc-jp', '昨夜、港でフェリーの火災が発生しましたが、けが人はいませんでした。'],
    ['gb2312', '昨晚港口一艘渡轮起火,没有人员受伤。'],
    ['big5', '昨晚港口一艘渡輪起火,沒有人員受傷。'],
    ['euc-kr', '어제 저녁 항구에서 여객선에 불이 났지만 다친 사람은 없었다.'],
  ])('nobody names %s: its letters do', (encoding, story) => {
    const document = iconv.encode(`<rss><channel><item><title>${story}</title></item></channel></rss>`, encoding);
    const decoded = decode(document, {});
    expect(decoded).toMatchObject({ encoding, encodingBasis: 'detection', repairs: [{ code: 'encoding.detected' }] });
    expect(decoded.text).toContain(story);
    const mislabelled = decode(document, { mediaType: 'text/xml; charset=utf-8' });
    expect(mislabelled).toMatchObject({ encoding, repairs: [{ code: 'encoding.misdeclared' }] });
  });

  test.each([
    ['Gestern Abend brach im Hafen ein Feuer auf einer Fähre aus. „Über die Ursache können wir nichts sagen“, erklärte die Behörde.'],
    ['Ontem à noite não há feridos; a investigação começou e a situação é difícil, às três horas, em São Paulo.'],
    ['“Don’t” – he said – “it’s 20 °C”'],
    ['Le ministre français a déclaré à l’aéroport que l’enquête était ouverte.'],
    ['I går aftes brød der brand ud på en færge på Ærø, sagde ministeren på måndagen.'],
    ['SÃO PAULO: ELEIÇÕES'],
  ])('what windows-1252 explains is windows-1252: %s', (story) => {
    const decoded = decode(bytes(`<rss><channel><item><title>${story}</title></item></channel></rss>`, 'windows-1252'), {});
    expect(decoded).toMatchObject({ encoding: 'windows-1252', repairs: [{ code: 'encoding.fallback' }] });
    expect(decoded.text).toContain(story);
  });

  test('the language that a short text names tells its charset', () => {
    const latvian =
      '<rss><channel><language>lv</language><item><title>Vakar vakarā ostā izcēlās ugunsgrēks, ziņo jūrnieki</title></item></channel></rss>';
    expect(decode(bytes(latvian, 'windows-1257'), {}).text).toBe(latvian);
  });

  test('Japanese that shifts between sets is no ASCII', () => {
    const japanese = Buffer.from('<rss><title>\u001b$BF|K\\\u001b(B</title></rss>', 'latin1');
    expect(decode(japanese, {})).toMatchObject({ encoding: 'iso-2022-jp', text: '<rss><title>日本</title></rss>' });
  });

  test('damage in UTF-8 that nobody named is no other charset', () => {
    const decoded = decode(Buffer.concat([bytes(STORY), Buffer.from([0xc3]), bytes(STORY)]), {});
    expect(decoded).toMatchObject({ encoding: 'utf-8', repairs: [{ code: 'encoding.replaced' }] });
  });

  test('a label of ASCII is true where all is ASCII, else it is not believed', () => {
    expect(decode(bytes('<p>Ferry</p>'), { mediaType: 'text/html; charset=us-ascii' })).toMatchObject({
      encoding: 'us-ascii',
      repairs: [],
    });
    expect(decode(bytes('<p>Fähre</p>', 'windows-1252'), { mediaType: 'text/html; charset=us-ascii' })).toMatchObject({
      encoding: 'windows-1252',
      repairs: [{ code: 'encoding.misdeclared' }],
    });
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
