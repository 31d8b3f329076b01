import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One NewsML 1.2 document with `count` invented stories, numbered from `from`. */
export function delivery(from: number, count: number): string {
  const items = Array.from({ length: count }, (_, offset) => item(from + offset));
  return `<?xml version="1.0" encoding="utf-8"?>\n<NewsML Version="1.2"><NewsEnvelope><DateAndTime>20260309T080000Z</DateAndTime></NewsEnvelope>${items.join('')}</NewsML>`;
}

function item(number: number): string {
  const id = `TX-TST-${String(number).padStart(6, '0')}`;
  return [
    `<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>afp.com</ProviderId><DateId>20260309T080000Z</DateId><NewsItemId>${id}</NewsItemId>`,
    `<RevisionId PreviousRevision="0" Update="N">1</RevisionId><PublicIdentifier>urn:newsml:afp.com:20260309T080000Z:${id}:1</PublicIdentifier></NewsIdentifier></Identification>`,
    '<NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20260309T080000+0000</FirstCreated><ThisRevisionCreated>20260309T080000+0000</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>',
    `<NewsComponent><NewsLines><DateLine xml:lang="en">Varre, March 9, 2026 (AFP) -</DateLine><HeadLine xml:lang="en">Ferry number ${number} leaves on time</HeadLine></NewsLines>`,
    '<DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata><ContentItem><DataContent><nitf><body><body.content>',
    `<p>Ferry number ${number} left the pier of Varre on time on Monday, the harbour office said.</p><p>It carried ${number + 3} crates of apples.</p>`,
    '</body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem>',
  ].join('');
}

/** A folder with `documents` files of `items` stories each, and a config that reads it into a directory sink. */
export function directoryRun(folder: string, documents: number, items: number): string {
  const inbox = join(folder, 'in');
  mkdirSync(inbox, { recursive: true });
  for (let index = 0; index < documents; index += 1)
    writeFileSync(join(inbox, `${String(index).padStart(4, '0')}.xml`), delivery(index * items, items));
  const config = join(folder, 'wirecopy.yaml');
  writeFileSync(
    config,
    [
      'data: data',
      'api: false',
      'feeds:',
      '  - { id: ferries, path: in, every: 500ms, provider: AFP }',
      'sinks:',
      '  - { name: out, kind: directory, path: out }',
      '',
    ].join('\n'),
  );
  return config;
}
