/** An instant some milliseconds after another; both ISO 8601 UTC with milliseconds, so that texts compare as instants. */
export function after(at: string, ms: number): string {
  return new Date(Date.parse(at) + ms).toISOString();
}
