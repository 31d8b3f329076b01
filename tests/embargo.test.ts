import { describe, expect, it } from 'vitest';
import type { ParsedItem } from '../src/article/parsed-item.ts';
import { dateline } from '../src/normalize/steps/dateline.ts';
import { status } from '../src/normalize/steps/status.ts';
import { readStatus } from '../src/normalize/wiretext/status.ts';
import { draftOf } from './step-draft.ts';

const NOW = '2031-03-12T10:00:00Z';
const found = (text: string) => ({ text, path: '/x' });

function run(parts: Partial<ParsedItem>, body: readonly string[] = ['The harbour of Kelm reopened on Monday.']) {
  const draft = draftOf({ body }, 'en');
  return status.run({ ...draft, item: { ...draft.item, ...parts }, context: { ...draft.context, now: NOW, zone: 'Europe/Berlin' } });
}

describe('an embargo in a headline', () => {
  it.each([
    ['EMBARGO HASTA LAS 20:00 HORAS: El puerto reabre', 'El puerto reabre', '2031-03-12T19:00:00Z'],
    ['Sperrfrist 12. März, 18.00 Uhr - Hafen offen', 'Hafen offen', '2031-03-12T17:00:00Z'],
    ['Hafen offen – Sperrfrist 18 Uhr', 'Hafen offen', '2031-03-12T17:00:00Z'],
    ['(EMBARGO 2200 GMT) Port reopens', 'Port reopens', '2031-03-12T22:00:00Z'],
    ['EMBARGOED UNTIL 0001 GMT MONDAY Port fees rise', 'EMBARGOED UNTIL 0001 GMT MONDAY Port fees rise', '2031-03-17T00:01:00Z'],
    ['SPERRFRIST: Hafen offen', 'Hafen offen', null],
  ])('%s', (input, headline, utc) => {
    const reading = readStatus(input, { where: 'headline', zone: 'Europe/Berlin', now: NOW });
    expect(reading).toMatchObject({ kind: 'embargoed', publishable: false, headline, embargo: { until: { utc } } });
  });

  it.each([
    'Council agrees oil embargo',
    'Ministers weigh embargo: what we know',
    "Under embargo, Ostravia's sailors fish",
    'Embargo on Ostravian oil till 2030: ministers',
    'Nicht vor 2030: Neuer Bahnhof kommt später',
    'Embargo gegen Ostravia verlängert',
  ])('%s is news', (input) => {
    expect(readStatus(input, { where: 'headline', now: NOW })).toMatchObject({ kind: 'story', publishable: true, headline: input });
  });
});

describe('an embargo in a slug', () => {
  it.each(['Hafen/Sperrfrist', 'Hafen-Sperrfrist', 'Hafen/Sperrfrist 18 Uhr', 'US--Ferry,EMBARGO', 'KELM-FERRY/EMBARGO', 'Embargo'])(
    '%s holds',
    (slugline) => {
      expect(run({ slugline: found(slugline) }).settled.status).toMatchObject({ publishable: false, effective: 'embargoed' });
    },
  );

  it.each(['Ostravia-oil-embargo', 'EU-Ostravia/embargo', 'OSTRAVIA-OIL-EMBARGO'])('%s is a topic', (slugline) => {
    expect(run({ slugline: found(slugline) }).settled.status).toMatchObject({ publishable: true });
  });
});

