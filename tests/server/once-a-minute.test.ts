import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { sayOnceAMinute } from '@/server/once-a-minute';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

test('a line is written once a minute for its key, and tells how many were left out', () => {
  const lines: string[] = [];
  const write = jest.spyOn(console, 'error').mockImplementation((line) => void lines.push(line));
  try {
    for (let second = 0; second < 150; second++) {
      sayOnceAMinute('disk', 'The disk is full.');
      if (second === 0) sayOnceAMinute('other', 'Something else.');
      jest.advanceTimersByTime(1_000);
    }
  } finally {
    write.mockRestore();
  }
  expect(lines).toEqual([
    'The disk is full.',
    'Something else.',
    'The disk is full. (59 more of these since the last)',
    'The disk is full. (59 more of these since the last)',
  ]);
});
