import ipaddr from 'ipaddr.js';
import { BadInput, Misconfigured } from '../faults.ts';

/** Ports that a public address may be asked on by HTTP. */
const PUBLIC_PORTS: ReadonlySet<number> = new Set([80, 443, 8080, 8443]);
/** Ports of the other ways in: FTP, SFTP, IMAP, FTP and IMAP over TLS. */
const FILE_PORTS: ReadonlySet<number> = new Set([21, 22, 143, 990, 993]);

/**
 * Addresses that ipaddr.js 2.5 calls unicast (or knows nothing of) and that are not the public Internet.
 * Source: IANA special-purpose registries (read 2026-11-24); 168.63.129.16 is the host channel of Azure.
 */
const NOT_PUBLIC = [
  '168.63.129.16/32',
  '192.31.196.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '2001::/23',
  '2620:4f:8000::/48',
  '3fff::/20',
].map((range) => ipaddr.parseCIDR(range));

/** IANA gives public IPv6 addresses from this block only: mapped, translated, NAT64 and compatible spellings of IPv4 all lie outside. */
const GLOBAL_V6 = ipaddr.parseCIDR('2000::/3');

/** Names that never belong to the public DNS (RFC 6761, RFC 6762, ICANN's `.internal`). */
const PRIVATE_NAME = /(?:^|\.)(?:localhost|local|internal|localdomain|home\.arpa|onion)$/;

/** One line of `network.allow`: a range, a port, or both. Without `range` the port is open at public addresses. */
interface Opening {
  readonly range?: [ipaddr.IPv4 | ipaddr.IPv6, number];
  readonly port?: number;
}

/** What may be asked for. All methods are pure and throw `BadInput` (`net.refused-*`) with what to write into the config. */
export interface Guard {
  /** Scheme, port, and host as far as it can be judged without DNS. Returns the URL in its one spelling. */
  checkUrl(url: string): URL;
  /** Every address that a name resolved to: one bad answer refuses the name. */
  checkAddresses(host: string, addresses: readonly string[], port: number): void;
  /** The same for a server of files or mail; the ports of these are open there besides. */
  checkServer(host: string, addresses: readonly string[], port: number): void;
}

/**
 * The decision over addresses and URLs: public addresses on the usual web ports, and what `allow` opens besides.
 * Entries: `10.0.0.0/8` or `::1` (any port there), `127.0.0.1/32:9000` or `[::1]/128:9000` (one port), `*:8090` (a port at public addresses).
 * @throws {Misconfigured} `config.network-allow`
 */
export function createGuard(allow: readonly string[]): Guard {
  const openings = allow.map(readOpening);
  const isOpen = (address: ipaddr.IPv4 | ipaddr.IPv6, port: number): boolean =>
    openings.some(
      ({ range, port: only }) =>
        (only === undefined || only === port) && (range === undefined ? isPublic(address) : covers(range, address)),
    );
  const mayPass = (text: string, port: number, ports = PUBLIC_PORTS): boolean => {
    if (!ipaddr.isValid(text)) return false;
    const address = ipaddr.parse(text);
    return (isPublic(address) && ports.has(port)) || isOpen(address, port);
  };

  function checkHost(host: string, port: number): void {
    if (isLiteral(host)) {
      if (!mayPass(host, port)) throw refusedAddress(host, port);
      return;
    }
    if (PRIVATE_NAME.test(host) && !openings.some(({ range }) => range !== undefined))
      throw refused('name', `${host} is a name of a private network`, 'Allow its address range with `network.allow` in the config');
    const possible =
      PUBLIC_PORTS.has(port) || openings.some(({ port: only, range }) => only === port || (range !== undefined && only === undefined));
    if (!possible)
      throw refused('port', `Port ${port} is not among 80, 443, 8080, 8443`, `Open it with \`network.allow: ["*:${port}"]\` in the config`);
  }

  return {
    checkUrl(text) {
      const url = readUrl(text);
      checkHost(hostOf(url), portOf(url));
      return url;
    },
    checkAddresses(host, addresses, port) {
      const bad = addresses.find((address) => !mayPass(address, port));
      if (bad !== undefined) throw refusedAddress(bad, port, host);
    },
    checkServer(host, addresses, port) {
      const bad = addresses.find((address) => !mayPass(address, port, FILE_PORTS));
      if (bad !== undefined) throw refusedAddress(bad, port, host);
    },
  };
}

