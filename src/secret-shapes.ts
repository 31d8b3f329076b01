/** What stands where a secret stood. */
export const HIDDEN = '[secret]';

/** Names that say what follows them is a secret, in headers, queries, JSON and settings (RFC 9110, RFC 6749, libpq, AWS). */
const NAMES =
  '(?:x[-_])?(?:ssl)?pass(?:word|wd|phrase)?|pwd|(?:client[-_]?)?secret(?:[-_]?(?:access[-_]?)?key)?|api[-_]?key|private[-_]?key|' +
  '(?:access|refresh|id|auth|bearer|session|csrf|security|x-amz-security)?[-_]?token|signature|x-amz-(?:signature|credential)';

/** In the order in which they are looked for: what stays, then what goes. Each reads a text in one pass. */
const SHAPES: readonly [RegExp, string][] = [
  [/-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g, HIDDEN],
  // RFC 3986, 3.2.1: who asks, and how they prove it.
  [/(\b[a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/?#@"'<>]{1,300}@/gi, `$1${HIDDEN}@`],
  [/((?:proxy-)?authorization["']?\s{0,8}[:=]\s{0,8}["']?)[^"'\r\n]{1,2000}/gi, `$1${HIDDEN}`],
  [/((?:set-)?cookie["']?\s{0,8}[:=]\s{0,8}["']?)[^"'\r\n]{1,4000}/gi, `$1${HIDDEN}`],
  [new RegExp(`((?<![a-z])(?:${NAMES})["']?\\s{0,8}[:=]\\s{0,8}["']?)[^\\s"',;&}]{1,2000}`, 'gi'), `$1${HIDDEN}`],
  // Short names are secrets in an address only.
  [/([?&;](?:key|sig|auth|code|pass|k)=)[^\s"'&;#]{1,2000}/gi, `$1${HIDDEN}`],
  [/\b(bearer\s)(?=[^\s"',;]{0,200}[\d._-])[^\s"',;]{6,2000}/gi, `$1${HIDDEN}`],
  // Tokens that say by their beginning whose they are.
  [
    /\b(?:[spr]k_(?:live|test)_\w{6,200}|gh[pousr]_\w{20,200}|xox[abprs]-[\w-]{10,200}|AKIA[0-9A-Z]{16}|eyJ[\w-]{8,2000}\.[\w-]{8,4000}\.[\w-]{0,1000})/g,
    HIDDEN,
  ],
];

/** The text without what looks like a credential, whoever's it is: an address of an agency carries its token, an error quotes the address. */
export function withoutSecrets(text: string): string {
  return SHAPES.reduce((rest, [shape, kept]) => rest.replace(shape, kept), text);
}
