import { expect, test } from '@jest/globals';
import { readAdjudicationWorkspace } from '@/lib/adjudication/workspace/read-adjudication-workspace';
import {
  workspaceDecision,
  workspaceUnit,
  adjudicationWorkspace,
} from '@/lib/adjudication/workspace/adjudication-workspace';
import { mergeArticle } from '@/lib/adjudication/merge/merge-article';
import { aDisputedArticle } from '@/tests/builders/a-disputed-article';

test('describes a workspace', async () => {
  const { articleId, manager } = await aDisputedArticle();
  await mergeArticle(manager, articleId, { preview: false });
  const workspace = await readAdjudicationWorkspace(manager, articleId, 'utf-16');
  expect(adjudicationWorkspace.strict().parse(workspace)).toEqual(workspace);
  const [unit] = workspace.units;
  expect(workspaceUnit.strict().parse(unit)).toEqual(unit);
  expect(workspaceDecision.strict().parse(unit?.decisions[0])).toEqual(unit?.decisions[0]);
});
