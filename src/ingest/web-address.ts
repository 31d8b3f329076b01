import { isActiveAddress } from '../article/active-address.ts';

const ABSOLUTE = /^[a-z][a-z0-9+.-]{0,40}:/i;
const PUBLIC_SCHEME = /^(?:https?|mailto):/i;
/** What nearly all addresses are: nothing to resolve. */
const PLAIN = /^https?:\/\//;

const BEYOND_ASCII = /[^\x00-\x7f]/;

/** An address as the source wrote it, made absolute where it is relative and a base is known. Undefined for empty and active ones (`javascript:`). */
export function resolveUrl(address: string, base: string | undefined): string | undefined {
  const written = address.trim();
  if (PLAIN.test(written)) return written;
  if (written === '' || isActiveAddress(written)) return undefined;
  if (ABSOLUTE.test(written) || base === undefined) return written;
  try {
    const { href } = new URL(written, base);
    return BEYOND_ASCII.test(written) ? readable(href) : href;
  } catch {
    return written;
  }
}

/** An address in letters beyond ASCII stays as legible as it was written (RFC 3987). */
function readable(href: string): string {
  return href.replace(/(?:%[89A-F][0-9A-F]){1,200}/g, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

/** The same, as an absolute http, https or mailto address, else undefined. */
export function publicUrl(address: string | undefined, base?: string): string | undefined {
  if (address === undefined) return undefined;
  const resolved = resolveUrl(address, base);
  if (resolved === undefined || !PUBLIC_SCHEME.test(resolved)) return undefined;
  try {
    return new URL(resolved).href;
  } catch {
    return undefined;
  }
}

/** True for an absolute http or https address. */
export function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(text.trim());
}
