import type { ByRole } from './language.ts';
import { languages } from './languages.ts';
import { phrasesOf } from './words.ts';

/** Phrases before names in the credits at the end of a story, by role. Lower case. */
export const ROLE_PHRASES: readonly (readonly [phrase: string, role: string])[] = languages.flatMap(({ signoff }) =>
  entries(signoff?.roles),
);

/** What stands behind the names in a sentence that says who helped, and the role. */
export const CONTRIBUTION_TAILS: readonly (readonly [tail: string, role: string])[] = languages.flatMap(({ signoff }) =>
  entries(signoff?.contributions),
);

function entries(phrases: ByRole | undefined): (readonly [string, string])[] {
  return Object.entries(phrases ?? {}).flatMap(([role, words]) => phrasesOf(words).map((phrase) => [phrase, role] as const));
}
