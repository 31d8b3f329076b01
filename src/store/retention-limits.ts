export const DAY_MS = 86_400_000;
/** Of each kind in one transaction, so that writers wait only shortly. */
export const MOST_AT_ONCE = 5_000;
