import { createInterface } from 'node:readline';

/** JSON objects on stdin, one a line; blank lines are passed over. A line that is no object comes as `{ problem }`. */
export async function* requestLines(): AsyncGenerator<Readonly<Record<string, unknown>> | { readonly problem: string }> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (line.trim() !== '') yield parseRequest(line);
  }
}

function parseRequest(line: string): Readonly<Record<string, unknown>> | { readonly problem: string } {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
    return { problem: 'The request is not a JSON object' };
  } catch (thrown) {
    return { problem: `The request is not JSON: ${String(thrown)}` };
  }
}

/** The string members of a request that are set. */
export function stringsOf<const Names extends readonly string[]>(
  request: Readonly<Record<string, unknown>>,
  names: Names,
): { [N in Names[number]]?: string } {
  const entries = names.flatMap((name) => (typeof request[name] === 'string' ? [[name, request[name]] as const] : []));
  return Object.fromEntries(entries) as { [N in Names[number]]?: string };
}

/** Header names in lower case; values that are no strings are left out. */
export function headersOf(request: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> | undefined {
  const headers = request['headers'];
  if (typeof headers !== 'object' || headers === null) return undefined;
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name.toLowerCase(), value]] : [])),
  );
}

/** Writes one JSON line and waits until the reader keeps up, so that a slow reader bounds our memory. */
export async function writeLine(value: unknown): Promise<void> {
  await writeText(JSON.stringify(value));
}

/** The same for a text of one line or several. */
export async function writeText(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
