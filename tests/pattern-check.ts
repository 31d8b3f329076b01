import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { check, type Diagnostics } from 'recheck';

/**
 * `safe`: recheck finds no input that makes it slow. `bounded`: it finds one, and what V8 needs for it does not outgrow it (repeats are
 * counted, so a long input takes its length times a constant). `vulnerable`: it does. `unknown`: no answer in time.
 */
export type Verdict = 'safe' | 'bounded' | 'vulnerable' | 'unknown';

// The native program answers in about a second; without it the one of JavaScript is used.
process.env['RECHECK_BACKEND'] ??= 'auto';
const TIMEOUT = 20_000;
/** What a text of 400 kB may take: more than a minute for a quadratic pattern, on the fastest machine seen, a second or two for a counted one on a loaded machine. */
const LONGEST_MS = 20_000;

/** Judges a pattern, given as a literal. */
export async function verdictOf(text: string): Promise<Verdict> {
  const end = text.lastIndexOf('/');
  const [source, flags] = [text.slice(1, end), text.slice(end + 1)];
  const first = await check(source, flags, { timeout: TIMEOUT });
  const found = first.status === 'unknown' ? await check(source, flags, { timeout: 3 * TIMEOUT, checker: 'fuzz' }) : first;
  if (found.status !== 'vulnerable') return found.status;
  return isBounded({ source, flags }, found.attack) ? 'bounded' : 'vulnerable';
}

/** Runs the attack at 400 kB in a process of its own, which can be stopped. */
function isBounded(pattern: { source: string; flags: string }, attack: Extract<Diagnostics, { status: 'vulnerable' }>['attack']): boolean {
  const pumped = attack.pumps.reduce((length, { pump }) => length + pump.length, 0);
  const times = Math.ceil(400_000 / Math.max(1, pumped));
  const program = `const { source, flags, pumps, suffix, times } = JSON.parse(process.argv[1]);
    const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join('') + suffix;
    new RegExp(source, flags).exec(text);`;
  const given = JSON.stringify({ ...pattern, pumps: attack.pumps, suffix: attack.suffix, times });
  try {
    execFileSync(process.execPath, ['-e', program, given], { timeout: LONGEST_MS, stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** The name of a pattern in the list: of its text. */
export function idOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
