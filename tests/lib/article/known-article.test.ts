import { expect, test } from '@jest/globals';
import { knownArticle, shownTo } from '@/lib/article/known-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { aProject } from '@/tests/builders/a-project';
import { anArticle } from '@/tests/builders/an-article';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId } = await aProject();
  const { articleId } = await anArticle(projectId);
  expect(await refused(knownArticle(await aPerson(), articleId, 'read articles'))).toMatchObject({
    reason: 'absent',
    message: 'There is no such article, or it is not open to you.',
  });
});

test.each([
  ['analyst', true, false, true],
  ['viewer', true, false, true],
  ['analyst', true, true, false],
  ['manager', true, false, false],
  ['analyst', false, false, false],
] as const)(
  'to %s, hiding %s, submitted %s: hidden is %s',
  async (role, hides, submitted, hidden) => {
    const { projectId } = await aProject();
    const { articleId } = await anArticle(projectId, { source: 'S' });
    const member = await aMember(projectId, role);
    const known = await knownArticle(member, articleId, 'read articles');
    const shown = shownTo({ role, hideSource: hides }, { ...known, submitted });
    expect([shown.sourceHidden, shown.source === null]).toEqual([hidden, hidden]);
  },
);
