import { expect, test } from 'vitest';
import { xmlLeaves } from '../src/ingest/leaves.ts';
import { all, children } from '../src/ingest/tree.ts';
import { readXml } from '../src/ingest/xml.ts';
import { cpuRatio } from './cpu-ratio.ts';

const rootOf = (inner: string) => children(readXml(`<list xmlns:a="urn:a">${inner}</list>`))[0]!;

test('a path counts only siblings of the same name, whatever their prefix', () => {
  const root = rootOf('<p>one</p><a:p>two</a:p><q>three</q>');
  expect(all(root, 'p').map(({ path }) => path)).toEqual(['/list/p[1]', '/list/a:p[2]']);
  expect(all(root, 'q').map(({ path }) => path)).toEqual(['/list/q']);
});

test('leaves stand at the paths that fields are read from', () => {
  const root = rootOf('<p n="1">one</p><a:p>two</a:p>');
  expect(xmlLeaves(root).map(({ path, text }) => `${path}=${text}`)).toEqual(['/list/p[1]/@n=1', '/list/p[1]=one', '/list/a:p[2]=two']);
});

test('paths and leaves of thousands of siblings take time that grows with their number', () => {
  const work = (inner: string) => {
    const root = rootOf(inner);
    return [xmlLeaves(root), all(root, 'p/@n')];
  };
  expect(cpuRatio(work, '<p n="1">x</p>')).toBeLessThanOrEqual(15);
});
