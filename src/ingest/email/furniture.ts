import type { Entry } from './entries.ts';
import { headOf, type Head } from './head.ts';
import { BANNER, CONTACT_HEAD, CONTACT_WORD, DISCLAIMER, REACHABLE, TAGLINE, VALEDICTION } from './mail-words.ts';

/** A text without the lines that programs and lawyers added. */
export interface Written {
  readonly written: readonly Entry[];
  readonly furniture: readonly Entry[];
}

/** What people wrote, by whom it is for. */
export interface Sorted {
  readonly story: readonly Entry[];
  readonly head: Head;
  /** Who can be asked: signatures, press contacts, as one text each. */
  readonly contacts: readonly string[];
}

/** How many lines a signature, a head or a block of contacts has at most. */
const LONGEST_SIGNATURE = 25;
const LONGEST_CONTACTS = 16;
const RULE = /^[-_=*~#–—]{3,200}$/u;
const DESK_SIGNOFF = /^\p{Lu}{2,8} \p{Ll}{2,4}\/(?:\p{Ll}{2,4})?$/u;
const END = /^[-–—#*=\s]{0,4}(?:ends?|endit|ende|fin|fine|fim|slut|slutt|einde|30|###?|-0-)[-–—#*=\s]{0,4}$/iu;

/** Takes banners, taglines and legal notices away. */
export function withoutPrograms(entries: readonly Entry[]): Written {
  const programs = entries.filter(({ text }) => isFurniture(text));
  const written = entries.filter(({ text }) => !isFurniture(text));
  const lawyers = disclaimerStart(written);
  return { written: written.slice(0, lawyers), furniture: [...programs, ...written.slice(lawyers)] };
}

/** Takes what is not the story away from both ends of a text. Nothing is dropped: each line comes back in one of the lists. */
export function sortEntries(entries: readonly Entry[]): Sorted {
  const signed = signatureStart(entries);
  const { head, rest } = headOf(entries.slice(0, signed));
  const { contacts, story } = contactsOf(rest);
  return { story, head, contacts: [...contacts, ...textsOf(entries.slice(signed))] };
}

function isFurniture(text: string): boolean {
  return text.length <= 400 && (TAGLINE.test(text) || BANNER.test(text));
}

/** A legal notice near the end, and the rule above it. */
function disclaimerStart(entries: readonly Entry[]): number {
  const from = Math.floor(entries.length / 3);
  const at = entries.findIndex(({ text }, index) => index >= from && index > 0 && DISCLAIMER.test(text.slice(0, 1_500)));
  if (at < 0) return entries.length;
  return RULE.test(entries[at - 1]?.text ?? '') ? at - 1 : at;
}

/** Behind `-- `, behind a goodbye, or a run of short lines that tell where someone can be reached. */
function signatureStart(entries: readonly Entry[]): number {
  const last = entries.length - LONGEST_SIGNATURE;
  const marked = entries.findIndex(({ text }, index) => index >= Math.max(1, last) && /^--$/u.test(text));
  const goodbye = entries.findIndex(({ text }, index) => index >= Math.max(1, last) && VALEDICTION.test(text));
  if (goodbye > 0 && entries.slice(goodbye).every(({ text }) => text.length <= 200)) return goodbye;
  return marked > 0 ? marked : cardStart(entries);
}

/** A visiting card at the very end, without any mark: from its first line, which no sentence and no sign-off is. */
function cardStart(entries: readonly Entry[]): number {
  let start = entries.length;
  while (start > 1 && entries.length - start < 12 && isCardLine(entries[start - 1])) start -= 1;
  const card = entries.slice(start);
  if (!card.some(({ text }) => REACHABLE.test(text))) return entries.length;
  return start > 1 && CONTACT_HEAD.test(entries[start - 1]?.text ?? '') ? start - 1 : start;
}

function isCardLine(entry: Entry | undefined): boolean {
  if (entry === undefined || entry.text.length > 90) return false;
  if (END.test(entry.text) || DESK_SIGNOFF.test(entry.text)) return false;
  return REACHABLE.test(entry.text) || !/[.!?:;”"]$/u.test(entry.text);
}

/** Press contacts, wherever they stand below the first paragraph. */
function contactsOf(entries: readonly Entry[]): { contacts: string[]; story: Entry[] } {
  const contacts: string[] = [];
  const story: Entry[] = [];
  for (let at = 0; at < entries.length; at += 1) {
    const entry = entries[at];
    if (entry === undefined) break;
    const length = contactLength(entries, at);
    if (length === 0) story.push(entry);
    else contacts.push(...textsOf(entries.slice(at, at + length)));
    at += Math.max(0, length - 1);
  }
  return { contacts, story };
}

function contactLength(entries: readonly Entry[], at: number): number {
  const { text = '', block } = entries[at] ?? {};
  // A table or a list with one number in it is still the story's.
  if (block?.rows !== undefined && text.length > 400) return 0;
  const reaches = REACHABLE.test(text);
  if (CONTACT_HEAD.test(text) || (reaches && /^[^:]{2,40}:/u.test(text) && CONTACT_WORD.test(text.slice(0, 60)))) {
    let end = at + 1;
    while (end < entries.length && end - at < LONGEST_CONTACTS && belongsToContact(entries, end)) end += 1;
    const block = entries.slice(at, end);
    return reaches || block.some((entry) => REACHABLE.test(entry.text)) ? end - at : 0;
  }
  return reaches && CONTACT_WORD.test(text) && text.length <= 400 ? 1 : 0;
}

function belongsToContact(entries: readonly Entry[], at: number): boolean {
  const text = entries[at]?.text ?? '';
  if (REACHABLE.test(text) && text.length <= 300) return true;
  if (END.test(text) || text.length > 90 || /[.!?]["”]?$/u.test(text)) return false;
  // A name or an office, if a number or an address follows.
  return entries.slice(at + 1, at + 4).some((next) => next.text.length <= 300 && REACHABLE.test(next.text));
}

function textsOf(entries: readonly Entry[]): string[] {
  const text = entries
    .map((entry) => entry.text)
    .filter((line) => line !== '' && !/^--$/u.test(line))
    .join('\n');
  return text === '' ? [] : [text];
}
