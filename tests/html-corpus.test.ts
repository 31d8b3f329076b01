import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Parser } from 'htmlparser2';
import { expect, test } from 'vitest';
import type { LedgerEntry } from '../src/normalize/ledger.ts';
import { decode } from '../src/ingest/decode.ts';
import { readDocument } from '../src/pipeline/read-document.ts';

const corpus = join(import.meta.dirname, '../../shared/corpus/html');
const SETS = ['aeb', 'fundus', 'readability'].filter((set) => existsSync(join(corpus, set)));
if (SETS.length === 0) console.log(`skipped: the corpus is not beside this checkout (${corpus})`);

/** What no reader sees as text of the page; the words on controls are the page's own. */
const UNSEEN = new Set(
  'script style template noscript head iframe object svg canvas audio video map math datalist button select option textarea input dialog'.split(
    ' ',
  ),
);

/** Characters of the visible text of a page, and of those no text of the ledger holds: neither field, body nor removed. */
function visible(html: string, entries: readonly LedgerEntry[]): { readonly all: number; readonly lost: number } {
  const held = entries
    .filter(({ fate, path }) => !['space', 'unexplained'].includes(fate) && path !== 'page.markup')
    .map(({ span }) => span);
  const open: string[] = [];
  let [all, lost, next] = [0, 0, 0];
  const parser = new Parser({
    onopentag: (name) => open.push(name),
    onclosetag: () => open.pop(),
    ontext(text) {
      const length = text.trim().length;
      if (length === 0 || open.some((name) => UNSEEN.has(name))) return;
      while ((held[next]?.[1] ?? Infinity) <= parser.startIndex) next += 1;
      all += length;
      if ((held[next]?.[0] ?? Infinity) > parser.endIndex) lost += length;
    },
  });
  parser.end(html);
  return { all, lost };
}

test.each(SETS)(
  'the visible text of the pages of %s is accounted for: 99 percent of all, 95 of each',
  (set) => {
    const pages = readdirSync(join(corpus, set)).filter((name) => name.endsWith('.html.gz'));
    expect(pages.length).toBeGreaterThan(50);
    let [all, lost] = [0, 0];
    for (const name of pages) {
      const bytes = gunzipSync(readFileSync(join(corpus, set, name)));
      const { items, ledger } = readDocument(bytes, { receivedAt: '2026-11-26T06:00:00Z' });
      expect(
        [...items].map(({ ok }) => ok),
        name,
      ).toEqual([true]);
      const { entries, explained, characters } = ledger();
      expect(explained / characters, name).toBeGreaterThan(0.99);
      const seen = visible(decode(bytes, {}).text, entries);
      expect(seen.lost, name).toBeLessThanOrEqual(0.05 * seen.all);
      all += seen.all;
      lost += seen.lost;
    }
    console.log(`${set}: ${all - lost} of ${all} visible characters accounted for`);
    expect(lost / all).toBeLessThan(0.01);
  },
  120_000,
);
