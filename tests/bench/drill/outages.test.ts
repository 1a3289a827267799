import { recoveries } from '@/bench/drill/outages';
import { expect, test } from '@jest/globals';

const outage = (to: number, waited: string[]) => ({ kind: 'line cut', from: to - 5, to, waited });

test('from the end of each outage to the first change sent after it and acknowledged', () => {
  const outages = [outage(100, ['Ann', 'Ben']), outage(200, ['Ben'])];
  const acknowledged = [
    // It was sent before the line was mended: the answer says nothing of the line now.
    { name: 'Ann', sentAt: 95, at: 101 },
    { name: 'Ann', sentAt: 110, at: 120 },
    { name: 'Ben', sentAt: 140, at: 150 },
    { name: 'Ben', sentAt: 205, at: 230 },
  ];
  expect(recoveries(outages, acknowledged)).toEqual({
    anybody: { median: 20, worst: 30 },
    everybody: { median: 30, worst: 50 },
    overtaken: 0,
  });
});

test('who is not through before the next outage is waited for after that one', () => {
  const outages = [outage(100, ['Ann']), outage(200, ['Ann'])];
  expect(recoveries(outages, [{ name: 'Ann', sentAt: 210, at: 220 }])).toEqual({
    anybody: { median: 20, worst: 20 },
    everybody: { median: 20, worst: 20 },
    overtaken: 1,
  });
});

test('there is none where nothing broke, or nothing was acknowledged any more', () => {
  const none = { anybody: null, everybody: null };
  expect(recoveries([], [])).toEqual({ ...none, overtaken: 0 });
  expect(recoveries([outage(1, ['Ann'])], [])).toEqual({ ...none, overtaken: 1 });
});
