import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseBylineLine } from '../src/normalize/parse/byline.ts';
import { parseCaptionLine } from '../src/normalize/parse/caption.ts';
import { parseDatelineLine } from '../src/normalize/parse/dateline.ts';
import { parseLineLine } from '../src/normalize/parse/line.ts';
import { parseStatusLine } from '../src/normalize/parse/status.ts';
import { parseTimeLine } from '../src/normalize/parse/time.ts';

type Json = Readonly<Record<string, unknown>>;
interface Line {
  readonly input: string;
  readonly language?: string;
  readonly where?: string;
  readonly context?: Json;
  readonly expected: Json;
}

/** Lines with their truth, written by hand before the rules saw them. One JSON object a line. */
function linesOf(kind: string): readonly unknown[] {
  const file = readFileSync(new URL(`../fixtures/steps/wire/${kind}.jsonl`, import.meta.url), 'utf8');
  return file
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as unknown);
}

function cases(kind: string): (readonly [name: string, line: Line])[] {
  return (linesOf(kind) as readonly Line[]).map((line) => [`${line.language ?? ''} ${line.where ?? ''}: ${line.input}`, line]);
}

/** Only what the truth states is compared. */
function picked(all: Json, expected: Json): Json {
  return Object.fromEntries(Object.keys(expected).map((key) => [key, all[key]]));
}

const NOW = { feed_zone: 'Europe/Berlin', version_created: '2031-03-02T10:00:00Z' };

describe('bylines', () => {
  test.each(cases('bylines'))('%s', (_name, { expected, ...request }) => {
    const { authors, agencies, contributors, signoff, ...rest } = parseBylineLine({ ...request });
    const people = (authors as readonly Json[]).map(({ raw: _raw, ...person }) => person);
    const all = {
      ...rest,
      authors: people,
      agencies: [...(agencies as string[])].sort(),
      contributors: (contributors as unknown[]).length,
      initials: (signoff as { initials?: string[] } | undefined)?.initials,
    };
    expect(picked(all, expected)).toEqual(expected);
  });
});

describe('datelines', () => {
  test.each(cases('datelines'))('%s', (_name, { expected, ...request }) => {
    const { cities, date, rest, ...reading } = parseDatelineLine({ ...request });
    const all = { ...reading, ...(date as Json | undefined), cities: (cities as readonly { name: string }[]).map(({ name }) => name) };
    const { rest: start, ...stated } = expected;
    expect(picked(all, stated)).toEqual(stated);
    if (typeof start === 'string') expect(String(rest).trimStart().startsWith(start)).toBe(true);
  });
});

describe('captions', () => {
  test.each(cases('captions'))('%s', (_name, { expected, ...request }) => {
    const { caption, credit } = parseCaptionLine({ ...request });
    const names = (credit ?? { photographers: [], organisations: [], flags: [], raw: null }) as Json & { flags: string[] };
    expect(picked({ ...names, flags: [...names.flags].sort(), caption }, expected)).toEqual(expected);
  });
});

describe('lines between paragraphs', () => {
  test.each(cases('breaks'))('%s', (_name, { expected, ...request }) => {
    const reading = parseLineLine({ ...request, where: 'own-line' });
    expect(picked({ ...reading, leaves: reading['action'] !== 'keep' }, expected)).toEqual(expected);
  });
});

describe('status', () => {
  test.each(cases('status'))('%s', (_name, { expected, ...request }) => {
    const { markers, ...reading } = parseStatusLine({ ...request, context: NOW });
    const marks = (markers as readonly Json[]).map(({ type, number }) => ({ type, ...(number === undefined ? {} : { number }) }));
    expect(picked({ ...reading, markers: marks }, expected)).toEqual(expected);
  });
});

describe('times', () => {
  const lines = linesOf('times') as readonly (Json & { input: string; expected: string | null })[];
  test.each(lines.map((line) => [line.input, line] as const))('%s', (_name, { expected, ...request }) => {
    expect(parseTimeLine({ ...request, now: '2031-07-10T00:00:00Z' })['utc']).toBe(expected);
  });
});
