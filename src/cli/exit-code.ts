import { BadInput, Misconfigured, sentenceOf, Transient, Unavailable } from '../faults.ts';

/** What the shell is told; after sysexits(3), where it has a word for it. */
export const EXIT = {
  ok: 0,
  failed: 1,
  usage: 2,
  badInput: 65,
  unavailable: 69,
  bug: 70,
  temporary: 75,
  config: 78,
  interrupted: 130,
} as const;

/** The exit code of a fault. */
export function exitCodeOf(error: unknown): number {
  if (error instanceof BadInput) return EXIT.badInput;
  if (error instanceof Unavailable) return EXIT.unavailable;
  if (error instanceof Transient) return EXIT.temporary;
  if (error instanceof Misconfigured) return EXIT.config;
  return EXIT.bug;
}

/** Says the fault in one line on stderr (a bug with its stack) and returns its exit code. */
export function report(error: unknown): number {
  const code = exitCodeOf(error);
  process.stderr.write(`wirecopy: ${sentenceOf(error)}\n`);
  if (code === EXIT.bug && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return code;
}
