/** `Expires=1772445600`: seconds since 1970, as S3 and CloudFront sign addresses. */
const EXPIRES = /[?&](?:Expires|expires|exp)=(\d{10})(?:&|$)/;
/** `X-Amz-Date=20260302T100000Z&X-Amz-Expires=3600` (AWS signature 4; Google writes `X-Goog-`): from when, and for how many seconds. */
const SIGNED = /[?&]X-(?:Amz|Goog)-Date=(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z(?:&|$)/i;
const SECONDS = /[?&]X-(?:Amz|Goog)-Expires=(\d{1,7})(?:&|$)/i;
/** `se=2026-03-02T10:00:00Z` (Azure shared access signature). */
const AZURE = /[?&]se=(\d{4}-\d{2}-\d{2}T[\d:%A-F]{4,20}Z)(?:&|$)/i;

/** When a signed address stops working, in a form that `readTime` reads; undefined for one that is not signed. */
export function expiryOfAddress(href: string): string | undefined {
  const query = href.slice(0, 4_000);
  const epoch = EXPIRES.exec(query)?.[1];
  if (epoch !== undefined) return epoch;
  const azure = AZURE.exec(query)?.[1];
  if (azure !== undefined) return azure.replaceAll(/%3A/gi, ':');
  const [, year, month, day, hour, minute, second] = SIGNED.exec(query) ?? [];
  const seconds = SECONDS.exec(query)?.[1];
  if (year === undefined || seconds === undefined) return undefined;
  const from = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(from) ? undefined : new Date(from + Number(seconds) * 1_000).toISOString().replace('.000Z', 'Z');
}
