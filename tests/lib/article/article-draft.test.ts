import { expect, test } from '@jest/globals';
import { draftTextQuery, freezeInput } from '@/lib/article/article-draft';
import { maxStateBytes } from '@/lib/live/shared-state';

test.each([
  [{}, true],
  [{ state: 'AAA=' }, true],
  [{ state: '' }, true],
  [{ state: 'not base64!' }, false],
  [{ state: 7 }, false],
  [{ text: 'x' }, false],
  [{ state: 'A'.repeat((maxStateBytes / 3) * 4) }, true],
  [{ state: 'A'.repeat((maxStateBytes / 3) * 4 + 4) }, false],
])('the input of locking, case %#', (input, holds) => {
  expect(freezeInput.safeParse(input).success).toBe(holds);
});

test('the current text is the default', () => {
  expect(draftTextQuery.parse({})).toEqual({ of: 'draft' });
  expect(draftTextQuery.safeParse({ of: 'secret' }).success).toBe(false);
});
