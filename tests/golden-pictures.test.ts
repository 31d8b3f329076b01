import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jpegOf, type PictureDescription } from './picture-file.ts';

const root = join(import.meta.dirname, '..', 'fixtures', 'formats', 'picture-metadata');

/** The picture of a case, made from `picture.json` and `packet.xmp` beside it. */
function built(folder: string): Buffer {
  const about = JSON.parse(readFileSync(join(folder, 'picture.json'), 'utf8')) as PictureDescription;
  const packet = join(folder, 'packet.xmp');
  return jpegOf(about, existsSync(packet) ? readFileSync(packet, 'utf8') : undefined);
}

// `npm run golden` writes the files; run it once more for what is read from them.
test.each(readdirSync(root))('%s is the picture that its description makes', (name) => {
  const folder = join(root, name);
  const [file, made] = [join(folder, 'input.jpg'), built(folder)];
  if (process.env['WIRECOPY_GOLDEN'] === '1') writeFileSync(file, made);
  expect(readFileSync(file).equals(made)).toBe(true);
});
