/** A declared entity that is plain text: no reference, no markup, and short. Everything else that a DOCTYPE declares is passed over. */
const TEXT_ENTITY = /<!ENTITY\s{1,100}([A-Za-z_][\w.-]{0,63})\s{1,100}(?:"([^"<&%]{0,200})"|'([^'<&%]{0,200})')\s{0,100}>/g;
const MAX_ENTITIES = 64;

/** A DOCTYPE of a loosely read document. */
export interface Doctype {
  /** Past its `>`. */
  readonly end: number;
  readonly declaresEntities: boolean;
  /** Entities that stand for a few plain characters; those of XML and HTML cannot be declared anew. */
  readonly entities: ReadonlyMap<string, string>;
}

export function isDoctype(text: string, at: number): boolean {
  return text.slice(at + 2, at + 9).toUpperCase() === 'DOCTYPE';
}

/** Reads the DOCTYPE that begins at `start`. */
export function doctypeAt(text: string, start: number): Doctype {
  const end = endOf(text, start);
  const source = text.slice(start, end);
  const entities = new Map<string, string>();
  for (const [, name = '', double, single] of source.matchAll(TEXT_ENTITY)) {
    if (entities.size < MAX_ENTITIES && !entities.has(name)) entities.set(name, double ?? single ?? '');
  }
  return { end, declaresEntities: /<!ENTITY/i.test(source), entities };
}

/** Past the `>`, an internal subset in brackets included. An unclosed subset ends where elements begin. */
function endOf(text: string, start: number): number {
  const mark = /[[\]>"']|<!--/g;
  mark.lastIndex = start + 9;
  let inSubset = false;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [symbol] = found;
    if (symbol === '[') inSubset = true;
    else if (symbol === ']') inSubset = false;
    else if (symbol === '>' && !inSubset) return found.index + 1;
    else if (symbol === '<!--') mark.lastIndex = past(text, '-->', mark.lastIndex);
    else if (symbol === '"' || symbol === "'") {
      const close = text.indexOf(symbol, mark.lastIndex);
      if (close !== -1) mark.lastIndex = close + 1;
    }
  }
  return past(text, '>', start);
}

/** Past the first `mark` from `from` on; the end of the text where there is none. */
export function past(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}
