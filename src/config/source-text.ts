import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node, type Pair } from 'yaml';
import { codeFrame, type Problem } from './problem.ts';

/** Keys and indexes from the top of the file: `['feeds', 0, 'url']`. */
export type Path = readonly (string | number)[];

/** A YAML file whose values still know where they were written. */
export interface SourceText {
  readonly value: unknown;
  /** Not YAML, doubled keys, alias bombs. */
  readonly syntax: readonly Problem[];
  /** `of: 'key'` points at the key itself, for keys that should not be there. */
  problem(
    path: Path,
    told: Pick<Problem, 'code' | 'message' | 'hint'>,
    how?: { readonly of?: 'key' | 'value'; readonly secret?: boolean },
  ): Problem;
  /** Whether the file holds something there. */
  has(path: Path): boolean;
  /** Line and column, from 1. */
  place(path: Path, of?: 'key' | 'value'): { readonly line: number; readonly column: number };
}

/** A file that cannot be read cannot be searched for secrets either: where it names one, none of its lines is shown. */
const MAY_BE_SECRET = /secret|passw|passphrase|token|[-_]?key|authorization|cookie|credential|:\/\/[^/\s]{1,500}@/i;

/** Reads YAML 1.2; nothing is thrown. */
export function readSource(text: string, file: string): SourceText {
  const counter = new LineCounter();
  const document = parsed(text, counter);
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const place: SourceText['place'] = (path, of = 'value') => at(offsetOf(document, path, of));
  const framed = (where: { line: number; column: number }, told: Pick<Problem, 'code' | 'message' | 'hint'>, secret: boolean): Problem => ({
    ...told,
    file,
    ...where,
    ...(secret ? {} : { frame: codeFrame(text, where.line, where.column) }),
  });
  const syntax = document.errors.map((error) =>
    framed(at(error.pos[0]), { code: 'config.yaml', message: error.message }, MAY_BE_SECRET.test(text)),
  );
  const plain = syntax.length > 0 ? undefined : plainValue(document);
  return {
    value: plain?.value,
    syntax:
      plain?.refused === undefined ? syntax : [framed({ line: 1, column: 1 }, { code: 'config.yaml', message: plain.refused }, false)],
    problem: (path, told, { of = 'value', secret = false } = {}) => framed(place(path, of), told, secret),
    has: (path) => document.hasIn(path),
    place,
  };
}

function parsed(text: string, counter: LineCounter): Document.Parsed {
  try {
    return parseDocument(text, { lineCounter: counter, prettyErrors: false, logLevel: 'error' });
  } catch {
    // Thousands of brackets exhaust the parser's stack; say it as a syntax error.
    return parseDocument('[nested too deep', { lineCounter: counter, prettyErrors: false, logLevel: 'error' });
  }
}

function plainValue(document: Document.Parsed): { value?: unknown; refused?: string } {
  try {
    return { value: document.toJS({ maxAliasCount: 50 }) };
  } catch (thrown) {
    return { refused: thrown instanceof Error ? thrown.message : String(thrown) };
  }
}

/** Offset of the deepest part of the path that is written in the file. */
function offsetOf(document: Document.Parsed, path: Path, of: 'key' | 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [depth, step] of path.entries()) {
    const pair = pairAt(node, step);
    const next = pair === undefined ? itemAt(node, step) : pair.value;
    const key = pair === undefined ? undefined : startOf(pair.key);
    if (pair === undefined && next === undefined) return offset;
    const isLast = depth === path.length - 1;
    offset = (isLast && of === 'key' ? key : startOf(next)) ?? key ?? offset;
    node = next;
  }
  return offset;
}

function pairAt(node: unknown, key: string | number): Pair | undefined {
  if (!isMap(node)) return undefined;
  return node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key));
}

function itemAt(node: unknown, index: string | number): unknown {
  return isSeq(node) ? node.items[Number(index)] : undefined;
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
