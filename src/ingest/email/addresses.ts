import type { HeaderField } from './header.ts';
import type { Told } from './charset.ts';
import { headerText } from './words.ts';

/** A mailbox: who, and at which address. */
export interface Mailbox {
  readonly name?: string;
  readonly address: string;
}

const MOST = 100;
const SEPARATED = /(?:"(?:[^"\\]|\\.){0,500}"|\([^()]{0,500}\)|<[^<>]{0,500}>|[^",;<>()]{1,500}|["()<>]){1,40}/gu;

/** The mailboxes of an address field (RFC 5322 section 3.4), groups opened. Encoded words are decoded after the commas are found. */
export function mailboxesOf({ value }: HeaderField, told: Told): Mailbox[] {
  const list = value.slice(0, 50_000).replace(/^[^"<>@,;:]{1,100}:(?=[^;]*;\s*$)\s*/u, '');
  const parts = list.match(SEPARATED) ?? [];
  return parts.slice(0, MOST).flatMap((part) => mailboxOf(part.trim(), told));
}

function mailboxOf(part: string, told: Told): Mailbox[] {
  const angled = /^(.*?)<([^<>]*)>/su.exec(part);
  const comment = /^\s*([^\s()@]+@[^\s()]+)\s*\(([^()]*)\)/su.exec(part);
  const address = (angled?.[2] ?? comment?.[1] ?? part).trim();
  if (!/\S@\S/u.test(address) || /\s/u.test(address)) return [];
  const written = angled?.[1] ?? comment?.[2] ?? '';
  const name = headerText(
    written
      .trim()
      .replace(/^"(.*)"$/su, '$1')
      .replace(/\\(.)/gsu, '$1'),
    told,
  ).replace(/^['"]+|(?<!['"])['"]+$/gu, '');
  return [name === '' || name === address ? { address } : { name, address }];
}
