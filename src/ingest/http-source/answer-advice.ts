import { Transient } from '../../faults.ts';
import type { PollAdvice } from '../transport.ts';
import type { Answer } from './asker.ts';

const DAY_MS = 86_400_000;

/** Refuses an answer that brings no document: its status, with Retry-After, or no bytes at all. @throws {Transient} `http.status`, `http.unasked-304`, `http.empty` */
export function refuseFailure(answer: Answer): void {
  if (answer.status < 200 || answer.status > 299) throw unexpected(answer);
  // An empty answer is a fault of the sender, not a feed without stories; its ETag would hide the next real one.
  if (answer.bytes.byteLength === 0)
    throw new Transient('http.empty', { message: `${hostOf(answer.url)} sent an empty answer`, hint: 'It is asked again' });
}

/** How long an answer asks to be left alone: Retry-After, else Cache-Control `max-age`; at most a day. */
export function adviceOf({ headers }: Pick<Answer, 'headers'>): PollAdvice {
  const wait = retryAfter(headers) ?? maxAge(headers);
  return wait === undefined || wait === 0 ? {} : { nextInMs: wait };
}

function unexpected({ status, url, headers }: Answer): Transient {
  const wait = retryAfter(headers);
  const hint =
    HINTS.get(status) ?? (status === 304 ? 'It says "not modified" although nothing was asked about' : 'It is asked again later');
  return new Transient(status === 304 ? 'http.unasked-304' : 'http.status', { message: `${hostOf(url)} answered ${status}`, hint }, wait);
}

const HINTS: ReadonlyMap<number, string> = new Map([
  [401, 'Check the credentials (`auth`, or user and password by ${env:NAME})'],
  [403, 'The sender refuses this address or these credentials'],
  [404, 'Check the path of `url`'],
  [410, 'The feed has ended: remove it from the config'],
  [429, 'Poll less often (`every`)'],
]);

/** RFC 9110 section 10.2.3: seconds, or a date, which counts from the answer's own Date so that no clock is read. */
function retryAfter(headers: Readonly<Record<string, string>>): number | undefined {
  const value = headers['retry-after'] ?? '';
  if (/^\d{1,12}$/.test(value)) return Math.min(Number(value) * 1_000, DAY_MS);
  const wait = Date.parse(value) - Date.parse(headers['date'] ?? '');
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), DAY_MS);
}

function maxAge(headers: Readonly<Record<string, string>>): number | undefined {
  const seconds = /(?:^|[\s,])max-age=(\d{1,9})/i.exec((headers['cache-control'] ?? '').slice(0, 500))?.[1];
  return seconds === undefined ? undefined : Math.min(Number(seconds) * 1_000, DAY_MS);
}

function hostOf(url: string): string {
  return new URL(url).host;
}
