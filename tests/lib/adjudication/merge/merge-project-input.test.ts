import { expect, test } from '@jest/globals';
import { noMergeCounts } from '@/lib/adjudication/merge/merge-counts';
import { mergeProjectInput, mergeProjectView } from '@/lib/adjudication/merge/merge-project-input';
import { cautious } from '@/lib/adjudication/merge-strategy';

const projectId = '01890a5d-ac96-774b-bcce-b302099a8057';

test('goes over all articles, unless some are named', () => {
  expect(mergeProjectInput.parse({})).toEqual({ preview: false });
  expect(mergeProjectInput.safeParse({ articles: [] }).success).toBe(false);
  expect(mergeProjectInput.parse({ articles: [projectId.toUpperCase()] })).toMatchObject({
    articles: [projectId],
  });
});

test('says what was left alone, and why', () => {
  const view = {
    projectId,
    strategy: cautious,
    preview: true,
    articles: 1,
    counts: noMergeCounts,
    leftAlone: [{ articleId: projectId, title: 'A', reason: 'So.' }],
  };
  expect(mergeProjectView.parse(view)).toEqual(view);
});
