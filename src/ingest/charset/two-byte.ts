/** How the bytes of a text look in one charset of two bytes a character. */
interface Pairs {
  readonly count: number;
  /** Pairs of characters that texts are mostly made of, punctuation included. */
  readonly usual: number;
  /** Japanese syllables. */
  readonly kana: number;
  /** Pairs that follow another one at once: these scripts do without spaces, or nearly so. */
  readonly joined: number;
  readonly broken: number;
}

type Judgement = 'usual' | 'kana' | 'rare' | 'none';

/** A charset of two bytes a character: what a lead byte and the byte after it are in it. */
interface TwoByte {
  readonly charset: string;
  /** Bytes from here on begin a pair. */
  judge(lead: number, trail: number): Judgement;
  /** A byte that is a character of its own, as the half-width syllables of Japan. */
  isSingle?(byte: number): boolean;
  /** Whether the text as a whole can be what it is for. */
  fits?(pairs: Pairs): boolean;
}

/** Rows of a 94 x 94 set (ISO 2022) stand at 0xa1 and up in EUC. */
const isEuc = (byte: number): boolean => byte >= 0xa1 && byte <= 0xfe;
const isAmong = (byte: number, from: number, to: number): boolean => byte >= from && byte <= to;
const hasKana = ({ kana, count }: Pairs): boolean => kana >= count * 0.1;

/** The usual characters of each set come first in it: JIS X 0208 level 1, KS X 1001 syllables, GB 2312 level 1, Big5 level 1. */
const CHARSETS: readonly TwoByte[] = [
  {
    charset: 'euc-jp',
    judge(lead, trail) {
      if (lead === 0x8e) return isAmong(trail, 0xa1, 0xdf) ? 'rare' : 'none';
      if (!isEuc(lead) || !isEuc(trail)) return 'none';
      if (lead === 0xa4 || lead === 0xa5) return 'kana';
      return isAmong(lead, 0xa1, 0xa3) || isAmong(lead, 0xb0, 0xcf) ? 'usual' : 'rare';
    },
    fits: hasKana,
  },
  {
    charset: 'shift_jis',
    judge(lead, trail) {
      if (!isAmong(trail, 0x40, 0xfc) || trail === 0x7f || !(isAmong(lead, 0x81, 0x9f) || isAmong(lead, 0xe0, 0xfc))) return 'none';
      if ((lead === 0x82 && isAmong(trail, 0x9f, 0xf1)) || (lead === 0x83 && trail <= 0x96)) return 'kana';
      return isAmong(lead, 0x81, 0x82) || isAmong(lead, 0x88, 0x97) ? 'usual' : 'rare';
    },
    isSingle: (byte) => isAmong(byte, 0xa1, 0xdf),
    fits: hasKana,
  },
  {
    charset: 'euc-kr',
    judge(lead, trail) {
      if (isEuc(lead) && isEuc(trail)) return isAmong(lead, 0xb0, 0xc8) || isAmong(lead, 0xa1, 0xa3) ? 'usual' : 'rare';
      const isExtended = isAmong(lead, 0x81, 0xc6) && (isAmong(trail, 0x41, 0x5a) || isAmong(trail, 0x61, 0x7a) || trail >= 0x81);
      return isExtended ? 'rare' : 'none';
    },
  },
  {
    charset: 'gb2312',
    judge(lead, trail) {
      if (!isEuc(lead) || !isEuc(trail)) return isAmong(lead, 0x81, 0xfe) && isAmong(trail, 0x40, 0xfe) && trail !== 0x7f ? 'rare' : 'none';
      return isAmong(lead, 0xb0, 0xd7) || isAmong(lead, 0xa1, 0xa3) ? 'usual' : 'rare';
    },
  },
  {
    charset: 'big5',
    judge(lead, trail) {
      if (!isAmong(lead, 0x81, 0xfe) || !(isAmong(trail, 0x40, 0x7e) || isEuc(trail))) return 'none';
      return isAmong(lead, 0xa1, 0xc6) ? 'usual' : 'rare';
    },
  },
];

const MIN_PAIRS = 4;
/** Of all pairs, how many are usual in a text that is in the charset. */
const MIN_USUAL = 0.85;

/** The charset of two bytes a character that the bytes are in; undefined where they are in none. */
export function twoByteCharset(bytes: Uint8Array): string | undefined {
  let best: { readonly charset: string; readonly share: number } | undefined;
  for (const charset of CHARSETS) {
    const pairs = pairsIn(bytes, charset);
    const { count, usual, kana, joined, broken } = pairs;
    const share = (usual + kana) / count;
    const isText = count >= MIN_PAIRS && broken <= count * 0.02 && joined >= count * 0.4 && share >= MIN_USUAL;
    if (isText && charset.fits?.(pairs) !== false && share > (best?.share ?? 0)) best = { charset: charset.charset, share };
  }
  return best?.charset === 'gb2312' && !bytesAreEuc(bytes) ? 'gb18030' : best?.charset;
}

/** A pair that the end of the bytes cuts off says nothing. */
function pairsIn(bytes: Uint8Array, charset: TwoByte): Pairs {
  const pairs = { count: 0, usual: 0, kana: 0, joined: 0, broken: 0 };
  let end = -1;
  for (let at = 0; at < bytes.length - 1; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    const judgement = charset.isSingle?.(lead) === true ? 'single' : charset.judge(lead, bytes[at + 1] ?? 0);
    if (judgement === 'none') pairs.broken += 1;
    if (judgement === 'single' || judgement === 'none') continue;
    pairs.count += 1;
    if (judgement !== 'rare') pairs[judgement] += 1;
    if (end === at) pairs.joined += 1;
    at += 1;
    end = at + 1;
  }
  return pairs;
}

/** GB 2312 itself has no bytes from 0x80 to 0xa0. */
function bytesAreEuc(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80 || byte > 0xa0);
}
