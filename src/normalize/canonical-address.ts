/** Parameters that tell how a reader came, not what is read. Sources: Google Analytics, Meta, Google Ads, Mailchimp, AT Internet (2026-11). */
const TRACKING = /^(?:utm_\w{1,40}|fbclid|gclid|mc_[ce]id|at_(?:medium|campaign|source)|xtor)$/i;

/** The address of a page without parameters that change from one fetch to the next; anything else stays as it is written. */
export function canonicalAddress(address: string | undefined): string | undefined {
  const start = address?.indexOf('?') ?? -1;
  if (address === undefined || start === -1) return address;
  const end = address.indexOf('#', start);
  const [page, query, fragment] = [
    address.slice(0, start),
    address.slice(start + 1, end === -1 ? undefined : end),
    end === -1 ? '' : address.slice(end),
  ];
  const kept = query.split('&').filter((parameter) => !TRACKING.test(parameter.split('=', 1)[0] ?? ''));
  return `${page}${kept.length === 0 ? '' : `?${kept.join('&')}`}${fragment}`;
}
