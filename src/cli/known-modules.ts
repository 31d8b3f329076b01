import type { Known } from '../config.ts';
import { formats } from '../ingest/formats.ts';
import { createGuard } from '../ingest/guard.ts';
import { transports } from '../ingest/transports.ts';
import { profiles } from '../normalize/profiles.ts';
import { encodings } from '../publish/encodings.ts';
import { sinks } from '../publish/sinks.ts';

/** Everything registered in this build, for checking a config against it. */
export function knownModules(): Known {
  return {
    transports: new Map(transports.map((kind) => [kind.name, (options) => kind.open(options)])),
    sinks: new Map(
      sinks.map((kind) => [
        kind.name,
        (options) => {
          kind.check(options);
        },
      ]),
    ),
    encodings: encodings.map(({ name }) => name),
    formats: formats.map(({ name }) => name),
    profiles: profiles.map(({ id }) => id),
    network: createGuard,
  };
}
