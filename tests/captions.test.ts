import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedMedia } from '../src/article/parsed-item.ts';
import { parseCaptionLine } from '../src/normalize/parse/caption.ts';
import { captions } from '../src/normalize/steps/captions.ts';
import { readCaption } from '../src/normalize/wiretext/caption.ts';
import { cpuRatio } from './cpu-ratio.ts';
import { draftOf } from './step-draft.ts';

interface Case {
  readonly input: string;
  readonly language: string;
  readonly expected: Record<string, unknown>;
}
const cases = JSON.parse(readFileSync(new URL('../fixtures/steps/caption.json', import.meta.url), 'utf8')) as Case[];

describe('readCaption', () => {
  it.each(cases)('$input', ({ input, language, expected }) => {
    const { rule, ...reading } = parseCaptionLine({ input, language });
    expect(reading).toEqual(expected);
    expect(rule).not.toBe('');
  });

  it('never throws, and the credit is a substring of the text', () => {
    const words = fc.constantFrom(
      'Photo:',
      'AFP',
      '/',
      '(',
      ')',
      'Mona Ferris',
      'via',
      '©',
      '.',
      ' ',
      '\n',
      'FILE -',
      '===',
      'MANDATORY CREDIT',
      'Kelm',
    );
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.array(words, { maxLength: 12 }).map((parts) => parts.join(' ')),
    );
    fc.assert(
      fc.property(line, (text) => {
        const { credit } = readCaption(text);
        return credit === null || text.includes(credit.raw);
      }),
    );
  });

  it.each(['Photo: ', '(AFP) ', '/ ', 'Foto ', '. ', 'MANDATORY CREDIT ', '(', ' | '])('is linear on %j repeated', (unit) => {
    expect(cpuRatio((text) => readCaption(text), unit)).toBeLessThan(15);
  });
});

describe('the captions step', () => {
  const picture: ParsedMedia = { key: 'p1', type: 'picture', renditions: [] };
  const run = (media: ParsedMedia) => {
    const draft = draftOf({ body: [] }, 'en');
    const after = captions.run({ ...draft, item: { ...draft.item, media: [media] } });
    return { media: after.settled.media?.[0], evidence: after.evidence };
  };

  it('splits the credit off the caption and keeps the caption as sent', () => {
    const text = 'Divers leave Kelm. (AP Photo/Mona Ferris)';
    const { media, evidence } = run({ ...picture, caption: { text, path: '/caption' } });
    expect(media).toMatchObject({
      id: 'p1',
      caption: 'Divers leave Kelm.',
      captionRaw: text,
      credit: { photographers: ['Mona Ferris'], organisations: ['AP'] },
    });
    expect(evidence).toEqual([{ path: 'media.0.credit', rule: 'caption/brackets', source: '/caption' }]);
  });

  it('prefers the credit field, with the flags that the caption adds', () => {
    const { media } = run({
      ...picture,
      caption: { text: 'FILE - The mill of Kelm. (AP Photo/Mona Ferris, File)', path: '/caption' },
      credit: { text: 'Mona Ferris/AP', path: '/credit' },
    });
    expect(media?.caption).toBe('The mill of Kelm.');
    expect(media?.credit).toMatchObject({ raw: 'Mona Ferris/AP', photographers: ['Mona Ferris'], organisations: ['AP'], flags: ['file'] });
  });

  it('leaves an item without media alone', () => {
    const draft = draftOf({ body: [] });
    expect(captions.run(draft)).toBe(draft);
  });
});
