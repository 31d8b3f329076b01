import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const mutator = join(root, '../shared/corpus/hostile/mutate.mjs');

/** Why no mutant can be made here; undefined where it can. */
export const whyNoMutants = existsSync(mutator) ? undefined : `the mutator is not beside this checkout (${mutator})`;

/** The project's own fixtures, always in the same order, with what a feed would say beside the bytes. */
export function fixtures() {
  const folder = join(root, 'fixtures/formats');
  return readdirSync(folder, { recursive: true })
    .filter((file) => /(?:^|\/)input\.[^/]+$/.test(file))
    .sort()
    .map((file) => {
      const beside = join(folder, file, '../options.json');
      const given = existsSync(beside) ? JSON.parse(readFileSync(beside, 'utf8')) : {};
      return {
        name: relative(root, join(folder, file)),
        bytes: readFileSync(join(folder, file)),
        options: { receivedAt: '2026-11-24T06:00:00Z', ...given },
      };
    });
}

/** Mutants by their number: equal seed and number, equal bytes. Two of three have one operator applied, the third has two. */
export async function mutantsOf(seed) {
  const { mutate } = await import(mutator);
  const all = fixtures();
  return {
    at(n) {
      const { name, bytes, options } = all[n % all.length];
      const { data, ops } = mutate(bytes, `${seed}:${n}`, { stack: n % 3 === 2 ? 2 : 1 });
      return { fixture: name, bytes: data, ops, options };
    },
  };
}
