import { describe, expect, test } from 'vitest';
import { BadInput } from '../src/faults.ts';
import { jsonFault } from '../src/ingest/json-fault.ts';
import { readJson } from '../src/ingest/json.ts';
import { normalize } from '../src/library.ts';

const NOW = '2026-07-02T12:00:00Z';

function read(text: string): unknown {
  return readJson({ bytes: new Uint8Array(), text, encoding: 'utf-8', encodingBasis: 'detection', repairs: [] }).root.value;
}

function errorOf(text: string, mediaType?: string): { code: string; where: unknown } | undefined {
  const headers = mediaType === undefined ? {} : { headers: { 'content-type': mediaType } };
  const result = normalize(text, { now: NOW, receivedAt: NOW, ...headers });
  if (result.ok || !(result.error instanceof BadInput)) return undefined;
  return { code: result.error.code, where: result.error.where };
}

describe('where JSON breaks', () => {
  test.each([
    ['{"a": 1,\n "b": }', 15, '} where a value is expected'],
    ['{"a": 1 "b": 2}', 8, '" where , or } is expected'],
    ['{"a" 1}', 5, '1 where : is expected'],
    ['{a: 1}', 1, 'a where a name in quotes is expected'],
    ['["a", "b', 8, 'the end of the document within a string'],
    ['["a\tb"]', 3, 'the control character U+0009 within a string'],
    ['["\\q"]', 2, 'a backslash that begins no escape within a string'],
    ['[01]', 2, '1 where , or ] is expected'],
    ['[1,]', 3, '] where a value is expected'],
    ['{}]', 2, '] after the end of the value'],
  ])('%s', (text, at, why) => {
    expect(jsonFault(text)).toEqual({ at, why });
    expect(() => JSON.parse(text) as unknown).toThrow(SyntaxError);
  });

  test.each(['{"a":[1,-0.5e+3,true,null,"\\u00e9\\n"],"b":{}}', ' [] ', '"x"', '-0'])('nothing is wrong with %s', (text) => {
    expect(jsonFault(text)).toBeUndefined();
  });
});

describe('what agencies get wrong is mended, within strings only', () => {
  test.each([
    ['["bla \\“bla\\” it\\\'s"]', ["bla “bla” it's"]],
    ['["C:\\data\\q", "a\tb\nc"]', ['C:\\data\\q', 'a\tb\nc']],
    ['["\\uqqqq", "\\\\“"]', ['\\uqqqq', '\\“']],
  ])('%s', (text, value) => {
    expect(read(text)).toEqual(value);
  });
});

describe('what no agency sends is told as what it is', () => {
  test.each([
    ['mended JSON that nobody claims', '{"title":\n "it\\\'s"}', undefined, { code: 'json.not-json', where: { line: 2, column: 5 } }],
    [
      'labelled as JSON',
      'Service unavailable, please try again',
      'application/json',
      { code: 'json.not-json', where: { line: 1, column: 1 } },
    ],
    ['a scrap', '*', undefined, { code: 'input.too-short', where: {} }],
    ['a lone value', '42', undefined, { code: 'format.unknown', where: {} }],
  ])('%s', (_, text, mediaType, error) => {
    expect(errorOf(text, mediaType)).toEqual(error);
  });
});

test('members named for the prototype are text like any other', () => {
  const text = `{"uri":"urn:x:1","type":"text","pubstatus":"usable","headline":"Ferries sail again","versioncreated":"${NOW}",
    "body_text":"Ferries sail again on Thursday.","__proto__":{"polluted":"yes, indeed"},"constructor":{"prototype":{"polluted":"also this"}}}`;
  const result = normalize(text, { now: NOW, receivedAt: NOW });
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(result.ok && Object.values(result.article.x ?? {})).toEqual(['yes, indeed', 'also this']);
});
