import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { didYouMean, type Problem } from './problem.ts';
import { configSchema, FeedText, type ConfigText } from './schema.ts';
import type { Path, SourceText } from './source-text.ts';

const validate = new Ajv2020({ allErrors: true, verbose: true, strict: false }).compile<ConfigText>(configSchema);

/** Whether a value has the form of a config; if not, each difference at its place. */
export function checkShape(value: unknown, source: SourceText): { readonly text?: ConfigText; readonly problems: readonly Problem[] } {
  if (value === null || value === undefined)
    return { problems: [source.problem([], { code: 'config.empty', message: 'The config is empty', hint: 'It needs at least `feeds:`' })] };
  if (validate(value)) return { text: value, problems: [] };
  const problems = (validate.errors ?? []).filter(isOwn).map((error) => problemOf(error, source));
  // A mistyped key is why the right one is missing: it is told first.
  const typos = problems.filter(({ code }) => code === 'config.unknown-key');
  return { problems: [...typos, ...problems.filter((problem) => !typos.includes(problem))] };
}

/** A failed alternative of `api: false` says nothing that the failed object does not say better. */
function isOwn({ keyword, schemaPath }: ErrorObject): boolean {
  return keyword !== 'anyOf' && !/\/anyOf\/[12]\//.test(schemaPath);
}

function problemOf(error: ErrorObject, source: SourceText): Problem {
  const path = pathOf(error.instancePath);
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.keyword === 'additionalProperties') return unknownKey(error, [...path, String(params['additionalProperty'])], source);
  const where = path.length === 0 ? 'The config' : `\`${path.join('.')}\``;
  if (error.keyword === 'required')
    return source.problem(path, { code: 'config.missing', message: `${where} has no \`${String(params['missingProperty'])}\`` });
  const hint = descriptionOf(error.parentSchema);
  return source.problem(path, {
    code: 'config.value',
    message: `${where} ${wanted(error, params)}`,
    ...(hint === undefined ? {} : { hint }),
  });
}

function unknownKey(error: ErrorObject, path: Path, source: SourceText): Problem {
  const key = String(path.at(-1));
  const known = Object.keys((error.parentSchema as { properties?: object } | undefined)?.properties ?? {});
  const meant = didYouMean(key, known);
  const elsewhere = meant === undefined && path[0] !== 'feeds' && key in FeedText.properties ? 'It belongs to a feed' : undefined;
  const hint = meant === undefined ? (elsewhere ?? `Known here: ${known.join(', ')}`) : `Did you mean \`${meant}\`?`;
  return source.problem(path, { code: 'config.unknown-key', message: `Unknown key \`${key}\``, hint }, { of: 'key' });
}

function wanted({ keyword, message, data }: ErrorObject, params: Readonly<Record<string, unknown>>): string {
  if (keyword === 'type') return `must be ${String(params['type'])}, not ${kindOf(data)}`;
  if (keyword === 'pattern') return 'is not written as it must be';
  return message ?? 'is wrong';
}

function kindOf(data: unknown): string {
  if (data === null) return 'empty';
  return Array.isArray(data) ? 'a list' : typeof data;
}

function descriptionOf(schema: unknown): string | undefined {
  return (schema as { description?: string } | undefined)?.description;
}

/** JSON Pointer to path (RFC 6901). */
function pathOf(pointer: string): Path {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}
