import { stringify } from 'yaml';

/** What is known of a feed that is not in the config yet. */
export interface NewFeed {
  readonly url: string;
  readonly id: string | undefined;
  readonly profile: string | undefined;
  /** Who sends it, for a feed without a profile. */
  readonly provider: string | undefined;
  /** How long it asks to be left alone. */
  readonly nextInMs: number | undefined;
}

const SECRET_PARAMETER = /(?:key|token|secret|password|signature)$/i;
const USUAL_MS = 60_000;

/** The lines of a config that poll a feed. Secrets of its address become references to the environment. */
export function feedYaml({ url, id, profile, provider, nextInMs = 0 }: NewFeed): string {
  const { host } = new URL(url);
  const name = id ?? nameOf(host);
  const every = Math.max(nextInMs, USUAL_MS);
  const feed = {
    id: name,
    url: withoutSecrets(url, name),
    every: every % 60_000 === 0 ? `${every / 60_000}m` : `${Math.round(every / 1_000)}s`,
    ...(profile === undefined ? (provider === undefined ? {} : { provider }) : { profile }),
  };
  return stringify({ feeds: [feed] }, { lineWidth: 0 }).trimEnd();
}

function nameOf(host: string): string {
  return (
    host
      .replace(/^(?:www|rss|feeds?)\./, '')
      .replace(/[^A-Za-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'feed'
  );
}

function withoutSecrets(text: string, name: string): string {
  const url = new URL(text);
  const variable = name
    .toUpperCase()
    .replace(/-/g, '_')
    .replace(/^(?=\d)/, 'FEED_');
  const secrets = new Map<string, string>();
  if (url.password !== '') {
    url.password = 'PASSWORD';
    secrets.set(':PASSWORD@', `:\${env:${variable}_PASSWORD}@`);
  }
  for (const parameter of [...url.searchParams.keys()].filter((key) => SECRET_PARAMETER.test(key))) {
    url.searchParams.set(parameter, 'SECRET');
    secrets.set(`${parameter}=SECRET`, `${parameter}=\${env:${variable}_KEY}`);
  }
  return [...secrets].reduce((written, [placeholder, reference]) => written.replace(placeholder, () => reference), url.href);
}
