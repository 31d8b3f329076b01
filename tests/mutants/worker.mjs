// Reads mutants FROM..TO with LIBRARY, one after the other, and writes a line of JSON after each: who stops in the middle is known by its number.
import { readFileSync, writeSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { mutantsOf } from './mutator.mjs';

const [seed, from, to, library] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../schema/article-1.json'), 'utf8'));
const isArticle = new Ajv2020({ strict: false, formats: { 'date-time': true } }).compile(schema);
const { normalize } = await import(library);
const mutants = await mutantsOf(seed);
const untouched = Object.getOwnPropertyNames(Object.prototype).join();
// A document never has a reason to connect anywhere.
Socket.prototype.connect = () => {
  throw new Error('a document made wirecopy connect');
};

/** What wirecopy did that it must never do with any document, in words; undefined where there is nothing. */
function faultOf(result) {
  if (Object.getOwnPropertyNames(Object.prototype).join() !== untouched) return 'Object.prototype was changed';
  const errors = [...(result.ok ? [] : [result.error]), ...result.items.filter((item) => !item.ok).map((item) => item.error)];
  for (const { code, message } of errors) {
    if (!/^[a-z0-9-]+\.[a-z0-9.-]+$/.test(code) || !message) return `a fault without code or words: ${code} ${message}`;
    if (code.startsWith('bug.')) return `${code}: ${message}`;
  }
  for (const item of result.items)
    if (item.ok && !isArticle(JSON.parse(JSON.stringify(item.article)))) return `no article: ${JSON.stringify(isArticle.errors?.[0])}`;
  return undefined;
}

function read(bytes, options) {
  const before = process.cpuUsage();
  try {
    const result = normalize(bytes, options);
    const { user, system } = process.cpuUsage(before);
    const outcome = result.ok ? 'article' : result.error.code;
    return { ms: Math.round((user + system) / 1000), outcome, items: result.items.length, fault: faultOf(result) };
  } catch (thrown) {
    return { ms: 0, outcome: 'thrown', items: 0, fault: `thrown: ${thrown instanceof Error ? thrown.stack : String(thrown)}` };
  }
}

for (let n = Number(from); n < Number(to); n += 1) {
  const { fixture, bytes, ops, options } = mutants.at(n);
  const line = { n, fixture, ops, size: bytes.length, ...read(bytes, options), rss: process.resourceUsage().maxRSS };
  writeSync(1, `${JSON.stringify(line)}\n`);
}
