/**
 * Words that begin a note on what a new version changes. Source: Reuters text of 2012 to 2018 ("(Adds details)", "(Recasts with vote)",
 * "(In 4 Feb. story, corrects spelling)"), Kyodo and PTI ("(EDS: ADDING INFO)"); read 2026-11-25.
 */
const CHANGES =
  /^\((?:(?:adds?|updates?|recasts?|corrects?|repeats?|refiles?|rewrites?|releads?|fixes|changes|removes|deletes|drops|clarifies|edits|restores|writes through|no changes)\b|(?:eds?|editors?|note to editors|attention editors)\s?[:;]|(?:in|this) [^()]{1,80}\b(?:corrects|corrected|clarifies|removes|fixes|deletes|refiles)\b)/iu;

/** Whether a paragraph is nothing but such a note, wholly in brackets: for editors, not for readers. */
export function isLeadNote(text: string): boolean {
  const trimmed = text.trim();
  return (
    trimmed.length <= 600 && trimmed.endsWith(')') && CHANGES.test(trimmed.slice(0, 140)) && trimmed.indexOf(')') === trimmed.length - 1
  );
}
