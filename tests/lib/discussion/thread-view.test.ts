import { expect, test } from '@jest/globals';
import { positionIndex } from '@/lib/article/code-points';
import { threadIn } from '@/lib/discussion/thread-view';

test('positions are told in the unit, with its name, and the revision by its number alone', () => {
  const seen = {
    id: 't',
    articleId: 'a',
    revisionId: 'r',
    revision: 1,
    annotationId: null,
    quote: 'two',
    prefix: '',
    suffix: '',
    state: 'open' as const,
    resolvedAt: null,
    resolvedBy: null,
    createdAt: '',
    updatedAt: '',
    comments: [],
    segments: [{ start: 3, end: 6 }],
  };
  const view = threadIn(positionIndex('😀 two', 'code-point'), seen);
  expect(view).toMatchObject({ segments: [{ start: 2, end: 5 }], offsetUnit: 'code-point' });
  expect(view).not.toHaveProperty('revisionId');
});
