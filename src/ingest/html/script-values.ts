/** One script of a page. */
export interface PageScript {
  readonly text: string;
  /** Its type says that it is JSON and no program. */
  readonly isJson: boolean;
}

/** A value that a script holds as JSON, and where: `/html/script#4`. */
export interface ScriptValue {
  readonly value: unknown;
  readonly path: string;
}

/** Shorter values hold no story. */
const SHORTEST = 400;
const MOST_VALUES = 200;
/** How many characters are looked at for each one of the scripts: a bracket that closes nowhere must not cost the whole script each time. */
const LOOKS = 4;
/** What is assigned or handed over begins behind one of these; keys of JSON are quoted. */
const OPENING = /[=(]\s{0,20}(?=\[\s{0,20}["{[\d]|\{\s{0,20}")|JSON\.parse\(\s{0,20}(?=["'])/g;
const MARK = /["{}[\]]/g;
const UNDEFINED = /(?<=[:,[]\s?)undefined(?=\s?[,}\]])/g;

/** The JSON in the scripts of a page: whole scripts, assigned values, arguments, strings given to `JSON.parse`. Nothing is run. */
export function scriptValues(scripts: readonly PageScript[]): ScriptValue[] {
  const found: ScriptValue[] = [];
  scripts.forEach(({ text, isJson }, index) => {
    if (text.length < SHORTEST) return;
    const values = isJson ? [parsed(text)] : valuesIn(text, MOST_VALUES - found.length);
    for (const value of values) if (value !== undefined) found.push({ value, path: `/html/script#${index + 1}` });
  });
  return found;
}

/** A string that is JSON itself, read; undefined for any other. */
export function innerValue(text: string): unknown {
  return text.length >= SHORTEST && /^\s*(?:\{\s*"|\[\s*["{[\d])/.test(text) ? parsed(text) : undefined;
}

function valuesIn(script: string, most: number): unknown[] {
  const found: unknown[] = [];
  let looks = script.length * LOOKS;
  let at = 0;
  for (const { index, 0: opening } of script.matchAll(OPENING)) {
    const start = index + opening.length;
    if (start < at) continue;
    if (looks <= 0 || found.length >= most) break;
    const isText = script[start] === '"' || script[start] === "'";
    const end = isText ? endOfText(script, start, script[start] ?? '"') : endOfValue(script, start, start + looks);
    looks -= (end === -1 ? script.length : end) - start;
    if (end - start < SHORTEST) continue;
    const value = isText ? parsedText(script.slice(start + 1, end - 1)) : parsed(script.slice(start, end));
    if (value === undefined) continue;
    found.push(value);
    at = end;
  }
  return found;
}

/** Behind the bracket that closes the one at `start`; -1 where none does before `limit`. */
function endOfValue(script: string, start: number, limit: number): number {
  MARK.lastIndex = start;
  let depth = 0;
  for (let mark = MARK.exec(script); mark !== null && mark.index < limit; mark = MARK.exec(script)) {
    const [sign] = mark;
    if (sign === '"') {
      const end = endOfText(script, mark.index, '"');
      if (end === -1) return -1;
      MARK.lastIndex = end;
    } else if (sign === '{' || sign === '[') depth += 1;
    else depth -= 1;
    if (depth === 0) return MARK.lastIndex;
  }
  return -1;
}

/** Behind the quote that closes the one at `start`. */
function endOfText(script: string, start: number, quote: string): number {
  for (let end = script.indexOf(quote, start + 1); end !== -1; end = script.indexOf(quote, end + 1)) {
    let slash = end;
    while (script[slash - 1] === '\\') slash -= 1;
    if ((end - slash) % 2 === 0) return end + 1;
  }
  return -1;
}

/** JSON, also where a program wrote `undefined` between it. */
function parsed(text: string): unknown {
  for (const attempt of [text, text.replace(UNDEFINED, 'null')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // What is no JSON with null for undefined either is a program, or broken.
    }
  }
  return undefined;
}

/** JSON inside a string of a program. */
function parsedText(source: string): unknown {
  const written = source.replace(/\\x([0-9a-f]{2})|\\(')|(\\.)|"/gi, (whole, hex?: string, quote?: string) =>
    hex === undefined ? (quote ?? (whole === '"' ? '\\"' : whole)) : `\\u00${hex}`,
  );
  const text = parsed(`"${written}"`);
  return typeof text === 'string' ? parsed(text) : undefined;
}
