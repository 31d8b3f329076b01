import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadInput } from '../../src/faults.ts';
import { email } from '../../src/ingest/formats/email.ts';
import { formats } from '../../src/ingest/formats.ts';
import { decode } from '../../src/ingest/decode.ts';
import { readDocument } from '../../src/pipeline/read-document.ts';
import { cpuRatio } from '../cpu-ratio.ts';

const NOW = '2026-03-02T20:00:00Z';
const HEAD =
  'From: Ilse <ilse@courier.example>\nSubject: Ferries sail\nDate: Mon, 2 Mar 2026 17:41:02 +0100\nMessage-ID: <1@courier.example>\n';

function articleOf(source: string | Buffer) {
  const [item] = readDocument(Buffer.from(source as string), { receivedAt: NOW }).items;
  if (item?.ok !== true) throw item?.error ?? new Error('no item');
  return item.article;
}

function plain(text: string, subject = 'Ferries sail'): ReturnType<typeof articleOf> {
  return articleOf(`${HEAD.replace('Ferries sail', subject)}Content-Type: text/plain; charset=utf-8\n\n${text}\n`);
}

function parse(source: string | Uint8Array): void {
  const bytes = Buffer.from(source as string);
  email.parse({ bytes, text: bytes.toString('latin1'), encoding: 'utf-8', encodingBasis: 'detection', repairs: [] });
}

describe('recognition', () => {
  test.each([
    ['a mail', `${HEAD}\nText.`],
    ['a mail behind blank lines and an mbox line', `\n \nFrom ilse@courier.example Mon Mar  2 17:41:02 2026\n${HEAD}\nText.`],
    ['a mail with markup and addresses in its head', `Return-Path: <p@x.example>\nReceived: from a by b; now\n${HEAD}\n<html><body><rss>`],
    ['a mail with CR alone', HEAD.replaceAll('\n', '\r') + '\rText.'],
  ])('%s is a mail and nothing else', (_, text) => {
    const document = { bytes: Buffer.from(text), ...decode(Buffer.from(text), {}) };
    expect(formats.filter((format) => format.recognises(document)).map(({ name }) => name)).toEqual(['email']);
  });
  test.each([
    ['labelled lines', 'Date: 2 March\nPlace: Skarn\nSubject: ferries\n\nThe ferries sail again on Monday.\nThey do.'],
    ['a page that begins with From', 'From: our correspondent\nSubject: ferries\nTo: everybody\n\nThe ferries sail again.'],
    ['markup', '<p>From: a@b.example\nTo: c@d.example\nSubject: x</p>'],
  ])('%s are no mail', (_, text) => {
    expect(email.recognises({ bytes: Buffer.from(text), text, encoding: 'utf-8', encodingBasis: 'detection', repairs: [] })).toBe(false);
  });
});

