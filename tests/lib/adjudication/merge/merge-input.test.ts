import { expect, test } from '@jest/globals';
import {
  mergeInput,
  mergeListing,
  mergeRun,
  mergeView,
} from '@/lib/adjudication/merge/merge-input';
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

test('a run that is kept says who ran it, and when', () => {
  const by = { id: '01890a5d-ac96-774b-bcce-b302099a8057', name: 'Mia' };
  const at = '2026-01-01T00:00:00.000Z';
  const run = { id: by.id, strategy: cautious, counts: noMergeCounts, by, at };
  expect(mergeRun.parse(run)).toEqual(run);
  expect(mergeListing.parse({ items: [run], nextCursor: null }).items).toEqual([run]);
});
