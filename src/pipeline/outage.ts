/** When failing hosts are one incident of our own network and not each host's fault. */
export const OUTAGE = {
  /** Fewer hosts may fail together by chance. */
  leastHosts: 5,
  /** This share of the hosts that were asked lately cannot be reached: it begins, */
  begins: 0.8,
  /** and ends below this one. */
  ends: 0.5,
  /** An answer older than this says nothing about now. */
  windowMs: 120_000,
} as const;

export interface OutageView {
  readonly out: boolean;
  readonly hosts: number;
  readonly failed: number;
}

/** Remembers how each host was last reached. Times in milliseconds, of any clock that never goes back. */
export interface OutageWatch {
  note(host: string, reached: boolean, now: number): OutageView;
}

export function createOutageWatch(): OutageWatch {
  const last = new Map<string, { readonly reached: boolean; readonly at: number }>();
  let out = false;
  return {
    note: (host, reached, now) => {
      last.set(host, { reached, at: now });
      for (const [name, { at }] of last) if (at < now - OUTAGE.windowMs) last.delete(name);
      const failed = [...last.values()].filter((one) => !one.reached).length;
      const share = failed / last.size;
      out = last.size >= OUTAGE.leastHosts ? share >= (out ? OUTAGE.ends : OUTAGE.begins) : out && share >= OUTAGE.ends;
      return { out, hosts: last.size, failed };
    },
  };
}
