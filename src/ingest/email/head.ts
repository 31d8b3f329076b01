import type { Entry } from './entries.ts';
import { COVER, DESK_NOTE, EMBARGO, GREETING, ORDER, RELEASE, SAID_KILLED } from './mail-words.ts';

/** What stands above a story that is not the story. */
export interface Head {
  /** For the desk. */
  readonly notes: readonly string[];
  readonly greetings: readonly Entry[];
  /** The line that calls the mail a press release. */
  readonly release: Entry | undefined;
}

const HEAD_LINES = 14;
const LONGEST_NOTE = 600;
/** A paragraph of the story; after two of them nothing is looked for. */
const PROSE = 120;
/** A plain line this long goes on in the next one. */
const WRAPPED = 55;
const MOST_WRAPPED = 10;
/** A mail that says no more than this about a story is a note on it. */
const LONGEST_ORDER = 500;
const RULE = /^[-_=*~#–—]{3,200}$/u;
/** The day of a release, alone on its line. */
const DAY = /^(?:\p{L}{3,12},? )?(?:\p{L}{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}\.? \p{L}{3,12}\.? \d{4})$/u;
const NO_EMBARGO = /[:\s](?:none|no|nil|n\/a|keine?r?|aucun|ninguno|nessuno|immediate(?:ly)?|-)\W{0,3}$/iu;

/** Takes greetings, letterhead, notes, orders and embargoes out of the first lines. */
export function headOf(entries: readonly Entry[]): { head: Head; rest: readonly Entry[] } {
  const notes: string[] = [];
  const greetings: Entry[] = [];
  const kept: Entry[] = [];
  const isShort = entries.reduce((sum, { text }) => sum + text.length, 0) <= LONGEST_ORDER;
  let release: Entry | undefined;
  let prose = 0;
  let at = 0;
  while (at < entries.length && at < HEAD_LINES && prose < 2) {
    const unit = unitAt(entries, at);
    const [entry] = unit;
    if (entry === undefined) break;
    const text = unit.map((one) => one.text).join(' ');
    at += unit.length;
    const use = release !== undefined && DAY.test(text) ? 'note' : useOf(text, kept.length === 0, isShort);
    if (use === 'release') release ??= entry;
    if (use === 'release' || use === 'note') notes.push(text);
    else if (use === 'greeting') for (const one of unit) greetings.push(one);
    else {
      for (const one of unit) kept.push(one);
      if (text.length > PROSE) prose += 1;
    }
  }
  return { head: { notes, greetings, release }, rest: [...kept, ...entries.slice(at)] };
}

/** A line with those that go on with it: wrapped ones, and the moment below `EMBARGOED UNTIL:`. */
function unitAt(entries: readonly Entry[], at: number): Entry[] {
  const unit = entries.slice(at, at + 1);
  for (let next = at + 1; next < entries.length && unit.length < MOST_WRAPPED; next += 1) {
    const [last, entry] = [unit.at(-1), entries[next]];
    if (last === undefined || entry === undefined || entry.gap || entry.line === undefined) break;
    const isOpen = EMBARGO.test(last.text) && !/\d/u.test(last.text) && /\d/u.test(entry.text) && entry.text.length <= 80;
    if (!isOpen && last.text.length < WRAPPED) break;
    unit.push(entry);
  }
  return unit;
}

function useOf(text: string, isFirst: boolean, isShort: boolean): 'release' | 'note' | 'greeting' | undefined {
  if (RELEASE.test(text)) return 'release';
  if (text.length <= 240 && EMBARGO.test(text)) return NO_EMBARGO.test(text) ? 'greeting' : 'note';
  if (isFirst && (RULE.test(text) || isGreeting(text))) return 'greeting';
  if (text.length > LONGEST_NOTE) return undefined;
  const isNote = DESK_NOTE.test(text) || ORDER.test(text) || (isShort && SAID_KILLED.test(text)) || (isFirst && COVER.test(text));
  return isNote ? 'note' : undefined;
}

/** `Morning trains delayed` greets nobody. */
function isGreeting(text: string): boolean {
  return GREETING.test(text) && (/[,!:–-]$/u.test(text) || text.split(/\s+/u).length <= 3);
}
