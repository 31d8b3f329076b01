import { UnrecoverableError } from 'bullmq';
import { describe, expect, test } from 'vitest';
import { BadInput, Misconfigured, Transient } from '../../src/faults.ts';
import { retryInMs } from '../../src/pipeline/backoff.ts';
import { jobId } from '../../src/queue/job-id.ts';
import { queueName, QUEUES } from '../../src/queue/names.ts';
import { backoffMs, verdictOf } from '../../src/queue/verdict.ts';

describe('verdict', () => {
  test('transient faults are tried again', () => {
    const fault = new Transient('net.timeout', 'too slow');
    expect(verdictOf(fault)).toBe(fault);
    expect(verdictOf(fault)).not.toBeInstanceOf(UnrecoverableError);
  });

  test.each([
    ['bad input', new BadInput('xml.x', 'no')],
    ['wrong set-up', new Misconfigured('config.x', 'no')],
    ['a bug', new TypeError('x')],
    ['a thrown string', 'x'],
  ])('%s stops the job and keeps its cause', (_what, fault) => {
    const verdict = verdictOf(fault);
    expect(verdict).toBeInstanceOf(UnrecoverableError);
    expect(verdict.cause).toBe(fault);
  });

  test('backoff grows, is jittered downwards, capped, and honours Retry-After', () => {
    const fault = new Transient('x.y', 'x');
    expect([1, 2, 3, 9].map((attempt) => backoffMs(attempt, fault, () => 1))).toEqual([2_000, 4_000, 8_000, 60_000]);
    expect(backoffMs(1, fault, () => 0)).toBe(1_000);
    expect(backoffMs(1, new Transient('x.y', 'x', 90_000), () => 0)).toBe(90_000);
  });

  test('a failing feed waits longer and longer, never for ever', () => {
    expect([1, 2, 3, 50].map((failures) => retryInMs(failures, 1_000, () => 1))).toEqual([1_000, 2_000, 4_000, 900_000]);
    expect(retryInMs(3, 3_600_000, () => 1)).toBe(3_600_000);
  });
});

describe('names and ids', () => {
  test('all queues share one hash tag', () => {
    expect(QUEUES.map(queueName).every((name) => name.startsWith('{wirecopy}-') && !name.includes(':'))).toBe(true);
  });

  test('ids are a letter and a hash, whatever the parts hold', () => {
    for (const part of ['active', '12345', 'a:b', '', 'ü'.repeat(9_000)]) expect(jobId('n', part)).toMatch(/^n[0-9a-f]{64}$/);
    expect(jobId('n', 'a', 'b')).not.toBe(jobId('n', 'ab'));
    expect(jobId('n', 'feed', 0, 1, 2)).not.toBe(jobId('n', 'feed', 1, 1, 2));
  });
});
