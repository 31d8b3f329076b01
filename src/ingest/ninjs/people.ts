import type { Found, ParsedItem } from '../../article/parsed-item.ts';
import type { JsonNode } from '../json.ts';
import { Members } from './members.ts';

type Contacts = NonNullable<ParsedItem['contacts']>;

/** Members of a person that lead to a telephone or mailbox: desk-only. */
const CONTACT_FIELDS = ['phone', 'email', 'mobile', 'jobtitle'] as const;

/**
 * The byline as printed: `byline` or `by`; else TT's `bylines` and Superdesk's `authors`, without those who are for the desk only
 * (`internal`, which TT writes as a string).
 */
export function bylinesOf(members: Members): Found[] {
  const printed = members.text('byline', 'by');
  if (printed !== undefined) return [printed];
  const writers = [...members.list('bylines'), ...members.list('authors')].map((node) => new Members(node));
  return writers.flatMap((person) => (isInternal(person) || !isWriter(person) ? [] : (person.text('byline', 'name') ?? [])));
}

/** People whom readers do not get to see, and the numbers and addresses of all. */
export function contactsOf(members: Members): Contacts {
  const staff = [...members.list('bylines'), ...members.list('authors')].flatMap(staffContact);
  const mentioned = members.list('people', 'person').flatMap((node) => {
    const name = new Members(node).text('name')?.text;
    return new Members(node).list('contactinfo').flatMap((contact) => contactOf(name, new Members(contact).text('value')));
  });
  return [...staff, ...mentioned];
}

function staffContact(node: JsonNode): Contacts {
  const person = new Members(node);
  const name =
    person.text('byline', 'name')?.text ?? [person.text('firstname')?.text, person.text('lastname')?.text].filter(Boolean).join(' ');
  const reached = CONTACT_FIELDS.flatMap((field) => contactOf(name, person.text(field)));
  const role = isInternal(person) ? contactOf(name, person.text('role')) : [];
  return [...reached, ...role];
}

function contactOf(name: string | undefined, value: Found | undefined): Contacts {
  return value === undefined ? [] : [{ ...(name === undefined || name === '' ? {} : { name }), value: value.text }];
}

function isInternal(person: Members): boolean {
  const flag = person.node('internal')?.value;
  return flag === true || flag === 'true';
}

/** Editors and photographers stand in other places of the story. */
function isWriter(person: Members): boolean {
  const role = person.text('role')?.text.toLowerCase() ?? '';
  return role === '' || /writer|author|report|journalist|autor|skribent/.test(role);
}
