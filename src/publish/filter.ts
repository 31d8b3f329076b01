import type { Article } from '../article/article.ts';
import type { Concept } from '../article/concept.ts';
import type { Kind } from '../article/status.ts';

/** What a subscriber wants; a criterion that is absent lets everything through. Names compare without case. */
export interface Filter {
  /** Code or name of the provider. */
  readonly provider?: readonly string[];
  /** BCP 47; `en` takes `en-GB` too. */
  readonly language?: readonly string[];
  /** Code or name of a subject, or a keyword. */
  readonly subject?: readonly string[];
  /** This urgent or more so: 1 is a flash. A story without an urgency is left out. */
  readonly urgency?: number;
  /** Kinds of story. */
  readonly status?: readonly Kind[];
}

const CRITERIA: readonly {
  readonly name: keyof Filter;
  readonly matches: (filter: Filter, article: Article) => boolean;
}[] = [
  {
    name: 'provider',
    matches: ({ provider = [] }, { provider: { code, name } }) => isNamed(provider, [code, name]),
  },
  {
    name: 'language',
    matches: ({ language: wanted = [] }, { language = '' }) =>
      wanted.some((tag) => `${language.toLowerCase()}-`.startsWith(`${tag.toLowerCase()}-`)),
  },
  {
    name: 'subject',
    matches: ({ subject = [] }, { subjects = [], keywords = [] }) => isNamed(subject, [...subjects.flatMap(namesOf), ...keywords]),
  },
  {
    name: 'urgency',
    matches: ({ urgency: most = 9 }, { urgency }) => typeof urgency?.value === 'number' && urgency.value <= most,
  },
  {
    name: 'status',
    matches: ({ status = [] }, article) => status.includes(article.status.kind),
  },
];

/** The first criterion that an article does not meet; nothing where it meets them all. */
export function missedBy(filter: Filter, article: Article): keyof Filter | undefined {
  return CRITERIA.find(({ name, matches }) => filter[name] !== undefined && !matches(filter, article))?.name;
}

/** A code alone, and with its scheme: `medtop:04000000`. */
function namesOf({ scheme, code, name }: Concept): (string | undefined)[] {
  return [code, name, scheme === undefined || code === undefined ? undefined : `${scheme}:${code}`];
}

function isNamed(wanted: readonly string[], names: readonly (string | undefined)[]): boolean {
  const known = new Set(names.map((name) => name?.toLowerCase()));
  return wanted.some((name) => known.has(name.toLowerCase()));
}
