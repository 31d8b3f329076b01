import { pino, type DestinationStream, type Logger } from 'pino';
import { HIDDEN, withoutSecrets } from './secret-shapes.ts';

export type Log = Logger;

export interface LogOptions {
  readonly level?: string;
  /** Values that must not be seen: whatever came from the environment. */
  readonly secrets?: readonly string[];
  /** stderr unless given, so that results alone stand on stdout. */
  readonly destination?: DestinationStream;
}

const MAX_TEXT = 2_048;
const MAX_DEPTH = 6;
const MAX_ITEMS = 100;
/** A shorter one would blank out ordinary words. */
const SHORTEST_SECRET = 4;
const SECRET_FIELD = /^(?:.{0,40}[-_.])?(?:secrets?|passw(?:or)?d|token|api[-_]?key|authorization|cookie|set-cookie)$/i;
/** C1 controls, bidi controls, line separators and BOM: they can make a log line read as another. C0 is escaped by JSON. */
const UNSEEN = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * JSON lines on stderr. Redacted by field name, by value (also URL- and Base64-encoded) and by shape, strings cut at 2 kB,
 * control and bidi characters escaped: whatever a feed sends, one event stays one harmless line.
 */
export function createLog({ level = 'info', secrets = [], destination = pino.destination({ fd: 2, sync: true }) }: LogOptions = {}): Log {
  const scrub = scrubber(secrets);
  const clean = (text: string): string => capped(withoutSecrets(scrub(text)));
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => cleanValue(fields, clean, 0) as Record<string, unknown>,
      },
      // Errors have become plain objects by then; pino's own serializer would read them from the original.
      serializers: { err: (value: unknown) => value },
      hooks: {
        logMethod(given, method) {
          const [first, ...rest] = given as unknown[] as [unknown, ...unknown[]];
          const cleaned = [typeof first === 'string' ? clean(first) : first, ...rest.map((part) => cleanValue(part, clean, 0))];
          method.apply(this, cleaned as Parameters<typeof method>);
        },
        streamWrite: (line) => scrub(line).replace(UNSEEN, escaped),
      },
    },
    destination,
  );
}

/** Replaces every occurrence of a secret, in the spellings in which one travels. The longest go first. */
export function scrubber(secrets: readonly string[]): (text: string) => string {
  const spellings = secrets
    .filter((secret) => secret.length >= SHORTEST_SECRET)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(wellFormed(secret)),
      Buffer.from(secret).toString('base64'),
      JSON.stringify(secret).slice(1, -1),
    ]);
  const sorted = [...new Set(spellings)].sort((a, b) => b.length - a.length);
  return (text) => sorted.reduce((rest, spelling) => rest.replaceAll(spelling, HIDDEN), text);
}

function cleanValue(value: unknown, clean: (text: string) => string, depth: number): unknown {
  if (typeof value === 'string') return clean(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return cleanValue(plainError(value), clean, depth);
  if (value instanceof Date || value instanceof URL) return clean(value instanceof Date ? dateText(value) : value.href);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item: unknown) => cleanValue(item, clean, depth + 1));
  const fields = Object.entries(value).slice(0, MAX_ITEMS);
  return Object.fromEntries(
    fields.map(([key, item]) => [clean(key), SECRET_FIELD.test(key) ? HIDDEN : cleanValue(item, clean, depth + 1)]),
  );
}

function plainError(error: Error): Record<string, unknown> {
  const { cause, stack, message, name } = error;
  // `code`, `hint`, `where` of our faults are own fields.
  return { ...Object.fromEntries(Object.entries(error)), name, message, stack, ...(cause === undefined ? {} : { cause }) };
}

function dateText(date: Date): string {
  return Number.isNaN(date.getTime()) ? 'invalid date' : date.toISOString();
}

function capped(text: string): string {
  return text.length <= MAX_TEXT ? text : `${wellFormed(text.slice(0, MAX_TEXT))}… (${text.length} characters)`;
}

/** Without lone surrogates, which a cut may leave and encodeURIComponent refuses. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
