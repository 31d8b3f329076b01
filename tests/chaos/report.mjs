/** Counts that must be zero for a run to pass. */
export const ZEROS = ['lost', 'dup_after_key', 'rev_back', 'killed_visible', 'embargo_early', 'stuck'];

const ORDER = ['store', 'sent', 'delivered', 'lost', 'dup_raw', 'dup_after_key', 'rev_back', 'killed_visible', 'embargo_early', 'stuck'];
const REST = ['kills', 'store_kills', 'flushes', 'recover_p50_ms', 'recover_p99_ms', 'peak_rss_mb', 'seed', 'seconds'];

/** One line for machines, one for people; the same numbers. */
export function linesOf(result) {
  const fields = [...ORDER, ...REST].filter((name) => result[name] !== undefined);
  const text = (value) =>
    typeof value === 'object'
      ? `{${Object.entries(value)
          .map(([name, count]) => `${name}:${count}`)
          .join(',')}}`
      : value;
  return { json: JSON.stringify(result), plain: fields.map((name) => `${name}=${text(result[name])}`).join(' ') };
}

export function passed(result) {
  return ZEROS.every((name) => result[name] === 0);
}

/** The value below which a share of the list lies; 0 of an empty one. */
export function percentile(values, share) {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
