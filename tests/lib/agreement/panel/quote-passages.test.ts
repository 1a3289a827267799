import { expect, test } from '@jest/globals';
import { quotePassages } from '@/lib/agreement/panel/quote-passages';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';

test.each([
  ['code-point', 2, 5],
  ['utf-16', 3, 6],
] as const)('passages are told in %s, with their words', async (unit, start, end) => {
  const { projectId } = await aProject();
  const { revisionId } = await anArticle(projectId, { text: '😀 Oh no.' });
  const passages = [
    { at: 0, start: 2, end: 5, division: 1 },
    { at: 7, start: 0, end: 1, division: 1 },
  ];
  const found = await quotePassages(passages, (at) => (at === 0 ? revisionId : undefined), unit);
  expect(found).toEqual([{ at: 0, start, end, quote: 'Oh ', division: 1 }]);
});
