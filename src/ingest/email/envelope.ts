import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import { defined, orNothing } from '../../article/defined.ts';
import { mailboxesOf, type Mailbox } from './addresses.ts';
import type { Told } from './charset.ts';
import { valueOf, type Header, type HeaderField } from './header.ts';
import { FORWARD, OUTSIDE, REPLY } from './mail-words.ts';
import { agencyOfAddress } from './senders.ts';
import { headerText } from './words.ts';

const ADDRESSES = new Set([
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'resent-from',
  'resent-to',
  'resent-sender',
  'resent-cc',
  'return-path',
  'delivered-to',
  'envelope-to',
  'x-original-to',
  'errors-to',
  'x-envelope-from',
  'x-authenticated-sender',
]);
const CONTACTS = new Set(['from', 'sender', 'reply-to', 'to', 'cc', 'resent-from']);
/** Fields that servers and programs write for each other. They say nothing of the story; the bytes are kept anyway. */
const TRACE =
  /^(?:received|x-received|received-spf|authentication-results|dkim-.*|domainkey-.*|arc-.*|x-google-.*|x-gm-.*|x-ms-.*|x-microsoft-.*|x-forefront-.*|x-exchange-.*|x-spam.*|x-virus.*|x-antiabuse|x-ses-.*|x-amz-.*|x-mimecast-.*|x-proofpoint-.*|x-barracuda-.*|x-eop.*|x-originatororg|x-get-message-sender-via|x-source.*|x-sg-.*|x-mailgun-.*|x-mandrill-.*|x-mc-.*|x-report-abuse|feedback-id|list-unsubscribe.*|thread-index|thread-topic|content-.*|mime-version|x-tm-.*|x-cmae-.*|x-ironport-.*|x-brightmail-.*|x-clientproxiedby|x-incoming.*|x-hmail.*|x-yandex-.*|x-provags-.*|x-ui-.*|autocrypt|bimi-.*|precedence|dl-.*|references|in-reply-to)$/iu;

/** A subject without the marks of answers, forwards and gateways, and whether it said that the mail is passed on. */
export interface Subject {
  readonly text: string;
  readonly passedOn: boolean;
}

export function subjectOf(written: string): Subject {
  let text = written;
  let passedOn = false;
  for (let turn = 0; turn < 6; turn += 1) {
    passedOn ||= FORWARD.test(text);
    const bare = text.replace(OUTSIDE, '').replace(REPLY, '').replace(FORWARD, '').trim();
    if (bare === text || bare === '') break;
    text = bare;
  }
  return { text, passedOn };
}

/** The fields of an item that stand in the header of a mail. */
export function envelopeOf(
  header: Header,
  told: Told,
): Pick<ParsedItem, 'guid' | 'altIds' | 'times' | 'provider' | 'language' | 'links' | 'supersedes' | 'keywords' | 'ednotes'> & {
  readonly contacts: readonly { readonly name?: string; readonly value: string }[];
} {
  const guid = foundIn(header, 'message-id', told);
  const sent = foundIn(header, 'date', told);
  const expires = foundIn(header, 'expires', told) ?? foundIn(header, 'expiry-date', told);
  const supersedes = [...idsIn(valueOf(header, 'supersedes')), ...idsIn(valueOf(header, 'obsoletes'))];
  const times = defined({ sent, versionCreated: sent, expires });
  const keywords = headerText(valueOf(header, 'keywords') ?? '', told);
  return {
    contacts: contactsOf(header, told),
    ...defined({
      guid,
      altIds: guid === undefined ? undefined : [{ role: 'message-id', value: guid.text.replace(/^<|>$/gu, '') }],
      times: Object.keys(times).length === 0 ? undefined : times,
      provider: providerOf(header, told),
      language: languageOf(header, told),
      links: orNothing(linksOf(header)),
      supersedes: orNothing(supersedes),
      keywords: orNothing(listOf(keywords)),
      ednotes: orNothing([foundIn(header, 'comments', told)].filter((found) => found !== undefined)),
    }),
  };
}

/** Header fields that no field of an item holds, without the trace of the servers. */
export function headerRest(header: Header, told: Told): Found[] {
  return header
    .filter(({ name, value }) => value !== '' && !TRACE.test(name) && !ADDRESSES.has(name.toLowerCase()))
    .map((field) => found(field, told));
}

/** Decoded, with its place. */
export function foundIn(header: Header, name: string, told: Told): Found | undefined {
  const field = header.find((one) => one.name.toLowerCase() === name && one.value !== '');
  return field === undefined ? undefined : found(field, told);
}

function found(field: HeaderField, told: Told): Found {
  return { text: headerText(field.value, told), path: `header/${field.name}` };
}

/** Message ids with their brackets, as written. */
export function idsIn(value: string | undefined): string[] {
  return [...new Set((value ?? '').slice(0, 20_000).match(/<[^<>\s]{1,500}>/gu) ?? [])].slice(0, 100);
}

export function listOf(text: string): string[] {
  return text
    .split(/[,;\n|]/u)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function linksOf(header: Header): { rel: string; id: string }[] {
  const answered = idsIn(valueOf(header, 'in-reply-to'));
  const others = idsIn(valueOf(header, 'references')).filter((id) => !answered.includes(id));
  return [...answered.map((id) => ({ rel: 'in-reply-to', id })), ...others.map((id) => ({ rel: 'references', id }))];
}

function contactsOf(header: Header, told: Told): { name?: string; value: string }[] {
  const boxes = header.filter(({ name }) => CONTACTS.has(name.toLowerCase())).flatMap((field): Mailbox[] => mailboxesOf(field, told));
  const seen = new Set<string>();
  return boxes.flatMap(({ name, address }) => {
    if (seen.has(address.toLowerCase())) return [];
    seen.add(address.toLowerCase());
    return [{ ...(name === undefined ? {} : { name }), value: address }];
  });
}

/** The agency behind the sender's address; an organisation only where a field of its own names it. */
function providerOf(header: Header, told: Told): Found | undefined {
  const from = header.find(({ name }) => name.toLowerCase() === 'from');
  const [sender] = from === undefined ? [] : mailboxesOf(from, told);
  const agency = sender === undefined ? undefined : agencyOfAddress(sender.address);
  if (agency !== undefined) return { text: agency, path: 'header/From' };
  return foundIn(header, 'organization', told) ?? foundIn(header, 'organisation', told);
}

function languageOf(header: Header, told: Told): Found | undefined {
  const stated = foundIn(header, 'content-language', told);
  const tag = /^[a-z]{2,3}(?:-[a-z\d]{2,8})*/iu.exec(stated?.text ?? '')?.[0];
  return stated === undefined || tag === undefined ? undefined : { ...stated, text: tag };
}
