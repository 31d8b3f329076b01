import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { ALL_FORMS, articles, encoded } from './articles.ts';

const MARK = 'Sentinel-4711';

/** Each text of a value with a mark of its own behind it; where there is none, a text that is nothing but a mark. */
function marked(value: unknown, path: string, marks: string[]): unknown {
  if (typeof value === 'string') {
    marks.push(`${MARK} ${path}`);
    return `${value} ${marks.at(-1) ?? ''}`;
  }
  if (Array.isArray(value)) return value.map((each, index) => marked(each, `${path}/${index}`, marks));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, marked(each, `${path}/${key}`, marks)]));
}

/** The article with every internal field filled and marked, those of the fixture as well, and what nobody has mapped. */
function spoilt(article: Article): { article: Article; marks: string[] } {
  const marks: string[] = [];
  const { ednotes = [], advisories = [], contacts = [], productNotes = [] } = article.internal ?? {};
  const full = {
    ednotes: [...ednotes, 'Not for publication'],
    advisories: [...advisories, 'Photos will follow'],
    contacts: [...contacts, { name: 'Desk', value: '+99 30 000 <desk@wire.example>' }],
    productNotes: [...productNotes, 'Service A'],
  };
  const internal = marked(full, 'internal', marks) as Article['internal'] & object;
  return {
    article: { ...article, internal, x: marked({ ...article.x, '/odd/field': 'a note' }, 'x', marks) as Article['x'] & object },
    marks,
  };
}

describe('no public form holds anything internal, or anything that nobody has mapped', () => {
  test('the test itself finds what is let out', () => {
    const { article, marks } = spoilt(articles[0]![1]);
    expect(marks.length).toBeGreaterThan(5);
    expect(JSON.stringify(article)).toContain(MARK);
  });

  test.each(ALL_FORMS)('%s', (name) => {
    const loud = articles.flatMap(([fixture, article]) => (encoded(name, spoilt(article).article).includes(MARK) ? [fixture] : []));
    expect(loud).toEqual([]);
  });
});