describe('an embargo in a note', () => {
  it.each(['Embargo lifts when the minister speaks', 'Please observe the strict embargo', 'Bitte Sperrfrist beachten', 'Embargo 1800 GMT'])(
    '%s holds',
    (note) => {
      expect(run({ ednotes: [found(note)] }).settled.status).toMatchObject({ publishable: false });
    },
  );

  it.each(['Embargo lifted', 'ADDS reaction to oil embargo, quotes', 'The embargo has been lifted'])('%s holds nothing', (note) => {
    expect(run({ ednotes: [found(note)] }).settled.status).toMatchObject({ publishable: true, embargo: null });
  });

  it.each([
    ['24:00 Uhr, 12. März', '2031-03-12T23:00:00Z'],
    ['midnight GMT on 12 March', '2031-03-13T00:00:00Z'],
    ['noon GMT', '2031-03-12T12:00:00Z'],
    ['2200 GMT on Saturday for Sunday papers', '2031-03-15T22:00:00Z'],
  ])('EMBARGO %s ends %s', (moment, utc) => {
    expect(run({ ednotes: [found(`EMBARGO ${moment}`)] }).settled.status?.embargo?.until.utc).toBe(utc);
  });
});

describe('an embargo text beside a field that is over', () => {
  const times = { embargo: found('2031-03-12T06:00:00Z') };
  it.each(['Released for Sunday newspapers', 'Embargoed until the minister speaks', 'Embargo: 14 March', 'Sperrfrist Freitag'])(
    '"%s" still holds, for a person',
    (note) => {
      const settled = run({ times, ednotes: [found(note)] }).settled.status;
      expect(settled).toMatchObject({
        publishable: false,
        reasons: ['embargo-unresolved'],
        embargo: { release: 'manual', conflict: true },
      });
    },
  );

  it.each(['EMBARGO', 'Bitte Sperrfrist beachten', 'Embargo: 12 March', 'Sperrfrist Mittwoch'])('"%s" can mean the field', (note) => {
    expect(run({ times, ednotes: [found(note)] }).settled.status).toMatchObject({ publishable: true, embargo: { release: 'automatic' } });
  });
});

describe('an end of use', () => {
  it.each(['soon', '32 March 2031'])('"%s" cannot be read and holds', (expires) => {
    expect(run({ times: { expires: found(expires) } }).settled.status).toMatchObject({
      publishable: false,
      effective: 'withheld',
      reasons: ['expires-unresolved'],
    });
  });
});

describe('embargo lines in the copy', () => {
  const lead = 'KELM, March 12 (Reuters) - The harbour reopened.';

  it.each([
    'EMBARGO HASTA LAS 20:00 HORAS',
    '+++ Achtung: Sperrfrist bis 18.00 Uhr +++',
    'STRICT EMBARGO: 00.01 on Thursday 13 March',
    'Frei ab 18.00 Uhr',
  ])('%s leaves the body, which keeps its dateline', (line) => {
    const after = dateline.run(run({}, [line, lead, 'Ships came.']));
    expect(after.settled.status).toMatchObject({ publishable: false, kind: 'embargoed' });
    expect(after.body.map(({ text }) => text)).toEqual(['The harbour reopened.', 'Ships came.']);
    expect(after.settled.dateline?.cities).toMatchObject([{ name: 'Kelm' }]);
    expect(after.removed).toMatchObject([{ kind: 'embargo-note', text: line }]);
  });

  it('is cut off a paragraph that goes on with the story', () => {
    const after = dateline.run(run({}, [`EMBARGO 2000 GMT - ${lead}`, 'Ships came.']));
    expect(after.settled.status).toMatchObject({ publishable: false });
    expect(after.body[0]?.text).toBe('The harbour reopened.');
  });

  it('stands below the story too', () => {
    const after = run({}, [lead, 'Ships came.', 'Sperrfrist: 18 Uhr']);
    expect(after.settled.status).toMatchObject({ publishable: false });
    expect(after.body).toHaveLength(2);
  });

  it.each(['Das Gesetz gilt nicht vor 2030.', 'Embargo gegen Ostravia gilt ab Montag.', 'The embargo on Ostravian oil starts on Monday.'])(
    '%s is the story',
    (line) => {
      const after = run({}, [line, 'Ships came.']);
      expect(after.settled.status).toMatchObject({ publishable: true });
      expect(after.body).toHaveLength(2);
    },
  );
});
