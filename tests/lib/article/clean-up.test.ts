import { expect, test } from '@jest/globals';
import { cleanUpInput } from '@/lib/article/clean-up';

test('a text alone is cleaned by all steps', () => {
  expect(cleanUpInput.parse({ text: 'a' })).toEqual({ text: 'a', cleanup: 'standard' });
});

test.each([{ text: ' ' }, { text: 'a', cleanup: 'most' }, { text: 'a', language: '!' }, {}])(
  '%j is not valid',
  (input) => {
    expect(cleanUpInput.safeParse(input).success).toBe(false);
  },
);
