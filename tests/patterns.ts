import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';

/** A regular expression as a literal, `/a+/u`, and where it stands, `src/article/hash.ts:12`. */
export interface Pattern {
  readonly text: string;
  readonly place: string;
}

const root = join(import.meta.dirname, '..');

/** Every pattern of `src`: the literals from its syntax trees, and those built from words. */
export async function patternsOfSource(): Promise<{ readonly patterns: readonly Pattern[]; readonly late: readonly string[] }> {
  const trees = filesIn(join(root, 'src')).map((file) =>
    ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true),
  );
  const literals = trees.flatMap((tree) =>
    nodesOf(tree).flatMap((node) => (ts.isRegularExpressionLiteral(node) ? [{ text: node.text, place: placeOf(node) }] : [])),
  );
  const builders = trees.flatMap((tree) =>
    nodesOf(tree).filter((node) => ts.isNewExpression(node) && node.expression.getText() === 'RegExp'),
  );
  const built = await builtAtLoad([...new Set(builders.map((node) => node.getSourceFile().fileName))]);
  const heard = new Set(built.map(({ place }) => place));
  return { patterns: [...literals, ...built], late: builders.map(placeOf).filter((place) => !heard.has(place)) };
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesIn(join(folder, entry.name)) : entry.name.endsWith('.ts') ? [join(folder, entry.name)] : [],
  );
}

function nodesOf(node: ts.Node): ts.Node[] {
  const inner: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    inner.push(...nodesOf(child));
  });
  return [node, ...inner];
}

function placeOf(node: ts.Node): string {
  const tree = node.getSourceFile();
  return `${relative(root, tree.fileName)}:${tree.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** Loads the modules and records each pattern that they build meanwhile. */
async function builtAtLoad(files: readonly string[]): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, given: [string | RegExp, string?]) {
      const built = new target(...given);
      const place = /\/(src\/[\w/.-]+\.ts:\d+)/.exec(new Error().stack?.split('\n')[2] ?? '')?.[1];
      if (place !== undefined) found.push({ text: String(built), place });
      return built;
    },
  });
  try {
    for (const file of files) await import(pathToFileURL(file).href);
  } finally {
    globalThis.RegExp = Native;
  }
  return found;
}