/**
 * Where a redirect from `from` leads, still to be checked as any URL.
 * @throws {BadInput} `net.refused-redirect` for what is no address and for the way from https down to http.
 */
export function redirectTarget(location: string, from: URL): string {
  if (location.length > 4_096 || /[\u0000-\u001f\u007f]/.test(location) || !URL.canParse(location, from.href))
    throw new BadInput('net.refused-redirect', `${from.host} redirects to something that is no address`);
  const target = new URL(location, from.href);
  if (from.protocol === 'https:' && target.protocol === 'http:')
    throw new BadInput('net.refused-redirect', `${from.host} redirects from https to http (${target.host})`);
  return target.href;
}

/** Host of a URL without brackets and final dot. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
}

/** Port of an http(s) URL. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port);
  return url.protocol === 'https:' ? 443 : 80;
}

/** Whether a host is an address and not a name. */
export function isLiteral(host: string): boolean {
  return ipaddr.isValid(host);
}

function readUrl(text: string): URL {
  // WHATWG URL folds decimal, octal, hex, short and full-width spellings of IPv4 into one, so there is one place to look.
  const url = text.length <= 8_192 && URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined) throw refused('url', 'The address is no absolute URL', 'Write it as https://host/path');
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused('url', `${url.protocol.slice(0, 20)} is not fetched`, 'Only http and https are');
  return url;
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast' || NOT_PUBLIC.some((range) => covers(range, address))) return false;
  return address.kind() === 'ipv4' || covers(GLOBAL_V6, address);
}

function covers([base, bits]: [ipaddr.IPv4 | ipaddr.IPv6, number], address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  return base.kind() === address.kind() && address.match(base, bits);
}

function readOpening(entry: string): Opening {
  const bracketed = /^\[([0-9a-fA-F:.]{2,45})\](\/\d{1,3})?(?::(\d{1,5}))?$/.exec(entry);
  const plain = /^(\*|[0-9.]{7,15})(\/\d{1,3})?(?::(\d{1,5}))?$/.exec(entry) ?? /^([0-9a-fA-F:.]{2,45})(\/\d{1,3})?$/.exec(entry);
  const [, host, bits, port] = bracketed ?? plain ?? [];
  const only = port === undefined ? {} : { port: Number(port) };
  if (host === '*' && bits === undefined && port !== undefined) return only;
  const range = host === undefined || host === '*' ? undefined : readRange(host, bits);
  if (range !== undefined) return { range, ...only };
  throw new Misconfigured('config.network-allow', {
    message: `\`${entry}\` in network.allow is no address range`,
    hint: 'Write 10.0.0.0/8, ::1/128, 127.0.0.1/32:9000, [::1]/128:9000 or *:8090',
  });
}

function readRange(host: string, bits: string | undefined): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  // A four-part decimal only: `127.1` and `010.0.0.1` mean different things to different readers.
  const four = host.includes(':') || ipaddr.IPv4.isValidFourPartDecimal(host);
  if (!four || !ipaddr.isValid(host)) return undefined;
  const text = `${host}${bits ?? (host.includes(':') ? '/128' : '/32')}`;
  return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : undefined;
}

function refused(what: 'url' | 'port' | 'name' | 'address', message: string, hint: string): BadInput {
  return new BadInput(`net.refused-${what}`, { message, hint });
}

function refusedAddress(address: string, port: number, host?: string): BadInput {
  const bits = address.includes(':') ? `[${address}]/128` : `${address}/32`;
  return refused(
    'address',
    `${address} port ${port}${host === undefined || host === address ? '' : ` (an answer for ${host})`} is not on the public Internet`,
    `If it is meant, open it with \`network.allow: ["${bits}:${port}"]\` in the config`,
  );
}
