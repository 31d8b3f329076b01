/** Schemes that run or carry content instead of naming a place. */
const ACTIVE_SCHEME = /^(?:javascript|vbscript|livescript|mocha|data|about|blob|file):/i;
/** Browsers drop these inside an address (WHATWG URL, 4.4). */
const INVISIBLE = /[\u0000-\u0020\u007f-\u00a0\u200b\ufeff]+/g;

/** Whether following this address would do more than go to a place: `javascript:`, also with spaces inside. */
export function isActiveAddress(address: string): boolean {
  return ACTIVE_SCHEME.test(address.slice(0, 200).replace(INVISIBLE, ''));
}
