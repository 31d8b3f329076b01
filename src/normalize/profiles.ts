import type { ParsedItem } from '../article/parsed-item.ts';
import { NO_PROFILE, type Profile } from './profile.ts';
import { aap } from './profiles/aap.ts';
import { afp } from './profiles/afp.ts';
import { anaMpa } from './profiles/ana-mpa.ts';
import { anadolu } from './profiles/anadolu.ts';
import { anp } from './profiles/anp.ts';
import { ansa } from './profiles/ansa.ts';
import { ap } from './profiles/ap.ts';
import { apa } from './profiles/apa.ts';
import { belga } from './profiles/belga.ts';
import { businessdesk } from './profiles/businessdesk.ts';
import { businesswire } from './profiles/businesswire.ts';
import { canadianPress } from './profiles/canadian-press.ts';
import { dpa } from './profiles/dpa.ts';
import { efe } from './profiles/efe.ts';
import { europapress } from './profiles/europapress.ts';
import { keystoneSda } from './profiles/keystone-sda.ts';
import { kyodo } from './profiles/kyodo.ts';
import { lusa } from './profiles/lusa.ts';
import { ntb } from './profiles/ntb.ts';
import { onclusive } from './profiles/onclusive.ts';
import { pa } from './profiles/pa.ts';
import { pressReleaseSites } from './profiles/press-release-sites.ts';
import { reuters } from './profiles/reuters.ts';
import { ritzau } from './profiles/ritzau.ts';
import { stt } from './profiles/stt.ts';
import { tass } from './profiles/tass.ts';
import { theLocal } from './profiles/the-local.ts';
import { tt } from './profiles/tt.ts';

/** Every provider and site that we know the habits of. */
export const profiles: readonly Profile[] = [
  aap,
  afp,
  anadolu,
  anaMpa,
  anp,
  ansa,
  ap,
  apa,
  belga,
  businessdesk,
  businesswire,
  canadianPress,
  dpa,
  efe,
  europapress,
  keystoneSda,
  kyodo,
  lusa,
  ntb,
  onclusive,
  pa,
  reuters,
  ritzau,
  stt,
  tass,
  tt,
  ...pressReleaseSites,
  ...theLocal,
];

/** What the caller asked for; it beats what the file says. */
export interface Wanted {
  /** A profile id. */
  readonly profile?: string;
  /** A provider name or code. */
  readonly provider?: string;
  readonly url?: string;
}

/** The profile named by the caller, else the one that the item's provider or the page's host matches, else one that assumes nothing. */
export function profileFor(item: ParsedItem, wanted: Wanted): Profile {
  const byId = profiles.find((profile) => profile.id === wanted.profile);
  if (byId !== undefined) return byId;
  const names = [wanted.provider, item.provider?.text].filter((name) => name !== undefined).map((name) => name.trim().toLowerCase());
  const byName = profiles.find((profile) =>
    names.some((name) => profile.id === name || profile.matches?.providers?.includes(name) === true),
  );
  if (byName !== undefined) return byName;
  const host = hostOf(wanted.url ?? item.permalink?.text);
  const byHost =
    host === undefined
      ? undefined
      : profiles.find((profile) => profile.matches?.hosts?.some((own) => host === own || host.endsWith(`.${own}`)) === true);
  return byHost ?? unknownProfile(wanted.provider ?? item.provider?.text, host);
}

/** An unknown provider keeps its name; nothing is assumed about it. */
function unknownProfile(name: string | undefined, host: string | undefined): Profile {
  const provider = name?.trim() ?? host?.replace(/^www\./, '');
  if (provider === undefined || provider === '') return NO_PROFILE;
  return { ...NO_PROFILE, provider: { code: provider.toLowerCase(), name: provider } };
}

function hostOf(url: string | undefined): string | undefined {
  return url === undefined || !URL.canParse(url) ? undefined : new URL(url).hostname.toLowerCase() || undefined;
}
