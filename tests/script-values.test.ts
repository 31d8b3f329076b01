import { describe, expect, test } from 'vitest';
import { innerValue, scriptValues } from '../src/ingest/html/script-values.ts';

const LONG = 'x'.repeat(500);
const valuesOf = (text: string, isJson = false): unknown[] => scriptValues([{ text, isJson }]).map(({ value }) => value);

describe('values of scripts', () => {
  test('a script that is JSON; what is assigned, handed over or parsed', () => {
    expect(valuesOf(`{"a": "${LONG}"}`, true)).toEqual([{ a: LONG }]);
    expect(valuesOf(`window.a = {"b": "} ] ${LONG}"}; f([1, "${LONG}"]);`)).toEqual([{ b: `} ] ${LONG}` }, [1, LONG]]);
    expect(valuesOf(`var a = {"b": undefined, "c": "${LONG}"};`)).toEqual([{ b: null, c: LONG }]);
    expect(valuesOf(`a = JSON.parse("{\\"b\\": \\"${LONG}\\"}")`)).toEqual([{ b: LONG }]);
    expect(valuesOf(`a = JSON.parse('{"b": "it\\'s \\\\"so\\\\" \\x3cp\\x3e${LONG}"}')`)).toEqual([{ b: `it's "so" <p>${LONG}` }]);
    expect(innerValue(`["${LONG}"]`)).toEqual([LONG]);
    expect(innerValue(LONG)).toBe(undefined);
  });

  test('programs, short values and broken JSON give none', () => {
    for (const text of [
      `a = {b: "${LONG}"}`,
      'a = {"b": 1}',
      `a = {"b": "${LONG}"`,
      `a = {"b" "${LONG}"}`,
      `(function () { return "${LONG}"; })()`,
    ])
      expect(valuesOf(text), text.slice(0, 20)).toEqual([]);
    expect(valuesOf(LONG, true)).toEqual([]);
  });

  test('brackets that close nowhere cost no more than the script a few times', () => {
    for (const text of ['={"a":'.repeat(200_000), '=["'.repeat(300_000), `=${'['.repeat(1_000_000)}`, `={"a":"${'\\'.repeat(1_000_000)}`]) {
      const before = performance.now();
      expect(valuesOf(text)).toEqual([]);
      expect(performance.now() - before).toBeLessThan(5_000);
    }
  });
});
