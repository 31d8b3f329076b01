/** The text without the characters at either end that `mark` matches one by one. Linear, where `/[…]+$/` is not. */
export function trimEnds(text: string, mark: RegExp): string {
  let [start, end] = [0, text.length];
  while (start < end && mark.test(text[start] ?? '')) start += 1;
  while (end > start && mark.test(text[end - 1] ?? '')) end -= 1;
  return text.slice(start, end);
}
