/** One thing wrong with a config file, at the place where a person has to change it. Lines and columns count from 1. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The line with its neighbours; absent where it would show a secret. */
  readonly frame?: string;
}

/** `file:line:col: message (code)`, the lines around it, and what to do. */
export function problemText({ code, message, hint, file, line, column, frame }: Problem): string {
  return [
    `${file}:${line}:${column}: ${message} (${code})`,
    ...(frame === undefined ? [] : [frame]),
    ...(hint === undefined ? [] : [`  ${hint}`]),
  ].join('\n');
}

/** The line, the one before and the one after, with a caret under the column. */
export function codeFrame(text: string, line: number, column: number): string {
  const lines = text.split(/\r?\n/);
  const width = String(line + 1).length;
  const shown = (number: number): string[] => {
    const content = lines[number - 1];
    return content === undefined ? [] : [`${number === line ? '>' : ' '} ${String(number).padStart(width)} | ${content.slice(0, 200)}`];
  };
  return [
    ...shown(line - 1),
    ...shown(line),
    `  ${' '.repeat(width)} | ${' '.repeat(Math.min(column - 1, 200))}^`,
    ...shown(line + 1),
  ].join('\n');
}

/** The candidate that was probably meant: at most two edits away, and fewer than half of the word. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: editsBetween(word.toLowerCase().slice(0, 64), candidate.toLowerCase()) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best !== undefined && best.edits <= 2 && best.edits * 2 < Math.max(word.length, best.candidate.length)
    ? best.candidate
    : undefined;
}

/** Levenshtein distance. */
function editsBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
