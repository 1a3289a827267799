import { expect, test } from '@jest/globals';
import { canReachArticle } from '@/lib/article/article-access';

test.each([
  ['owner', false, true],
  ['manager', false, true],
  ['analyst', false, false],
  ['viewer', false, false],
  [null, false, false],
  ['owner', true, true],
  ['manager', true, false],
  ['analyst', true, false],
] as const)(
  'an archived article, to a %s, where the project is archived too (%s): %s',
  (role, projectArchived, reached) => {
    expect(canReachArticle({ role, projectArchived, articleArchived: true })).toBe(reached);
  },
);

test('an article that is not archived is there for every member', () => {
  for (const role of ['owner', 'manager', 'analyst', 'viewer'] as const)
    expect(canReachArticle({ role, projectArchived: false, articleArchived: false })).toBe(true);
});
