/** Scores by the number of a language. */
type Scores = Record<string, number>;

/** What the detector asks of its tables: languages by number, and for each piece of a word its scores. */
export interface NgramTables {
  type: string;
  languages: Record<string, string>;
  ngrams: Record<string, Scores | undefined>;
}

const TYPE = /type:'([^']+)'/;
const LANGUAGES = /languages:\{([^}]*)\}/;
const LANGUAGE = /(\d{1,3}):'([a-z]{2,3})'/g;
/** `'abc':{11:52,59:3}`: the key in either quotes, or bare where it is a name or a number. */
const NGRAM = /(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|([\w$]+)):\{([\d:,]*)\}/g;

/**
 * Tables of language pieces, read out of the JavaScript literal they are published as, without running it: the scores of a piece
 * stay as written until a text has that piece.
 */
export function readNgrams(source: string): NgramTables {
  const start = source.indexOf('ngrams:{');
  const head = source.slice(0, start);
  const pieces = new Map<string, string | Scores>();
  for (const [, single, double, bare, scores] of source.slice(start + 'ngrams:{'.length).matchAll(NGRAM)) {
    pieces.set(unescaped(single ?? double ?? bare ?? ''), scores ?? '');
  }
  return {
    type: TYPE.exec(head)?.[1] ?? '',
    languages: Object.fromEntries(
      [...(LANGUAGES.exec(head)?.[1] ?? '').matchAll(LANGUAGE)].map(([, number = '', tag = '']) => [number, tag]),
    ),
    ngrams: new Proxy({}, { get: (_, piece) => (typeof piece === 'string' ? scoresOf(pieces, piece) : undefined) }),
  };
}

/** The scores of one piece; once read they stay, for a language uses a few thousand pieces again and again. */
function scoresOf(pieces: Map<string, string | Scores>, piece: string): Scores | undefined {
  const known = pieces.get(piece);
  if (typeof known !== 'string') return known;
  const scores: Scores = {};
  for (const pair of known.split(',')) {
    const colon = pair.indexOf(':');
    scores[pair.slice(0, colon)] = Number(pair.slice(colon + 1));
  }
  pieces.set(piece, scores);
  return scores;
}

function unescaped(key: string): string {
  return key.replace(/\\(.)/g, '$1');
}
