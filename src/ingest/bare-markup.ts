/** Stands for a `<` that begins no tag: one unit as `<` is, so that all positions stay; a noncharacter, so no text has it. */
export const BARE_LESS_THAN = '\ufdd0';

const NAME_START = /[A-Za-z_:\u0080-\ufffd]/;
/** How often the text may be looked over in search of tag ends, in text lengths, before the rest is taken as it is. */
const PATIENCE = 16;

/** Told of what was masked. */
export type OnBareMarkup = (code: 'xml.bare-less-than' | 'xml.entity-declaration') => void;

/**
 * The text with the same length and positions, in which every `<` begins markup: a bare one (`5 < 6`, `a <b and c`) becomes
 * `BARE_LESS_THAN`, and a DOCTYPE becomes blanks, so that nothing it declares is ever seen. CDATA sections and comments stay.
 */
export function maskBareMarkup(text: string, note: OnBareMarkup): string {
  const parts: string[] = [];
  let kept = 0;
  let budget = text.length * PATIENCE;
  const replace = (start: number, end: number, by: string): void => {
    parts.push(text.slice(kept, start), by);
    kept = end;
  };
  for (let at = text.indexOf('<'); at !== -1;) {
    let next: number;
    if (text.startsWith('<![CDATA[', at)) next = after(text, ']]>', at + 9);
    else if (text.startsWith('<!--', at)) next = after(text, '-->', at + 4);
    else if (isDoctype(text, at)) {
      next = doctypeEnd(text, at);
      if (/<!ENTITY/i.test(text.slice(at, next))) note('xml.entity-declaration');
      replace(at, next, ' '.repeat(next - at));
    } else if (text[at + 1] === '!' || text[at + 1] === '?') next = after(text, '>', at + 1);
    else {
      const end = budget > 0 ? tagEnd(text, at) : { closed: true, at: at + 1 };
      budget -= end.at - at;
      next = end.closed ? end.at : at + 1;
      if (!end.closed) {
        note('xml.bare-less-than');
        replace(at, at + 1, BARE_LESS_THAN);
      }
    }
    at = text.indexOf('<', next);
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(kept);
}

/** Past the first `mark` from `from` on; the end of the text where there is none. */
function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found + mark.length;
}

function isDoctype(text: string, at: number): boolean {
  return text[at + 1] === '!' && text.slice(at + 2, at + 9).toUpperCase() === 'DOCTYPE';
}

/** Past the `>` of a DOCTYPE, its internal subset in brackets included. An unclosed subset ends where elements begin. */
function doctypeEnd(text: string, start: number): number {
  const mark = /[[\]>"']|<!--/g;
  mark.lastIndex = start + 9;
  let inSubset = false;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [symbol] = found;
    if (symbol === '[') inSubset = true;
    else if (symbol === ']') inSubset = false;
    else if (symbol === '>' && !inSubset) return found.index + 1;
    else if (symbol === '<!--') mark.lastIndex = after(text, '-->', mark.lastIndex);
    else if (symbol === '"' || symbol === "'") {
      const close = text.indexOf(symbol, mark.lastIndex);
      if (close !== -1) mark.lastIndex = close + 1;
    }
  }
  return after(text, '>', start);
}

/**
 * Where a tag that begins at `start` ends: past its `>`. It is no tag (`closed: false`) where another `<` comes first outside quotes, or
 * where no name follows. At the end of the text a tag cut off is left to the tokenizer, which drops it.
 */
function tagEnd(text: string, start: number): { closed: boolean; at: number } {
  const named = text[start + 1] === '/' ? start + 2 : start + 1;
  if (named < text.length && !NAME_START.test(text[named] ?? '')) return { closed: false, at: named };
  const mark = /[<>]|=\s{0,100}["']/g;
  mark.lastIndex = named;
  for (let found = mark.exec(text); found !== null; found = mark.exec(text)) {
    const [symbol] = found;
    if (symbol === '>') return { closed: true, at: found.index + 1 };
    if (symbol === '<') return { closed: false, at: found.index };
    const close = text.indexOf(symbol.at(-1) ?? '"', mark.lastIndex);
    if (close === -1) return { closed: false, at: found.index };
    mark.lastIndex = close + 1;
  }
  return { closed: true, at: text.length };
}
