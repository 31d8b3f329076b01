import type { Journal } from '../store/journal.ts';
import type { Log } from './log.ts';
import { createOutageWatch } from './outage.ts';

export interface IncidentDeps {
  readonly journal: Pick<Journal, 'beginIncident' | 'endIncident'>;
  /** Name of this machine. */
  readonly place: string;
  readonly log: Log;
}

/** Watches how hosts are reached from here; an outage of our own network is one entry in the journal, and one line in the log. True while it lasts. */
export function networkWatch({ journal, place, log }: IncidentDeps): (host: string, reached: boolean) => Promise<boolean> {
  const watch = createOutageWatch();
  let told = false;
  return async (host, reached) => {
    const { out, hosts, failed } = watch.note(host, reached, performance.now());
    if (out === told) return out;
    told = out;
    const detail = `${failed} of the ${hosts} hosts that were asked lately cannot be reached from ${place}`;
    try {
      if (out) await journal.beginIncident(place, detail);
      else await journal.endIncident(place);
    } catch (error) {
      // Told again with the next host.
      told = !out;
      log.warn({ err: error }, 'network incident: the journal is away');
    }
    if (out) log.error({ code: 'net.incident', hosts, failed }, `network incident: ${detail}; feeds are not blamed meanwhile`);
    else log.warn({ code: 'net.incident', hosts, failed }, 'network incident is over');
    return out;
  };
}
