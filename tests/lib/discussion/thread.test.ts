import { expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import {
  threadChange,
  threadInput,
  threadsQuery,
  passageOf,
  quoteFaults,
} from '@/lib/discussion/thread';
import { positionIndex } from '@/lib/article/code-points';

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

test('ids are in lower case, positions in code points by default', () => {
  const annotationId = v7();
  const sent = { articleId, annotationId: annotationId.toUpperCase(), comment };
  expect(threadInput.parse(sent)).toMatchObject({ annotationId, offsetUnit: 'code-point' });
  expect(threadsQuery.parse({ state: 'open' })).toMatchObject({ offsetUnit: 'code-point' });
});

test('a thread is open or resolved', () => {
  expect(threadChange.safeParse({ state: 'resolved' }).success).toBe(true);
  expect(threadChange.safeParse({ state: 'closed' }).success).toBe(false);
});

const text = 'One 😀 two cafe\u0301, three.';
const at = (start: number, end: number) => ({ segments: [{ start, end }] });

test('a passage is trimmed, and has quote and anchor', () => {
  expect(passageOf(text, positionIndex(text, 'code-point'), at(3, 10))).toEqual({
    passage: {
      segments: [{ start: 4, end: 10 }],
      quote: '😀 two',
      prefix: 'One ',
      suffix: ' cafe\u0301, three.',
    },
  });
});

test.each([
  ['outside the text', at(0, 99), 'segments.0.end'],
  ['turned round', at(3, 1), 'segments.0.end'],
  ['only white space', at(3, 4), 'segments.0'],
  ['inside of a character', at(10, 14), 'segments.0.end'],
  ['with a quote that is not there', { ...at(0, 3), quote: 'Two' }, 'quote'],
])('%s', (_, sent, path) => {
  const made = passageOf(text, positionIndex(text, 'code-point'), sent);
  expect('faults' in made && made.faults[0]?.path).toBe(path);
});

test.each(['One', ' One '])('the quote “%s” is there', (quote) => {
  expect(passageOf(text, positionIndex(text, 'utf-16'), { ...at(0, 4), quote })).toMatchObject({
    passage: { quote: 'One' },
  });
});

test('the fault of a wrong quote shows the text', () => {
  const passage = { segments: [], quote: 'One', prefix: '', suffix: '' };
  expect(quoteFaults(passage, true)).toEqual([]);
  expect(quoteFaults(passage, false)[0]?.message).toContain('“One”');
});
