import { expect, test } from '@jest/globals';
import { mergeInput, mergeView } from '@/lib/adjudication/merge/merge-input';
import { noMergeCounts } from '@/lib/adjudication/merge/merge-counts';
import { cautious } from '@/lib/adjudication/merge-strategy';

test('asks for a merge as the project proposes it, unless told otherwise', () => {
  expect(mergeInput.parse({})).toEqual({ preview: false });
  expect(mergeInput.safeParse({ strategy: 'union' }).success).toBe(false);
});

test('a look at it has no name', () => {
  const articleId = '01890a5d-ac96-774b-bcce-b302099a8057';
  const look = { mergeId: null, articleId, strategy: cautious, counts: noMergeCounts };
  expect(mergeView.parse(look)).toEqual(look);
});
