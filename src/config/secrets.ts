import type { Path, SourceText } from './source-text.ts';
import type { Problem } from './problem.ts';

/** Environment variables by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A value with every `${env:NAME}` filled in, what was filled in, and what could not be. */
export interface Expanded {
  readonly value: unknown;
  /** The values that came from the environment: never to be shown. */
  readonly secrets: readonly string[];
  /** Secrets that stand in the file itself: refused, and to be kept out of every message. */
  readonly literals: readonly string[];
  readonly problems: readonly Problem[];
}

const REFERENCE = /\$\{env:([A-Za-z_][A-Za-z0-9_]{0,127})\}/g;
const BRACES = /\$\{[^}]{0,200}\}?/g;
const MAX_DEPTH = 30;
/** Names of fields whose value is a secret. */
const SECRET_NAME =
  /(?:^|[-_.])(?:secrets?|passw(?:or)?d|passphrase|token|api[-_]?key|access[-_]?key|private[-_]?key|authorization|cookie|credentials?)$/i;
/** The password in `scheme://user:password@host`. */
const URL_PASSWORD = /^[A-Za-z][A-Za-z0-9+.-]{0,20}:\/\/[^/@\s]{0,500}?:([^/@\s]{1,500})@/;

/**
 * Fills in `${env:NAME}` everywhere. Refused: a variable that is not set or empty, any other `${…}`, and a secret written out
 * (a field named secret, password, token, authorization …, or a password inside an address).
 */
export function expandSecrets(source: SourceText, env: Environment): Expanded {
  const secrets = new Set<string>();
  const literals: string[] = [];
  const problems: Problem[] = [];

  const expandText = (text: string, path: Path): string => {
    const written = literalSecret(text, path);
    if (written !== undefined) {
      literals.push(URL_PASSWORD.exec(text)?.[1] ?? text);
      problems.push(source.problem(path, written, { secret: true }));
    }
    for (const [braces] of text.replace(REFERENCE, '').matchAll(BRACES)) {
      const told = {
        code: 'config.reference',
        message: `\`${braces.slice(0, 40)}\` is no reference`,
        hint: 'Write ${env:NAME} for an environment variable',
      };
      problems.push(source.problem(path, told, { secret: true }));
    }
    return text.replace(REFERENCE, (whole, name: string) => {
      const value = env[name];
      if (value !== undefined && value !== '') {
        secrets.add(value);
        return value;
      }
      const told = {
        code: 'config.env',
        message: `The environment variable ${name} is not set`,
        hint: `Set it before starting: export ${name}=…`,
      };
      problems.push(source.problem(path, told));
      return whole;
    });
  };

  const within: unknown[] = [];
  const expand = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string') return expandText(value, path);
    // An unquoted secret of digits is a number to YAML.
    if (typeof value === 'number' && literalSecret(String(value), path) !== undefined) return expandText(String(value), path);
    if (typeof value !== 'object' || value === null) return value;
    if (within.includes(value) || within.length > MAX_DEPTH) {
      problems.push(source.problem(path, { code: 'config.depth', message: 'The value holds itself, or is nested too deep' }));
      return null;
    }
    within.push(value);
    const expanded = Array.isArray(value)
      ? value.map((item: unknown, index) => expand(item, [...path, index]))
      : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, expand(item, [...path, key])]));
    within.pop();
    return expanded;
  };

  return { value: expand(source.value, []), secrets: [...secrets], literals, problems };
}

function literalSecret(text: string, path: Path): Pick<Problem, 'code' | 'message' | 'hint'> | undefined {
  const hint = 'Put it into an environment variable and write ${env:NAME}';
  // `['secrets', 0]` is named by its parent. Tests hold expectations about articles, never secrets.
  const name = [...path].reverse().find((step) => typeof step === 'string') ?? '';
  const expected = path[0] === 'feeds' && path[2] === 'tests';
  if (!expected && SECRET_NAME.test(name) && !text.includes('${env:'))
    return { code: 'config.literal-secret', message: `\`${name}\` is written out in the file`, hint };
  const password = URL_PASSWORD.exec(text.slice(0, 2_000))?.[1];
  return password === undefined || password.includes('${env:')
    ? undefined
    : { code: 'config.literal-secret', message: 'The address has its password written out', hint };
}
