import type { Repair } from '../../article/provenance.ts';
import { BadInput } from '../../faults.ts';
import { unzipped } from '../decode.ts';
import { isMail } from '../is-mail.ts';
import { openMail, type Message } from '../email/message.ts';
import { readMail, type Part } from '../email/part.ts';
import type { BadItem, Format, ParsedDocument, SourceDocument } from '../format.ts';
import type { ParsedItem } from '../../article/parsed-item.ts';

/** Mails as news desks get them: copy of correspondents, press releases, forms, forwarded and answered mails. */
export const email: Format = {
  name: 'email',
  version: '1',
  source:
    'RFC 5322 (2008), 2045 to 2047 (1996), 2231, 2392, 3676, 6522, 6532; copy, forms and releases mailed to the desks of AAP, Belga and others (2015 to 2026)',
  reads:
    'A mail: subject, text (HTML or plain, wrapped or flowed), charsets by part, labelled heads (`Slug:`, `Headline:`), forms as lines, tables or JSON, forwarded and attached mails, embargo and kill notes. Pictures are media by `cid:`; other files links; addresses, signatures, contacts and covers stay internal.',
  gaps: [
    'attached office documents, PDF and wire files are named and not read',
    'trace fields of mail servers (Received, DKIM, ARC) are not copied',
    'encrypted and opaque signed mails, TNEF, mbox files',
  ],
  recognises: ({ text }) => isMail(text),
  /** @throws {BadInput} `email.*` */
  parse(document) {
    const repairs: Repair[] = [];
    const mail = readMail(binaryOf(document), (repair) => repairs.push(repair));
    if (mail.header.length === 0)
      throw new BadInput('email.no-header', {
        message: 'The mail has no header',
        hint: 'Send the mail as its server keeps it, with all headers',
      });
    return { items: itemsOf(mail), repairs };
  },
};

/** One character for each byte, line ends as LF or CR LF. A mail that was saved in a wide encoding is taken back to bytes by way of UTF-8. */
function binaryOf({ bytes, text, encoding }: SourceDocument): string {
  const isWide = /^utf-(?:16|32)/u.test(encoding);
  const binary = isWide ? Buffer.from(text, 'utf8').toString('latin1') : Buffer.from(unzipped(bytes)).toString('latin1');
  const bare = binary.startsWith('\xef\xbb\xbf') ? binary.slice(3) : binary;
  return bare.includes('\n') ? bare : bare.replaceAll('\r', '\n');
}

/** The mail, unless it is only the cover of those inside it, and those, each for itself. */
function itemsOf(mail: Part): ParsedDocument['items'] {
  const items: (ParsedItem | BadItem)[] = [];
  const open = [mail];
  for (let next = open.shift(); next !== undefined; next = open.shift()) {
    try {
      const message: Message = openMail(next);
      open.unshift(...message.inner);
      if (!message.isCover) items.push(message.read(items.length));
    } catch (thrown) {
      if (!(thrown instanceof BadInput)) throw thrown;
      items.push({ index: items.length, error: thrown });
    }
  }
  return items;
}
