import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { threadChange, threadInput, threadsQuery } from '@/lib/discussion/thread';

const articleId = v7();
const comment = { body: 'Is this fair?' };
const segments = [{ start: 0, end: 3 }];

test.each([
  ['an annotation', { annotationId: v7() }, true],
  ['a passage', { segments }, true],
  ['both', { annotationId: v7(), segments }, false],
  ['neither', {}, false],
  ['no segment', { segments: [] }, false],
  ['half a position', { segments: [{ start: 0.5, end: 1 }] }, false],
  ['something else', { segments, layerId: v7() }, false],
])('a thread on %s', (_, place, holds) => {
  expect(threadInput.safeParse({ articleId, comment, ...place }).success).toBe(holds);
});

test('names are in lower case, positions in code points unless told otherwise', () => {
  const annotationId = v7();
  const sent = { articleId, annotationId: annotationId.toUpperCase(), comment };
  expect(threadInput.parse(sent)).toMatchObject({ annotationId, offsetUnit: 'code-point' });
  expect(threadsQuery.parse({ state: 'open' })).toMatchObject({ offsetUnit: 'code-point' });
});

test('a thread is open or resolved', () => {
  expect(threadChange.safeParse({ state: 'resolved' }).success).toBe(true);
  expect(threadChange.safeParse({ state: 'closed' }).success).toBe(false);
});
