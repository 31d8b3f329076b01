import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ParsedItem } from '../src/article/parsed-item.ts';
import type { Draft } from '../src/normalize/draft.ts';
import { parseStatusLine } from '../src/normalize/parse/status.ts';
import { status } from '../src/normalize/steps/status.ts';
import { readStatus } from '../src/normalize/wiretext/status.ts';
import { cpuRatio } from './cpu-ratio.ts';
import { draftOf } from './step-draft.ts';

interface Case {
  readonly input: string;
  readonly where: string;
  readonly context?: Record<string, string>;
  readonly expected: {
    readonly kind: string;
    readonly markers: object[];
    readonly headline: string;
    readonly publishable: boolean;
    readonly until?: string | null;
  };
}
const cases = JSON.parse(readFileSync(new URL('../fixtures/steps/status.json', import.meta.url), 'utf8')) as Case[];

describe('readStatus', () => {
  it.each(cases)('$where: $input', ({ input, where, context, expected }) => {
    const { until, ...plain } = expected;
    const reading = parseStatusLine({ input, where, ...(context ? { context } : {}) });
    expect(reading).toMatchObject(plain);
    expect(reading['markers']).toHaveLength(plain.markers.length);
    if (until !== undefined) expect(reading).toMatchObject({ embargo: { until: { utc: until } } });
  });

  it('never throws, wherever the text stands', () => {
    const where = fc.constantFrom('headline', 'slugline', 'ednote', 'first-line');
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        where,
        (text, at) => typeof readStatus(text, { where: at }).publishable === 'boolean',
      ),
    );
  });

  it.each(['UPDATE 1-', '(LEAD) ', 'embargo ', 'ADDS ', 'SLUG, 2nd Ld ', '++ ', '(', '12 March '])('is linear on %j repeated', (unit) => {
    for (const where of ['headline', 'slugline', 'ednote']) expect(cpuRatio((text) => readStatus(text, { where }), unit)).toBeLessThan(15);
  });
});

const NOW = '2031-03-12T10:00:00Z';
function run(parts: Partial<ParsedItem>, context: Partial<Draft['context']> = {}) {
  const draft = draftOf({ body: ['The harbour of Kelm reopened on Monday.'] }, 'en');
  const after = status.run({ ...draft, item: { ...draft.item, ...parts }, context: { ...draft.context, now: NOW, ...context } });
  return { status: after.settled.status, headline: after.settled.headline, internal: after.settled.internal, notes: after.notes };
}
const found = (text: string) => ({ text, path: '/x' });

describe('the status step', () => {
  it('settles a plain item as usable', () => {
    const { status: read, headline } = run({ headline: found('Kelm  harbour reopens'), pubStatus: found('stat:usable') });
    expect(read).toMatchObject({
      kind: 'story',
      pubStatusRaw: 'usable',
      effective: 'usable',
      publishable: true,
      reasons: [],
      embargo: null,
    });
    expect(headline).toEqual({ text: 'Kelm harbour reopens', raw: 'Kelm  harbour reopens' });
  });

  it.each([
    ['withheld', 'withheld', 'pubstatus-withheld'],
    ['Canceled', 'canceled', 'pubstatus-canceled'],
    ['replaced', 'superseded', 'pubstatus-superseded'],
    ['frobnicated', 'withheld', 'pubstatus-unknown'],
  ])('pubStatus %s is %s', (sent, effective, reason) => {
    expect(run({ pubStatus: found(sent) }).status).toMatchObject({ effective, publishable: false, reasons: [reason] });
  });

  it('holds an embargo of the future and frees one of the past', () => {
    const times = { embargo: found('2031-03-12T18:00:00Z') };
    expect(run({ times }).status).toMatchObject({ effective: 'embargoed', publishable: false, reasons: ['embargo-future'] });
    const later = run({ times }, { now: '2031-03-12T18:00:00Z' }).status;
    expect(later).toMatchObject({
      kind: 'story',
      effective: 'usable',
      publishable: true,
      embargo: { until: { utc: '2031-03-12T18:00:00Z' } },
    });
  });

  it('takes the later of two embargoes and says so', () => {
    const read = run({ times: { embargo: found('2031-03-12T18:00:00Z') }, ednotes: [found('EMBARGOED UNTIL 2000 GMT, 12 MARCH 2031')] });
    expect(read.status?.embargo).toMatchObject({ until: { utc: '2031-03-12T20:00:00Z' }, conflict: true, release: 'automatic' });
    expect(read.notes.map(({ code }) => code)).toContain('embargo-conflict');
  });

  it('holds an embargo without an instant for a person, at any time', () => {
    const read = run({ ednotes: [found('Released for Sunday newspapers')] }, { now: '2041-01-01T00:00:00Z' });
    expect(read.status).toMatchObject({
      effective: 'embargoed',
      publishable: false,
      reasons: ['embargo-unresolved'],
      embargo: { release: 'manual' },
    });
  });

  it('lets a kill beat an embargo, and keeps the mark in the headline', () => {
    const read = run({ headline: found('KILL: Harbour fire'), times: { embargo: found('2031-03-12T18:00:00Z') } });
    expect(read.status).toMatchObject({ kind: 'kill', effective: 'canceled', publishable: false });
    expect(read.headline?.text).toBe('KILL: Harbour fire');
  });

  it('cleans the headline of a correction and records the marker with its place', () => {
    const read = run({ headline: found('(CORRECTED) Harbour fire in Kelm') });
    expect(read.headline).toEqual({ text: 'Harbour fire in Kelm', raw: '(CORRECTED) Harbour fire in Kelm' });
    expect(read.status).toMatchObject({ kind: 'correction', publishable: true, markers: [{ type: 'corrected', where: 'headline' }] });
  });

  it('falls back to the first line where there is no headline, and calls it an alert', () => {
    const read = run({ headline: found(''), urgency: found('2') });
    expect(read.headline).toMatchObject({ text: null, fallback: 'The harbour of Kelm reopened on Monday.' });
    expect(read.status?.kind).toBe('alert');
  });

  it.each([
    [{ hint: 'planning' }, 'planning'],
    [{ hint: 'package-index' }, 'package-index'],
    [{ hint: 'advisory' }, 'advisory'],
    [{ ednotes: [found('Not for publication')] }, 'not-for-publication'],
    [{ times: { expires: found('2031-03-11T00:00:00Z') } }, 'expired'],
  ] as const)('keeps %j from readers', (parts, reason) => {
    expect(run(parts).status).toMatchObject({ publishable: false, reasons: [reason] });
  });

  it('keeps notes to editors inside', () => {
    expect(run({ ednotes: [found(' RECASTS throughout '), found('')] }).internal).toEqual({ ednotes: ['RECASTS throughout'] });
  });

  it('is a pure function of the draft', () => {
    const parts = { headline: found('UPDATE 1-Kelm Shipping lifts forecast') };
    expect(run(parts)).toEqual(run(parts));
  });
});
