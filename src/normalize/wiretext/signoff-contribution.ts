import type { Person } from '../../article/people.ts';
import { agencyOf } from '../lexicon/agencies.ts';
import { CONTRIBUTION_TAILS } from '../lexicon/signoff-words.ts';
import { readPeople } from './byline-people.ts';
import type { BylineReading } from './byline-reading.ts';
import { cutLeadingTitle } from './byline-title.ts';

type Found = { readonly people: readonly Person[]; readonly agencies: readonly string[]; readonly organisations: readonly string[] };

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'we', 'i', 'who', 'you', 'er', 'sie', 'il', 'elle', 'él', 'ella']);
const tails = [...CONTRIBUTION_TAILS].sort((a, b) => b[0].length - a[0].length);

/**
 * `Associated Press writers A in X and B in Y contributed to this report.` A bare surname is kept as printed: it refers to
 * the byline. Every sentence of the line must be such a one.
 */
export function readContribution(
  line: string,
  language: string | undefined,
): (Partial<BylineReading> & { readonly rule: string }) | undefined {
  const text = line.replace(/^[\s(—–_-]{1,6}|[\s)]{1,4}$/gu, '');
  if (text.length > 1_200) return undefined;
  const sentences = text.split(/(?<=\p{Ll}{3}|\p{Lu}{3})\.\s+(?=\p{Lu})/u);
  const found = sentences.map((sentence) => readSentence(sentence.replace(/\.$/u, ''), language));
  if (!found.every((credits) => credits !== undefined)) return undefined;
  const contributors = found.flatMap(({ people }) => people);
  const agencies = [...new Set(found.flatMap((credits) => credits.agencies))];
  return {
    rule: 'signoff/contributed',
    contributors,
    agencies,
    organisations: found.flatMap(({ organisations }) => organisations),
    generic: contributors.length === 0,
  };
}

function readSentence(sentence: string, language: string | undefined): Found | undefined {
  const lower = sentence.toLowerCase();
  const hasPlace = lower.includes(' from ');
  for (const [tail, role] of tails) {
    const at = lower.endsWith(` ${tail}`) ? lower.length - tail.length - 1 : hasPlace ? lower.lastIndexOf(` ${tail} from `) : -1;
    if (at <= 0) continue;
    const place = sentence.slice(at + 1 + tail.length).replace(/^ from /u, ' in ');
    if (tail === 'reported' && place === '') continue;
    const found = readNames(`${sentence.slice(0, at)}${place}`, role, language);
    return place === '' && !tail.includes(' ') && found?.people.some(({ name }) => !name.includes(' ')) === true ? undefined : found;
  }
  return undefined;
}

/** `Associated Press writers` before the names says whose staff they are. */
function readNames(text: string, role: string, language: string | undefined): Found | undefined {
  const owned = cutLeadingTitle(text.replace(/^The\s(?=Associated|Canadian)/u, ''));
  const owner = owned?.title;
  const names = owned?.rest ?? text;
  if (PRONOUNS.has(names.toLowerCase())) return undefined;
  const credits = readPeople(names, { language, role, labelled: true });
  if ('why' in credits || credits.generic) return undefined;
  const organisation = owner?.organisation;
  const agency = agencyOf(organisation ?? '');
  return {
    people: credits.people.map((person) => ({ ...person, ...(organisation === undefined ? {} : { organisation }) })),
    agencies: [...(agency === undefined ? [] : [agency.code]), ...credits.agencies],
    organisations: credits.organisations,
  };
}
