import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Block } from '../src/article/block.ts';
import { normalize } from '../src/library.ts';

const root = join(import.meta.dirname, '..');
const seed = join(root, '..', 'shared', 'seeds', 'the-local-2015-03-23.txt');
const present = existsSync(seed);
if (!present) console.log(`skipped: the seed page is not here (${seed}); CI runs this`);

describe.skipIf(!present).each([
  ['no profile', {}],
  ['the profile of the site', { profile: 'thelocal-fr' }],
])('the seed page with %s', (_name, wanted) => {
  const bytes = present ? readFileSync(seed) : new Uint8Array();
  const result = normalize(bytes, { now: '2026-11-24T06:00:00Z', ...wanted });
  if (present && !result.ok) throw result.error;
  const read = result as Extract<typeof result, { ok: true }>;
  const article = present ? read.article : ({} as typeof read.article);

  test('headline, byline and agency', () => {
    expect(article.headline.text).toBe("Terror threat against France 'unprecedented'");
    expect(article.byline.authors).toEqual([]);
    expect(article.byline.agencies).toEqual(['AFP']);
    expect(article.byline.raw).toBe('AFP · 23 Mar 2015, 08:31');
    expect(article.agencies?.map((agency) => agency.code)).toContain('AFP');
    expect(article.language).toBe('en');
  });

  test('the moment, and the second reading without a zone', () => {
    const { published } = article.times;
    expect(published).toMatchObject({
      utc: '2015-03-23T07:31:00Z',
      raw: '23 Mar 2015 08:31 GMT+01:00',
      offset: '+01:00',
      basis: 'explicit-offset',
    });
    const second = published?.alternatives?.find((reading) => reading.raw.includes('23 Mar 2015, 08:31'));
    expect(second).toMatchObject(
      'profile' in wanted ? { utc: '2015-03-23T07:31:00Z', basis: 'page-zone' } : { utc: null, basis: 'unresolved' },
    );
  });

  test('21 blocks: 20 paragraphs and one heading', () => {
    const { blocks } = article.body;
    expect(blocks).toHaveLength(21);
    expect(blocks.filter((block: Block) => block.type === 'paragraph')).toHaveLength(20);
    expect(blocks.filter((block: Block) => block.type === 'heading').map((block) => block.text)).toEqual(['Deadly competition']);
    expect(blocks[0]?.text).toMatch(/^"The threat is permanent,"/);
    expect(blocks.at(-1)?.text).toMatch(/It is to know when and where\."$/);
    expect(article.body.text).not.toMatch(/Facebook|comments about|headlines|continues below/);
    expect(article.body.wordCount).toBe(493);
  });

  test('what was removed, and after which block', () => {
    expect(article.body.removed).toEqual([
      { kind: 'share-widget', text: 'Facebook Twitter Google+ reddit', after: -1 },
      { kind: 'story-continues', text: 'Story continues below…', after: 15 },
      { kind: 'share-widget', text: 'Facebook Twitter Google+ reddit', after: 20 },
      { kind: 'comments', text: 'Your comments about this article', after: 20 },
    ]);
  });

  test('the teasers: ten with pictures, the rest titles', () => {
    const related = article.related ?? [];
    const full = related.slice(0, 10);
    expect(full.every((teaser) => teaser.teaser !== undefined && teaser.image !== undefined)).toBe(true);
    expect(full[0]).toMatchObject({
      title: 'How life for expats in France has changed over the years',
      image: { caption: 'A market in Eymet, southwestern France.', credit: { text: 'AFP' } },
      teaser: 'Foreigners in France explain how life has changed over the years.',
    });
    expect(full[2]?.image?.credit?.text).toBe('Helga Weber/Flickr');
    expect(full[3]?.image?.credit?.text).toBe('YouTube/France Bleu TV');
    expect(full[7]?.image?.credit?.text).toBe('BFMTV screengrab');
    const rest = related.slice(10);
    expect(rest.every((teaser) => teaser.teaser === undefined && teaser.image === undefined)).toBe(true);
    expect(rest).toHaveLength(26);
    expect(related.filter((teaser) => teaser.sponsored === true).map((teaser) => teaser.title)).toHaveLength(3);
  });

  test('every character is accounted for', () => {
    expect(read.ledger.entries.filter((entry) => entry.fate === 'unexplained')).toEqual([]);
    expect(read.ledger.explained).toBe(read.ledger.characters);
    expect(read.ledger.entries.reduce((sum, entry) => sum + entry.span[1] - entry.span[0], 0)).toBe(read.ledger.characters);
  });

  test('explain names the rule, the span and the rejected reading', () => {
    const [why] = read.explain('published').filter((entry) => entry.path === 'times.published');
    expect(why?.rule).toBeTruthy();
    expect(why?.span).toBeDefined();
    const [start, end] = why?.span ?? [0, 0];
    expect(new TextDecoder().decode(bytes).slice(start, end)).toContain('23 Mar 2015 08:31 GMT+01:00');
    expect(
      read
        .explain('published')
        .flatMap((entry) => entry.rejected)
        .some((reading) => reading.value.includes('23 Mar 2015, 08:31')),
    ).toBe(true);
  });

  test('the same bytes twice are the same article, whatever the host zone', () => {
    const args = ['normalize', seed, '--now', '2026-11-24T06:00:00Z'];
    const run = (TZ: string): string =>
      execFileSync(process.execPath, [join(root, 'dist/cli/wirecopy.js'), ...args], { env: { ...process.env, TZ }, encoding: 'utf8' });
    const first = run('UTC');
    for (const zone of ['UTC', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia']) expect(run(zone)).toBe(first);
  });
});
