import { expect, test } from '@jest/globals';
import { decisionInput } from '@/lib/adjudication/decision/decision-input';

const articleId = '01890a5d-ac96-774b-bcce-b302099a8057';
const annotationId = '01890a5d-ac96-774b-bcce-b302099a8058';
const arrow = { type: 'source', from: annotationId, to: articleId, isInConsensus: true };

test('an input with the article alone rejects nothing seen', () => {
  expect(decisionInput.parse({ articleId })).toEqual({
    articleId,
    sources: [],
    currentDecisions: [],
    take: [],
    write: [],
    reasonKey: '',
    reason: '',
    offsetUnit: 'code-point',
  });
});

test.each([
  ['what was not seen is taken', { take: [annotationId] }, 'take'],
  [
    'a place and a relation at once',
    { relation: arrow, sources: [{ annotationId, version: 1 }] },
    'relation',
  ],
  ['a version before the first', { sources: [{ annotationId, version: 0 }] }, 'sources'],
  ['a reason that is too long', { reason: 'x'.repeat(2001) }, 'reason'],
  ['anything else', { because: 'so' }, undefined],
])('refuses %s', (_, sent, path) => {
  const { error } = decisionInput.safeParse({ articleId, ...sent });
  expect(error?.issues[0]?.path[0]).toBe(path);
});
