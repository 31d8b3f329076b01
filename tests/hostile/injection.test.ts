import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { pollFolder, type RemoteFolder } from '../../src/ingest/remote-folder.ts';
import { readDocument } from '../../src/pipeline/read-document.ts';
import { folderOf } from '../../src/publish/file-names.ts';
import { jobId } from '../../src/queue/job-id.ts';
import { rowsOf, withoutCorpus } from './rows.ts';

describe.skipIf(withoutCorpus)('hostile guids', () => {
  const guids = [...new Set(rowsOf<{ readonly guid: string }>('injection/guids.jsonl').map(({ guid }) => guid))];
  const storyKeyOf = (guid: string): string => {
    const item = {
      uri: guid,
      type: 'text',
      versioncreated: '2026-03-02T17:10:00Z',
      headline: 'Bridge reopens',
      body_text: 'The bridge at Ostwick reopened.',
    };
    const [read] = readDocument(Buffer.from(JSON.stringify(item)), { receivedAt: '2026-03-02T18:00:00Z', format: 'ninjs' }).items;
    if (read?.ok !== true) throw new Error(`not read: ${guid}`);
    return read.article.id;
  };

  test('two of them never share a story, a folder or a job', () => {
    // What only spaces or the Unicode form tell apart is one id for its sender too.
    const told = guids.filter((guid) => guid.trim() === guid && guid !== '');
    expect(told.length).toBeGreaterThan(20);
    for (const name of [storyKeyOf, folderOf, (guid: string) => jobId('n', guid)]) expect(new Set(told.map(name)).size).toBe(told.length);
  });

  test('a job id is a letter and a hash, a story id plain text, a folder a plain name', () => {
    for (const guid of guids.filter((some) => some.trim() !== '')) {
      expect(jobId('n', guid)).toMatch(/^n[0-9a-f]{64}$/);
      expect(storyKeyOf(guid)).toMatch(/^[A-Za-z0-9._:~-]+$/);
      expect(folderOf(guid)).toMatch(/^[A-Za-z0-9_-]+$/);
    }
  });
});

describe.skipIf(withoutCorpus)('hostile names of files on a server', () => {
  const names = rowsOf<{ readonly name: string }>('injection/filenames.jsonl').map(({ name }) => name);

  test('none that could break a command is sent, none is a path here, none stops the others', async () => {
    const sent: string[] = [];
    const folder: RemoteFolder = {
      list: () => Promise.resolve(names.map((name) => ({ name, size: 4, stamp: 's' }))),
      read: (name) => {
        sent.push(name);
        return Promise.resolve(Buffer.from('text'));
      },
      remove: (name) => {
        sent.push(name);
        return Promise.resolve();
      },
    };
    const here = readdirSync('.');
    const options = { settleMs: 0, endings: [], after: 'delete' } as const;
    let taken = 0;
    for await (const fetched of pollFolder({ folder, options, cursor: null, signal: AbortSignal.timeout(60_000) }))
      taken += fetched.bytes.byteLength / 4;
    expect(taken).toBe(new Set(sent).size);
    expect(taken).toBeGreaterThan(5);
    expect(sent.filter((name) => /[\u0000-\u001f\u007f/\\]|^\.|^$/.test(name))).toEqual([]);
    expect(readdirSync('.')).toEqual(here);
  });
});
