import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { ChildWatch, pulse } from '@/server/embedded-postgres/child-watch';

beforeEach(() => void jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
afterEach(() => void jest.useRealTimers());

function aWatch(maxStill = 10) {
  const reports = new PassThrough();
  const calls: string[] = [];
  const watch = new ChildWatch(reports, {
    maxStill: () => maxStill,
    onAnswering: (isAnswering) => calls.push(isAnswering ? 'answering' : 'away'),
    onHung: (why) => calls.push(why),
  });
  const report = async (text: string) => {
    reports.write(text);
    await turn();
  };
  return {
    calls,
    report,
    watch,
    pass: (pulses: number) => jest.advanceTimersByTime(pulses * pulse),
  };
}

test('a child that has not reported yet is being loaded, however long that takes', () => {
  const { calls, pass } = aWatch();
  pass(500);
  expect(calls).toEqual([]);
});

test('one that says nothing is away after three seconds, and answers again when it reports', async () => {
  const { calls, report, pass } = aWatch();
  await report('0\n');
  pass(5);
  expect(calls).toEqual([]);
  pass(1);
  expect(calls).toEqual(['away']);
  await report('0\n');
  pass(1);
  expect(calls).toEqual(['away', 'answering']);
});

test('and is hung after eight, which is reported once', async () => {
  const { calls, report, pass } = aWatch();
  await report('0\n');
  pass(100);
  expect(calls).toEqual(['away', 'it has not reported for 8 seconds']);
});

test('one that reports is hung only when a statement keeps it for longer than it may', async () => {
  const { calls, report, pass } = aWatch(10);
  // Reports come in pieces, and several at once.
  for (const text of ['8\n9', '\n', '10\n']) {
    await report(text);
    pass(1);
  }
  expect(calls).toEqual([]);
  await report('11\n');
  pass(1);
  expect(calls).toEqual(['one statement has blocked it for 6 seconds']);
});

test('nothing is reported after its end', async () => {
  const { calls, report, watch, pass } = aWatch();
  await report('0\n');
  watch.end();
  pass(100);
  expect(calls).toEqual([]);
});
