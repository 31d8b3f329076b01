import { BadInput } from '../faults.ts';

/** An instant as a person types it: with its zone, a bare date (midnight UTC), or a time before now such as `6h`. @throws {BadInput} */
export function instantOf(text: string, now: () => Date = () => new Date()): string {
  const [, count, unit = ''] = /^(\d{1,6})(m|h|d)$/.exec(text) ?? [];
  if (count !== undefined) return new Date(now().getTime() - Number(count) * (UNIT_MS[unit] ?? 0)).toISOString();
  const isZoned = /^\d{4}-\d\d-\d\d(?:T[\d:.]{4,12}(?:Z|[+-]\d\d:\d\d))?$/.test(text);
  const ms = isZoned ? Date.parse(text) : Number.NaN;
  if (!Number.isNaN(ms)) return new Date(ms).toISOString();
  throw new BadInput('input.instant', { message: `${text} is no instant`, hint: 'Write 2026-11-24T06:00:00Z, 2026-11-24 or 6h' });
}

const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };
