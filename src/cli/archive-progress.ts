/** Progress of an archive on a terminal, one line of stderr that is written over; elsewhere nothing. */
export interface ArchiveProgress {
  show(records: number, position: number): void;
  clear(): void;
}

const EVERY_MS = 200;
const BAR = 24;

/** `size` in bytes; records before `from` were read by an earlier run and do not count in the rate. */
export function archiveProgress(size: number, from: number): ArchiveProgress {
  const began = performance.now();
  let shownAt = Number.NEGATIVE_INFINITY;
  return {
    show: (records, position) => {
      const now = performance.now();
      if (!process.stderr.isTTY || now - shownAt < EVERY_MS) return;
      shownAt = now;
      const share = Math.min(1, position / Math.max(size, 1));
      const bar = '#'.repeat(Math.round(share * BAR)).padEnd(BAR, '.');
      const rate = Math.max(0, records - from) / Math.max((now - began) / 1_000, 0.001);
      process.stderr.write(`\r[${bar}] ${records} records, ${rate.toFixed(0)}/s, ${megabytes(position)} of ${megabytes(size)} MB\u001b[K`);
    },
    clear: () => {
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
    },
  };
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
