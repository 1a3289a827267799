import { expect, test } from '@jest/globals';
import type { GuidelinesNode } from '@/lib/codebook/guidelines';
import {
  guidelinesFault,
  maxGuidelinesDepth,
  maxGuidelinesNodes,
  plainGuidelines,
} from '@/lib/codebook/guidelines';

const paragraphs = (count: number): GuidelinesNode => ({
  type: 'doc',
  content: Array.from({ length: count }, () => ({ type: 'paragraph' })),
});

const nested = (depth: number): GuidelinesNode =>
  Array.from({ length: depth }).reduce<GuidelinesNode>(
    (inside) => ({ type: 'blockquote', content: [inside] }),
    { type: 'paragraph' },
  );

test('finds what is too large and what is too deep', () => {
  expect(guidelinesFault(paragraphs(maxGuidelinesNodes - 1))).toBeNull();
  expect(guidelinesFault(paragraphs(maxGuidelinesNodes))).toContain('more than 10,000 parts');
  expect(guidelinesFault(nested(maxGuidelinesDepth))).toBeNull();
  expect(guidelinesFault(nested(maxGuidelinesDepth + 1))).toContain('nested more than 20 deep');
});

test('plain text is within the bounds and shows every character', () => {
  const text = '> '.repeat(40_000);
  expect(guidelinesFault(plainGuidelines(text))).toBeNull();
  expect(plainGuidelines(text).content?.[0]?.content).toEqual([{ type: 'text', text }]);
  expect(plainGuidelines('').content?.[0]?.content).toEqual([]);
});
