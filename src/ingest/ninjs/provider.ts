import type { Found } from '../../article/parsed-item.ts';
import { Members } from './members.ts';

const URN_AUTHORITY = /^urn:newsml:([\w.-]+):/i;
/** Vocabularies that only one agency uses, and hosts of item addresses. Source: content.pamedia.io and IPTC examples, read 2026-11-25. */
const SCHEMES: readonly (readonly [pattern: RegExp, provider: string])[] = [[/^paservice:/i, 'PA']];
const HOSTS: Readonly<Record<string, string>> = { 'api.ap.org': 'AP', 'tt.se': 'TT', 'content.pamedia.io': 'PA' };

/** Who sent an item: its source, else the authority of its address, a vocabulary of its own, the holder of its rights. */
export function providerOf(members: Members): Found | undefined {
  const uri = members.text('uri', 'guid');
  const known = uri === undefined ? undefined : named(uri, URN_AUTHORITY.exec(uri.text)?.[1] ?? HOSTS[hostOf(uri.text)]);
  return members.text('source') ?? known ?? byVocabulary(members) ?? members.text('copyrightholder') ?? infoSource(members);
}

function byVocabulary(members: Members): Found | undefined {
  for (const node of members.list('subject', 'subjects')) {
    const code = new Members(node).text('code');
    const provider = SCHEMES.find(([pattern]) => code !== undefined && pattern.test(code.text))?.[1];
    if (code !== undefined && provider !== undefined) return { ...code, text: provider };
  }
  return undefined;
}

function infoSource(members: Members): Found | undefined {
  const [first] = members.list('infosource', 'infosources');
  return first === undefined ? undefined : new Members(first).text('name');
}

function named(uri: Found, provider: string | undefined): Found | undefined {
  return provider === undefined ? undefined : { ...uri, text: provider };
}

function hostOf(uri: string): string {
  return URL.canParse(uri) ? new URL(uri).hostname : '';
}
