import { Transient } from '../../faults.ts';
import type { OptionReader } from '../option-reader.ts';
import type { Answer } from './asker.ts';
import { jsonMember } from './json-path.ts';

/** How a source says where to go on. */
export interface Paging {
  /** Dotted path of the address or mark in a JSON answer; absent for the `Link` header (RFC 8288, rel="next"). */
  readonly member?: string;
  /** The query parameter that takes what `member` holds, where that is a mark and no address. */
  readonly parameter?: string;
  /** Dotted path of the list of items in a JSON answer. */
  readonly items?: string;
  /** Milliseconds that the source holds an answer back while it has nothing (long poll); 0 where it does not. */
  readonly waitMs: number;
}

const MAX_WAIT_S = 30;

/** `next`, `items` and `wait` of an http feed. @throws {Misconfigured} `config.option` */
export function readPaging(options: OptionReader): Paging | undefined {
  const next = options.part('next');
  const items = options.textOr('items', undefined);
  const waitMs = options.number('wait', { fallback: 0, least: 0, most: MAX_WAIT_S }) * 1_000;
  if (next === undefined) {
    if (items !== undefined || waitMs > 0)
      options.fail('next', 'is missing', 'Say where the next page is: `next: {member: data.next_page}`');
    return undefined;
  }
  const member = next.textOr('member', undefined);
  const parameter = next.textOr('parameter', undefined);
  const link = next.flag('link', false);
  if (link === (member !== undefined)) next.fail('member', 'or `link: true` says where the next page is: one of them');
  next.end();
  return {
    waitMs,
    ...(member === undefined ? {} : { member }),
    ...(parameter === undefined ? {} : { parameter }),
    ...(items === undefined ? {} : { items }),
  };
}

/** The address of the next page, absolute; undefined on the last one. @throws {Transient} `http.next` where it leads to another host */
export function nextPage(answer: Answer, asked: string, { member, parameter }: Paging): string | undefined {
  const found = member === undefined ? linked(answer.headers['link'] ?? '') : marked(jsonMember(answer.bytes, member));
  if (found === undefined) return undefined;
  const next = parameter === undefined ? resolved(found, answer.url) : withMark(asked, parameter, found);
  if (next?.origin === new URL(asked).origin) return next.href;
  throw new Transient('http.next', {
    message: `${new URL(asked).host} names a next page that is not on its own origin`,
    hint: 'Check `next.member`; credentials do not go elsewhere',
  });
}

/** Whether a page holds no item, as far as it can be told. */
export function isEmptyPage({ bytes }: Answer, { items }: Paging): boolean {
  if (items === undefined) return false;
  const list = jsonMember(bytes, items);
  return Array.isArray(list) && list.length === 0;
}

function marked(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' && value.length <= 4_096 ? value : undefined;
}

function linked(header: string): string | undefined {
  return /<([^<>]{1,2048})>[^,<]{0,200}?;\s{0,9}rel="?next"?/i.exec(header.slice(0, 8_192))?.[1];
}

function resolved(address: string, base: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

function withMark(asked: string, parameter: string, mark: string): URL {
  const next = new URL(asked);
  next.searchParams.set(parameter, mark);
  return next;
}
