import type { Person } from '../../article/people.ts';
import { ROLE_PHRASES } from '../lexicon/signoff-words.ts';
import { readPeople } from './byline-people.ts';
import type { BylineOptions, BylineReading } from './byline-reading.ts';

const roles = new Map(ROLE_PHRASES);
const phrases = [...roles.keys()].sort((a, b) => b.length - a.length).join('|');
/** A phrase at the beginning, behind a mark, or behind a word where it ends in "by" (`Tom Brown Editing by …`). */
const PHRASE = new RegExp(
  `(?:^|[;,.(]\\s?(?:and\\s|y\\s|et\\s|und\\s|with\\s(?=add))?|\\s(?=\\p{L}{4,16}(?:\\s\\p{L}{3,10}){0,2}\\s(?:by|von|par|por)\\s))(${phrases})(?=[\\s:])\\s?:?`,
  'giu',
);
/** The same where the text begins; most lines have none there. */
const FIRST_PHRASE = new RegExp(PHRASE.source, 'iuy');
/** Roles that the last lines of a story name, and no byline. */
const HELPERS: ReadonlySet<string> = new Set(['editor', 'additional reporting', 'contributor']);
const TRAILER = /(?:(?<!\s)\s+)?(?:Our Standards: .{0,80}|Bei Rückfragen .{0,200}|For more .{0,120})$/u;

/** `(Reporting by A in X, B and C; Writing by D; Editing by E)`. Undefined where the line does not begin with such a role. */
export function readRoles(
  line: string,
  { language, where }: BylineOptions,
): (Partial<BylineReading> & { readonly rule: string }) | undefined {
  const bracketed = /^\(/u.test(line);
  const text = line.replace(TRAILER, '').replace(/^[\s(–—-]{1,4}|[\s).]{1,4}$/gu, '');
  if (text.length > 1_200) return undefined;
  FIRST_PHRASE.lastIndex = 0;
  if (!FIRST_PHRASE.test(text)) return undefined;
  const starts = [...text.matchAll(PHRASE)];
  const first = starts[0];
  if (first?.index !== 0 || first[1] === undefined) return undefined;
  // One role alone is a byline unless it is a role that only sign-offs have.
  const helped = where === 'signoff' && HELPERS.has(roles.get(first[1].toLowerCase()) ?? '');
  if (
    (starts.length === 1 || where !== 'signoff') &&
    !bracketed &&
    !helped &&
    !/\b(?:reporting|editing|assistance|contributions|mitarbeit|berichterstattung|editado|édité)\b/iu.test(first[1])
  )
    return undefined;
  const people: Person[] = [];
  const agencies: string[] = [];
  for (const [index, match] of starts.entries()) {
    const names = text
      .slice(match.index + match[0].length, starts[index + 1]?.index ?? text.length)
      .replace(/^[\s:]{1,3}|[\s;,.]{1,4}$/gu, '');
    const credits = readPeople(withStopped(names), {
      language,
      role: roles.get((match[1] ?? '').toLowerCase()) ?? 'contributor',
      labelled: true,
    });
    if ('why' in credits) return undefined;
    people.push(...credits.people);
    agencies.push(...credits.agencies);
  }
  return people.length + agencies.length === 0
    ? undefined
    : { rule: 'signoff/roles', contributors: people, agencies: [...new Set(agencies)] };
}

/** `and` before the last role belongs to nobody. */
function withStopped(names: string): string {
  return names.replace(/(?<![\s,;])[\s,;]+(?:and|y|et|und|e)$/u, '');
}
