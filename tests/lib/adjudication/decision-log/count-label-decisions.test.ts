import { expect, test } from '@jest/globals';
import { countLabelDecisions } from '@/lib/adjudication/decision-log/count-label-decisions';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';
import { aMember } from '@/tests/builders/a-member';
import { aPerson } from '@/tests/builders/a-person';
import { deciding, unitOn } from '@/tests/builders/deciding';
import { refused } from '@/tests/builders/refused';

test('refuses one who may not', async () => {
  const { projectId } = await aDisputedArticle();
  expect(await refused(countLabelDecisions(await aPerson(), projectId))).toMatchObject({
    reason: 'absent',
  });
});

test('counts people’s decisions that the viewer may see', async () => {
  const { projectId, articleId, manager, analysts } = await aDisputedArticle();
  await mergeArticle(manager, articleId, { preview: false });
  await deciding(manager, articleId, await unitOn(manager, articleId, 'Nobody'));
  const counts = [{ label: 'loaded_framing', decisions: 1, examples: 0, nearMisses: 1 }];
  expect(await countLabelDecisions(manager, projectId)).toEqual(counts);
  expect(await countLabelDecisions(analysts[0], projectId)).toEqual(counts);
  expect(await countLabelDecisions(await aMember(projectId, 'analyst'), projectId)).toEqual([]);
});
