import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../src/faults.ts';
import { readDocument } from '../src/pipeline/read-document.ts';

const corpus = join(import.meta.dirname, '../../shared/corpus');
/** Truth and notes about the inputs, not inputs. */
const ABOUT = /(?:\.expect\.json|\.md|\.jsonl|\.license)$/;
const SETS = ['standards', 'superdesk', 'feeds-real'].filter((set) => existsSync(join(corpus, set)));
if (SETS.length === 0) console.log(`skipped: the corpus is not beside this checkout (${corpus})`);

function filesOf(set: string): string[] {
  return readdirSync(join(corpus, set), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !ABOUT.test(entry.name) && !entry.parentPath.includes('_schemas'))
    .map((entry) => join(entry.parentPath, entry.name));
}

/** What reading comes to: a format, or the code of the fault; anything else than a fault is thrown. */
function outcomeOf(file: string): { readonly code?: string; readonly bugs: number } {
  try {
    const { items } = readDocument(readFileSync(file), { receivedAt: '2026-11-24T06:00:00Z' });
    return { bugs: items.filter((item) => !item.ok && 'bug' in item).length };
  } catch (thrown) {
    if (thrown instanceof BadInput) return { code: thrown.code, bugs: 0 };
    throw thrown;
  }
}

describe.each(SETS)('every file of %s', (set) => {
  test('is claimed by one format or told why by a code, and none is a bug', () => {
    const files = filesOf(set);
    expect(files.length).toBeGreaterThan(60);
    const outcomes = files.map((file) => ({ file: relative(corpus, file), ...outcomeOf(file) }));
    expect(outcomes.filter(({ code, bugs }) => code === 'format.ambiguous' || bugs > 0)).toEqual([]);
    expect(outcomes.filter(({ code }) => code === undefined).length).toBeGreaterThan(files.length * 0.9);
  }, 120_000);
});
