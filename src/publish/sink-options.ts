import { Misconfigured } from '../faults.ts';

type Raw = Readonly<Record<string, unknown>>;

/** A text that must be there. @throws {Misconfigured} `config.sink` */
export function textOption(raw: Raw, name: string, hint: string): string {
  const value = raw[name];
  if (typeof value === 'string' && value !== '') return value;
  throw new Misconfigured('config.sink', { message: `The sink needs \`${name}\``, hint });
}

/** A whole number from 1 on, or what stands in for it. @throws {Misconfigured} `config.sink` */
export function countOption(raw: Raw, name: string, otherwise: number): number {
  const value = raw[name] ?? otherwise;
  if (typeof value === 'number' && Number.isInteger(value) && value > 0) return value;
  throw new Misconfigured('config.sink', { message: `\`${name}\` is no whole number from 1 on`, hint: `Without it, it is ${otherwise}` });
}

/** A folder below which files are written: plain names between slashes, so that it needs no escaping anywhere. @throws {Misconfigured} `config.sink` */
export function folderOption(raw: Raw, name: string): string {
  const value = raw[name] ?? '';
  if (typeof value === 'string' && /^\/?(?:[A-Za-z0-9_-][A-Za-z0-9._-]*(?:\/|$)){0,20}$/.test(value)) return value.replace(/\/$/, '');
  throw new Misconfigured('config.sink', {
    message: `\`${name}\` is no folder`,
    hint: 'Write names of letters, digits, ., - and _ between slashes',
  });
}
