import type { Subscription, Subscriptions } from '../store/subscriptions.ts';
import type { Outlet } from './deliver.ts';

/** An outlet with what closes it. */
export interface OpenOutlet {
  readonly outlet: Outlet;
  readonly close: () => Promise<void>;
}

export interface OutletParts {
  /** Those of the config, open already. */
  readonly fixed: ReadonlyMap<string, Outlet>;
  readonly journal: Pick<Subscriptions, 'subscription' | 'subscriptions'>;
  readonly open: (subscription: Subscription) => Promise<OpenOutlet>;
}

/** Where everybody's deliveries go: subscribers of the config, and those that the journal has now. */
export interface Outlets {
  names(): Promise<readonly string[]>;
  /** Nothing for one that is removed. @throws {Misconfigured} `subscriber.key` */
  outletOf(name: string): Promise<Outlet | undefined>;
  close(): Promise<void>;
}

/**
 * Looks the journal's up each time, for another process may have changed them, and keeps each open until it changes. A name of the config is
 * the config's, whatever the journal says.
 */
export function outletsOf({ fixed, journal, open }: OutletParts): Outlets {
  const opened = new Map<string, { readonly version: number; readonly whole: OpenOutlet }>();
  const drop = async (name: string): Promise<void> => {
    const last = opened.get(name);
    opened.delete(name);
    await last?.whole.close();
  };
  return {
    names: async () => {
      const added = (await journal.subscriptions()).map(({ name }) => name);
      return [...fixed.keys(), ...added.filter((name) => !fixed.has(name))];
    },
    outletOf: async (name) => {
      const known = fixed.get(name);
      if (known !== undefined) return known;
      const subscription = await journal.subscription(name);
      const last = opened.get(name);
      if (subscription !== null && last?.version === subscription.version) return last.whole.outlet;
      // What is being sent at this moment fails, and is sent again under the new settings.
      await drop(name);
      if (subscription === null) return undefined;
      const whole = await open(subscription);
      opened.set(name, { version: subscription.version, whole });
      return whole.outlet;
    },
    close: async () => {
      for (const name of [...opened.keys()]) await drop(name);
    },
  };
}
