import { expect, test } from '@jest/globals';
import { unsentMessage } from '@/components/access/unsent-message';

test.each([
  [{ waiting: 1, refused: 0, decisions: 0 }, '1 change waits to be sent.'],
  [
    { waiting: 2, refused: 0, decisions: 1 },
    '2 changes wait to be sent, 1 decision waits to be sent.',
  ],
  [
    { waiting: 0, refused: 1, decisions: 0 },
    '1 change was not accepted and is kept for you to copy.',
  ],
])('%j', (unsent, message) => {
  expect(unsentMessage(unsent)).toBe(`In this browser alone: ${message}`);
});
