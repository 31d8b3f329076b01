import { Misconfigured } from '../faults.ts';

/** Options of one module as a person wrote them. Every method throws `Misconfigured` (`config.option`) at the option that is wrong. */
export interface OptionReader {
  has(name: string): boolean;
  /** One line of text. */
  text(name: string): string;
  /** The same, where it may be left out. */
  textOr<Fallback>(name: string, fallback: Fallback): string | Fallback;
  /** Text of several lines, such as a key; undefined where it is left out. */
  block(name: string): string | undefined;
  number(name: string, bounds: { readonly fallback: number; readonly least: number; readonly most: number }): number;
  flag(name: string, fallback: boolean): boolean;
  choice<Value extends string>(name: string, values: readonly Value[], fallback?: Value): Value;
  /** A mapping with options of its own. */
  part(name: string): OptionReader | undefined;
  /** A mapping of names to texts. */
  texts(name: string): Readonly<Record<string, string>>;
  fail(name: string, message: string, hint?: string): never;
  /** Refuses what nobody has asked for. */
  end(): void;
}

type Options = Readonly<Record<string, unknown>>;

/** Reads the options of `module`; `path` is where they stand within it, such as `auth`. */
export function readOptionsOf(module: string, raw: Options, path: readonly string[] = []): OptionReader {
  const asked = new Set<string>();
  const fail = (name: string, message: string, hint?: string): never => {
    throw new Misconfigured('config.option', {
      message: `${module}: \`${[...path, name].join('.')}\` ${message}`,
      where: { path: [...path, name].join('.') },
      ...(hint === undefined ? {} : { hint }),
    });
  };
  const value = (name: string): unknown => {
    asked.add(name);
    return Object.hasOwn(raw, name) ? raw[name] : undefined;
  };
  const line = (name: string, given: unknown): string =>
    typeof given === 'string' && /^[^\u0000-\u001f\u007f]{1,8192}$/.test(given) ? given : fail(name, 'must be one line of text');
  const mapping = (name: string): Options | undefined => {
    const given = value(name);
    if (given === undefined) return undefined;
    return typeof given === 'object' && given !== null && !Array.isArray(given) ? (given as Options) : fail(name, 'must be a mapping');
  };
  return {
    fail,
    has: (name) => value(name) !== undefined,
    text: (name) => (value(name) === undefined ? fail(name, 'is missing') : line(name, value(name))),
    textOr: (name, fallback) => (value(name) === undefined ? fallback : line(name, value(name))),
    block: (name) => {
      const given = value(name);
      return given === undefined || (typeof given === 'string' && given.length <= 65_536) ? given : fail(name, 'must be text');
    },
    number: (name, { fallback, least, most }) => {
      const given = value(name) ?? fallback;
      return typeof given === 'number' && given >= least && given <= most ? given : fail(name, `must be ${least} to ${most}`);
    },
    flag: (name, fallback) => {
      const given = value(name) ?? fallback;
      return typeof given === 'boolean' ? given : fail(name, 'must be true or false');
    },
    choice: (name, values, fallback) => {
      const given = value(name) ?? fallback;
      return values.find((known) => known === given) ?? fail(name, `must be one of ${values.join(', ')}`);
    },
    part: (name) => {
      const given = mapping(name);
      return given === undefined ? undefined : readOptionsOf(module, given, [...path, name]);
    },
    texts: (name) => Object.fromEntries(Object.entries(mapping(name) ?? {}).map(([key, text]) => [key, line(`${name}.${key}`, text)])),
    end: () => {
      const stray = Object.keys(raw).find((name) => !asked.has(name));
      if (stray !== undefined) fail(stray, 'is no option', `Options: ${[...asked].map((name) => [...path, name].join('.')).join(', ')}`);
    },
  };
}
