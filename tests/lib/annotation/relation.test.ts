import { expect, test } from '@jest/globals';
import { relationFaults } from '@/lib/annotation/relation';
import { codebookContent } from '@/lib/codebook/codebook';

const codebook = codebookContent.parse({
  labels: [{ key: 'claim' }, { key: 'evidence' }],
  relations: [
    { key: 'supports', from: 'evidence', to: 'claim' },
    { key: 'near', from: null, to: null },
  ],
});
const labels = new Map([
  ['e', 'evidence'],
  ['c', 'claim'],
]);

test.each([
  [{ type: 'supports', from: 'e', to: 'c' }, []],
  [{ type: 'near', from: 'c', to: 'e' }, []],
  [{ type: 'supports', from: 'c', to: 'e' }, ['type']],
  [{ type: 'refutes', from: 'e', to: 'c' }, ['type']],
  [{ type: 'near', from: 'e', to: 'gone' }, ['to']],
  [{ type: 'near', from: 'gone', to: 'c' }, ['from']],
  [{ type: 'near', from: 'c', to: 'c' }, ['to']],
])('%j: %j', (input, paths) => {
  expect(relationFaults(input, codebook, labels).map(({ path }) => path)).toEqual(paths);
});

test('without a published codebook there is no type', () => {
  const input = { type: 'near', from: 'e', to: 'c' };
  expect(relationFaults(input, null, labels).map(({ path }) => path)).toEqual(['type']);
});
