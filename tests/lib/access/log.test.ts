import { afterEach, expect, jest, test } from '@jest/globals';
import { flushFaults, log, logOnceAMinute, logTo } from '@/lib/access/log';
import { inRequest, noteViewer, requestContext } from '@/lib/access/request-context';
import { expectConsoleError, logLines, recordLog } from '@/tests/harness/expected-errors';

afterEach(() => {
  jest.useRealTimers();
  logTo(recordLog);
});

test('a line goes where lines are sent, with its level and fields', () => {
  const sink = jest.fn();
  logTo(sink);
  log.info('It began.', { port: 3000 });
  log.debug('It looked.');
  expect(sink.mock.calls).toEqual([
    ['info', 'It began.', { port: 3000 }],
    ['debug', 'It looked.', {}],
  ]);
});

test('without a sink, warnings and errors go to the console and the rest is dropped', () => {
  delete (globalThis as { parallaxLog?: unknown }).parallaxLog;
  expectConsoleError(/^It broke\. Error: wood/);
  expectConsoleError(/^It is late\. \{ seconds: 3 \}$/);
  log.error('It broke.', { error: new Error('wood') });
  log.warn('It is late.', { seconds: 3 });
  log.info('It began.');
});

test('a fault that repeats is one line a minute, with a count, until it ends', () => {
  jest.useFakeTimers();
  expectConsoleError(/It broke/);
  const breakIt = (at: number) =>
    logOnceAMinute('error', 'log.test a', 'It broke.', { error: `fault ${at}` });
  for (let at = 1; at <= 5; at++) breakIt(at);
  logOnceAMinute('error', 'log.test b', 'It broke elsewhere.');
  expect(logLines()).toHaveLength(2);
  jest.advanceTimersByTime(60_000);
  expect(logLines().slice(2)).toEqual([
    { level: 'error', message: 'It broke.', fields: { error: 'fault 5', repeated: 4 } },
  ]);
  breakIt(6);
  jest.advanceTimersByTime(60_000);
  expect(logLines().slice(3)).toMatchObject([{ fields: { error: 'fault 6', repeated: 1 } }]);
  jest.advanceTimersByTime(120_000);
  expect(logLines()).toHaveLength(4);
  breakIt(7);
  expect(logLines()).toHaveLength(5);
  jest.advanceTimersByTime(60_000);
});

test('so many different faults at once end in one line', () => {
  jest.useFakeTimers();
  expectConsoleError(/It broke/);
  for (let at = 0; at < 600; at++) logOnceAMinute('warn', `log.test ${at}`, 'It broke.');
  expect(logLines().length).toBeLessThanOrEqual(501);
  jest.advanceTimersByTime(180_000);
  expect(logLines().at(-1)?.fields.repeated).toBe(99);
});

test('what was counted is written when the process ends', () => {
  expectConsoleError(/It broke/);
  for (let at = 0; at < 3; at++) logOnceAMinute('warn', 'log.test end', 'It broke.', { at });
  flushFaults();
  expect(logLines().slice(1)).toEqual([
    { level: 'warn', message: 'It broke.', fields: { at: 2, repeated: 2 } },
  ]);
  flushFaults();
  expect(logLines()).toHaveLength(2);
});

test('a request is known to all that it waits for, and to nothing else', async () => {
  expect(requestContext()).toBeNull();
  const seen = (requestId: string, userId: string) =>
    inRequest({ requestId, address: '198.51.100.7' }, async () => {
      await Promise.resolve();
      expect(requestContext()?.userId).toBeNull();
      noteViewer(userId);
      await new Promise((resolve) => setTimeout(resolve, 5));
      return requestContext();
    });
  expect(await Promise.all([seen('one', 'ada'), seen('two', 'ben')])).toEqual([
    { requestId: 'one', address: '198.51.100.7', userId: 'ada' },
    { requestId: 'two', address: '198.51.100.7', userId: 'ben' },
  ]);
  expect(requestContext()).toBeNull();
});