describe('whatever the bytes, only bad input is thrown', () => {
  const part = fc.constantFrom(
    'Content-Type: multipart/mixed; boundary=b\n',
    'Content-Type: multipart/alternative; boundary="b\n',
    'Content-Type: message/rfc822\n',
    'Content-Type: text/html; charset=iso-2022-jp\n',
    'Content-Type: text/plain; charset=utf-7; format=flowed\n',
    'Content-Transfer-Encoding: base64\n',
    'Content-Transfer-Encoding: quoted-printable\n',
    'Subject: =?gb18030?B?/////w==?= =?x?Q?=',
    '\n',
    '--b\n',
    '--b--\n',
    '<p>a<br>b<table><tr><td>c',
    'Headline: x\nBody: y\n',
    '{"Headline":["x"],"Body":["y"]}',
    '> On Monday, a@b.example wrote:\n> ',
    '-- \n',
  );
  test('bytes and broken mails', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(part, fc.string({ unit: 'binary' })), { maxLength: 24 }), (pieces) => {
        const source = `${HEAD}${pieces.join('')}`;
        try {
          readDocument(Buffer.from(source), { receivedAt: NOW, format: 'email' }).items.forEach((item) => {
            if (!item.ok && 'bug' in item) throw item.bug;
          });
        } catch (thrown) {
          if (!(thrown instanceof BadInput)) throw thrown;
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile mails stay bounded', () => {
  const nested = (depth: number): string =>
    Array.from({ length: depth }, (_, index) => `Content-Type: multipart/mixed; boundary=b${index}\n\n--b${index}\n`).join('');
  test.each([
    ['nested parts', HEAD + nested(10_000), 'email.too-deep'],
    [
      'a hundred thousand parts',
      `${HEAD}Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\nx\n'.repeat(100_000)}`,
      'email.too-many-parts',
    ],
    ['a header of ten megabytes', `${HEAD}X-Long: ${'a'.repeat(10_000_000)}\n\nText.`, 'email.header-too-large'],
    ['a header of a million lines', `${HEAD}${'X-A: b\n'.repeat(1_000_000)}\n\nText.`, 'email.header-too-large'],
    ['nothing at all', 'no header here', 'email.no-header'],
  ])('%s', (_, source, code) => {
    expect(() => {
      parse(source);
    }).toThrow(expect.objectContaining({ code }) as Error);
  });
  test.each([
    ['labels', `${HEAD}\n`, 'Slug: a\n'],
    ['addresses', 'Subject: x\nTo: ', '"a <('],
  ])('the time for %s grows with their length', (_, before, unit) => {
    const work = (text: string): void => {
      parse(before + text);
    };
    expect(cpuRatio(work, unit)).toBeLessThan(25);
  });
});

describe('what is sent beside the story', () => {
  test('addresses, telephones and covers are in no public field', () => {
    const {
      internal,
      x: _x,
      provenance: _provenance,
      ...open
    } = plain(
      'Dear desk,\n\nPlease find my story below.\n\nThe ferries sail again, said the operator, after a strike of nine days that ended on Monday.\n\nMedia contact: Britt Aasen, +49 555 010 20 30, britt@nordlinie.example\n\nKind regards\nIlse\n+31 20 555 01 99',
    );
    expect(JSON.stringify(open)).not.toMatch(/555|@nordlinie|ilse@|Please find|regards/);
    expect(JSON.stringify(internal)).toMatch(/ilse@courier\.example.*britt@nordlinie\.example/);
    expect(open.body.blocks).toHaveLength(1);
    expect(open.byline.authors).toEqual([]);
  });
  test.each([
    ['EMBARGOED UNTIL 0001 GMT Wednesday 4 March 2026', 'embargo-future'],
    ['EMBARGOED UNTIL:\n0001 GMT, 4 March 2026', 'embargo-future'],
    ['Embargo: Sunday papers', 'embargo-unresolved'],
    ['Sperrfrist: 4. März 2026, 10.00 Uhr', 'embargo-unresolved'],
    ['NOT FOR PUBLICATION', 'not-for-publication'],
    ['Please disregard this story, it was sent in error.', 'disregard'],
  ])('%s holds the story', (line, reason) => {
    const { status, body } = plain(`${line}\n\nThe ferries sail again on Monday after a strike of nine days, the operator said.`);
    expect(status).toMatchObject({ publishable: false, reasons: [reason] });
    expect(body.blocks).toHaveLength(1);
  });
  test.each([
    'Embargo on arms to Velmar is lifted, the ministers of twelve countries said on Monday evening.',
    'Morning trains to Skarn run late again, and nobody on the platform could say why this is so.',
    'Here are five things to know about the ferries of the Velmar strait, which sail again on Monday.',
    'Contact was lost with the ferry on Monday, the coast guard said, and a search began at once.',
  ])('%s is news', (lead) => {
    const { body } = plain(`${lead}\n\nMore than two hundred passengers were on board of the first boat, the operator said.`);
    expect(body.blocks[0]?.text).toBe(lead);
  });
});
